using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Accounts;

/// <summary>The bodies of an installation. Every method works inside the caller's transaction.</summary>
public static class BodyRegister
{
    /// <summary>Longest name.</summary>
    public const int MostCharacters = 300;

    /// <summary>Makes a body.</summary>
    /// <returns>The body, or why not.</returns>
    public static async Task<(BodyRow? Body, string? Refusal)> CreateAsync(AuditContext db, string? name, string? identifier, Actor actor)
    {
        var given = name?.Trim() ?? string.Empty;
        var tooi = string.IsNullOrWhiteSpace(identifier) ? null : identifier.Trim();
        if (given.Length is 0 or > MostCharacters || tooi?.Length > MostCharacters)
        {
            return (null, given.Length == 0 ? Tr($"Vul de naam van de organisatie in.") : Tr($"Maak de naam korter: hooguit {MostCharacters} tekens."));
        }

        if (await FindAsync(db, given) is not null)
        {
            return (null, Tr($"De organisatie ‘{given}’ is er al."));
        }

        var body = new BodyRow { Id = Guid.CreateVersion7(), Name = given, Identifier = tooi };
        db.Bodies.Add(body);
        db.Trail.Add(new() { BodyId = body.Id, UserId = actor.UserId, AtUtc = actor.NowUtc, Event = "body.created", Subject = $"body {body.Id}", After = given });
        return (body, null);
    }

    /// <summary>The body with a name, whatever its capitals; null when there is none.</summary>
    public static Task<BodyRow?> FindAsync(AuditContext db, string name)
    {
        var normalized = BodyRow.Normalize(name);
        return db.Bodies.OrderBy(row => row.Id).FirstOrDefaultAsync(row => row.NormalizedName == normalized);
    }
}
