using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Chain;

/// <summary>The end of one chain at a moment.</summary>
/// <param name="BodyId">The body, or <see cref="TrailRow.Installation"/>.</param>
/// <param name="Name">Name of the body then, for people.</param>
/// <param name="Sequence">Its last record.</param>
/// <param name="Seal">The seal of that record, in hexadecimal.</param>
public sealed record AnchoredChain(Guid BodyId, string Name, long Sequence, string Seal);

/// <summary>The ends of chains at a moment, to be kept outside the database: who cuts records off the end cannot change it.</summary>
/// <param name="Schema">Always <see cref="SchemaName"/>.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Chains">The chains.</param>
public sealed record TrailAnchor(string Schema, DateTime AtUtc, IReadOnlyList<AnchoredChain> Chains)
{
    public const string SchemaName = "audit-trail-anchor/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The anchor of every chain, or of that of one body.</summary>
    public static async Task<TrailAnchor> TakeAsync(AuditContext db, DateTime nowUtc, Guid? bodyId = null, CancellationToken cancellation = default)
    {
        var chains = await (
            from head in db.TrailHeads
            join body in db.Bodies on head.BodyId equals body.Id into bodies
            from body in bodies.DefaultIfEmpty()
            where bodyId == null || head.BodyId == bodyId
            orderby head.BodyId
            select new { head.BodyId, body.Name, head.Sequence, head.Seal }).ToListAsync(cancellation);
        return new(SchemaName, nowUtc, [.. chains.Select(chain => new AnchoredChain(chain.BodyId, chain.Name ?? string.Empty, chain.Sequence, Convert.ToHexStringLower(chain.Seal)))]);
    }

    /// <summary>The end of the chain of one body; null while it has none.</summary>
    public static async Task<AnchoredChain?> OfBodyAsync(AuditContext db, Guid bodyId, DateTime nowUtc) => (await TakeAsync(db, nowUtc, bodyId)).Chains.SingleOrDefault();

    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>An anchor as it was written.</summary>
    /// <exception cref="DatabaseRefusedException">It is something else.</exception>
    public static TrailAnchor Parse(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<TrailAnchor>(json, Options) is { Schema: SchemaName, Chains: not null } anchor && anchor.Chains.All(chain => chain is { Seal: not null }))
            {
                return anchor;
            }
        }
        catch (JsonException)
        {
            // Said below, in words for people.
        }

        throw new DatabaseRefusedException($"Dit is geen anker van het spoor (verwacht: JSON met schema \"{SchemaName}\").");
    }
}
