using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Audit.Data.Database;
using Audit.Workflows.Accounts;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Feeds;

/// <summary>The secret address of somebody's calendar feed: made, seen once, renewed and revoked.</summary>
public sealed class CalendarFeeds(AuditDatabase database)
{
    private const int SecretBytes = 32;

    /// <summary>Length of a secret as it stands in an address.</summary>
    private static readonly int SecretLength = Base64Url.GetEncodedLength(SecretBytes);

    /// <summary>The feed of a person that works now; null when there is none.</summary>
    public async Task<CalendarFeedRow?> OfAsync(Guid userId)
    {
        await using var db = database.Read();
        return await db.CalendarFeeds.Where(row => row.UserId == userId && row.RevokedUtc == null).OrderByDescending(row => row.MadeUtc).FirstOrDefaultAsync();
    }

    /// <summary>Makes a new address; an earlier one stops working in the same moment.</summary>
    /// <param name="bodyId">Body of the person.</param>
    /// <param name="feedId">Made when the form was shown.</param>
    /// <param name="actor">Whose feed it is.</param>
    /// <returns>The secret, which is not kept; null when this form was sent before.</returns>
    public Task<string?> MakeAsync(Guid bodyId, Guid feedId, Actor actor) => database.WriteAsync<string?>(async db =>
    {
        if (await db.CalendarFeeds.IgnoreQueryFilters().AnyAsync(row => row.Id == feedId))
        {
            return null;
        }

        await RevokeAsync(db, actor);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.CalendarFeeds.Add(new() { Id = feedId, UserId = actor.UserId!.Value, Sha256 = HashOf(secret), MadeUtc = actor.NowUtc });
        Record(db, bodyId, "calendar.made", actor);
        return secret;
    });

    /// <summary>Ends the feed of a person.</summary>
    /// <returns>False when there was none.</returns>
    public Task<bool> RevokeAsync(Guid bodyId, Actor actor) => database.WriteAsync(async db =>
    {
        var found = await RevokeAsync(db, actor);
        if (found)
        {
            Record(db, bodyId, "calendar.revoked", actor);
        }

        return found;
    });

    /// <summary>Whose feed has this secret; null when nobody's, when it was revoked, or when the account is locked.</summary>
    /// <remarks>Looked up by its hash: how long that takes says nothing about the secret.</remarks>
    public static async Task<UserRow?> FindAsync(AuditContext db, string secret)
    {
        if (secret.Length != SecretLength)
        {
            return null;
        }

        var hash = HashOf(secret);
        var feed = await db.CalendarFeeds.SingleOrDefaultAsync(row => row.Sha256 == hash && row.RevokedUtc == null);
        return feed is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(feed.Sha256), Encoding.ASCII.GetBytes(hash))
            && await db.Users.SingleAsync(row => row.Id == feed.UserId) is var user && !AccountChanges.IsLocked(user)
            ? user
            : null;
    }

    private static async Task<bool> RevokeAsync(AuditContext db, Actor actor)
    {
        var current = await db.CalendarFeeds.AsTracking().Where(row => row.UserId == actor.UserId && row.RevokedUtc == null).ToListAsync();
        current.ForEach(row => row.RevokedUtc = actor.NowUtc);
        return current.Count > 0;
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static void Record(AuditContext db, Guid bodyId, string happened, Actor actor) => db.Trail.Add(new()
    {
        BodyId = bodyId,
        UserId = actor.UserId,
        AtUtc = actor.NowUtc,
        Event = happened,
        Subject = "calendar",
    });
}
