using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Accounts;
using Audit.Workflows.Cases;

namespace Audit.Web.Accounts;

/// <summary>What people do with their own account.</summary>
public sealed class AccountDesk(AccountDatabase database, CurrentUser user)
{
    public CurrentUser User => user;

    public Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query) => database.ReadAsync(query);

    /// <summary>Writes down what happened to the own account.</summary>
    public Task RecordAsync(string happened) => ChangeAsync((db, row) =>
    {
        AccountTrail.Add(db, row, user.Actor, happened);
        return Task.FromResult<string?>(null);
    });

    /// <summary>Changes the own account in one transaction.</summary>
    /// <returns>Why it was refused; null when it was done.</returns>
    public Task<string?> ChangeAsync(Func<AuditContext, UserRow, Task<string?>> change) => database.ChangeAsync(user.Id, change);

    /// <summary>The session goes on as one with a second factor, which was just shown.</summary>
    public Task StrengthenSessionAsync(AuditContext db) => SetSecondFactorAsync(db, user.SessionId);

    /// <summary>Sets a password and ends the sessions, but for the one that goes on.</summary>
    public static async Task SetPasswordAsync(AuditContext db, UserRow row, string hash, (Actor Actor, Guid? Session) by)
    {
        (row.PasswordHash, row.SecurityStamp, row.ConcurrencyStamp) = (hash, Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString());
        row.AccessFailedCount = 0;
        row.LockoutEnd = AccountChanges.IsLocked(row) ? row.LockoutEnd : null;
        await Sessions.EndAsync(db, row.Id, by.Actor.NowUtc, by.Session);
        await AccountLinks.EndAsync(db, row.Id, by.Actor.NowUtc);
        AccountTrail.Add(db, row, by.Actor, AccountTrail.PasswordChanged);
    }

    private static async Task SetSecondFactorAsync(AuditContext db, Guid sessionId)
    {
        if (await db.Sessions.FindAsync(sessionId) is { } session)
        {
            session.HasSecondFactor = true;
        }
    }
}
