using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Accounts;

/// <summary>Links with which somebody takes an account into use or chooses a new password: once, and for a limited time. Only the hash of the secret is kept.</summary>
public static class AccountLinks
{
    /// <summary>How long an invitation can be used.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(7);

    /// <summary>How long a link for a new password can be used.</summary>
    public static readonly TimeSpan PasswordLife = TimeSpan.FromHours(1);

    private const int SecretBytes = 32;

    private static readonly int SecretLength = Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>Path of the page to which a secret leads.</summary>
    public static string PathOf(string kind, string secret) =>
        kind == AccountLinkKinds.Invitation ? $"/uitnodiging/{secret}" : $"/wachtwoord/nieuw/{secret}";

    /// <summary>Makes a link; earlier ones of the person stop working.</summary>
    /// <returns>The secret, which is not kept.</returns>
    public static async Task<string> MakeAsync(AuditContext db, Guid userId, string kind, DateTime nowUtc)
    {
        await EndAsync(db, userId, nowUtc);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.AccountLinks.Add(new()
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            Kind = kind,
            Sha256 = HashOf(secret),
            MadeUtc = nowUtc,
            ExpiresUtc = nowUtc + (kind == AccountLinkKinds.Invitation ? InvitationLife : PasswordLife),
        });
        return secret;
    }

    /// <summary>The link with this secret, ready to be changed; null when there is none, or when it was used or is too old.</summary>
    /// <remarks>Looked up by its hash: how long that takes says nothing about the secret.</remarks>
    public static async Task<AccountLinkRow?> FindAsync(AuditContext db, string kind, string? secret, DateTime nowUtc)
    {
        if (secret?.Length != SecretLength)
        {
            return null;
        }

        var hash = HashOf(secret);
        return await db.AccountLinks.AsTracking().SingleOrDefaultAsync(row => row.Sha256 == hash && row.Kind == kind && row.UsedUtc == null && row.ExpiresUtc > nowUtc);
    }

    /// <summary>Ends all links of a person.</summary>
    public static async Task EndAsync(AuditContext db, Guid userId, DateTime nowUtc)
    {
        foreach (var row in await db.AccountLinks.AsTracking().Where(row => row.UserId == userId && row.UsedUtc == null).ToListAsync())
        {
            row.UsedUtc = nowUtc;
        }
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
