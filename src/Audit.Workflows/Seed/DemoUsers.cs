using Audit.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Seed;

/// <summary>The fictitious body and its accounts, for trying out and for tests.</summary>
public static class DemoUsers
{
    public const string Password = "Demo-toets-2026!";

    public const string BodyName = "Gemeente Voorbeeldstad (fictief)";

    private static readonly (string Mailbox, string Name, string Role)[] All =
    [
        ("teamlid", "Tess Teamlid", Roles.Assessor),
        ("begeleider", "Bas Begeleider", Roles.Coach),
        ("auditor", "Aïsha Auditor", Roles.Auditor),
        ("manager", "Milan Manager", Roles.Manager),
        ("opdrachtgever", "Olga Opdrachtgever", Roles.Sponsor),
        ("beheerder", "Bram Beheerder", Roles.Admin),
        ("coordinator", "Chris Coördinator", Roles.Coordinator),
        ("jurist", "Jamila Jurist", Roles.Jurist),
    ];

    /// <summary>Addresses to sign in with.</summary>
    public static IEnumerable<string> Addresses => All.Select(user => AddressOf(user.Mailbox));

    /// <summary>Makes the body and the accounts that are not there yet.</summary>
    public static Task SeedAsync(AuditDatabase database, IPasswordHasher<UserRow> hasher) => database.WriteAsync(async db =>
    {
        var body = await db.Bodies.FirstOrDefaultAsync(row => row.Name == BodyName);
        if (body is null)
        {
            body = new BodyRow { Id = Guid.CreateVersion7(), Name = BodyName };
            db.Bodies.Add(body);
        }

        foreach (var (mailbox, name, role) in All)
        {
            var user = NewUser(body.Id, AddressOf(mailbox), name);
            if (!await db.Users.AnyAsync(row => row.NormalizedUserName == user.NormalizedUserName))
            {
                user.PasswordHash = hasher.HashPassword(user, Password);
                db.Users.Add(user);
                db.BodyRoles.Add(new BodyRoleRow { BodyId = body.Id, UserId = user.Id, Role = role });
            }
        }
    });

    /// <summary>Whether somebody could sign in with the published demo password.</summary>
    public static async Task<bool> AreOpenAsync(AuditDatabase database, IPasswordHasher<UserRow> hasher)
    {
        await using var db = database.Read();
        var names = All.Select(user => AddressOf(user.Mailbox).ToUpperInvariant()).ToList();
        var users = await db.Users.Where(row => names.Contains(row.NormalizedUserName!)).ToListAsync();
        return users.Exists(user => user.PasswordHash is { } hash
            && hasher.VerifyHashedPassword(user, hash, Password) != PasswordVerificationResult.Failed);
    }

    public static string AddressOf(string mailbox) => $"{mailbox}@demo.example";

    private static UserRow NewUser(Guid bodyId, string address, string name) => new()
    {
        Id = Guid.CreateVersion7(),
        BodyId = bodyId,
        DisplayName = name,
        UserName = address,
        NormalizedUserName = address.ToUpperInvariant(),
        Email = address,
        NormalizedEmail = address.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        SecurityStamp = Guid.NewGuid().ToString("N"),
    };
}
