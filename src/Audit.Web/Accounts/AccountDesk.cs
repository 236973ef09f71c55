using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Accounts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Identity;

namespace Audit.Web.Accounts;

/// <summary>What people do with their own account.</summary>
public sealed class AccountDesk(AccountDatabase database, AccountManager accounts, CurrentUser user)
{
    public CurrentUser User => user;

    public Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query) => database.ReadAsync(query);

    /// <summary>Changes the own account by the rules of Identity, and writes it down, in one transaction.</summary>
    /// <param name="change">The change; it may run more than once.</param>
    /// <param name="record">What happened, and what it was and became.</param>
    public Task ManageAsync(Func<AuditContext, UserManager<UserRow>, UserRow, Task> change, (string Happened, string? Before, string? After) record) => ChangeAsync(async (db, row) =>
    {
        await change(db, accounts.Over(db), row);
        AccountTrail.Add(db, row, user.Actor, record.Happened, (record.Before, record.After));
        return null;
    });

    /// <summary>Changes the own account in one transaction.</summary>
    /// <returns>Why it was refused; null when it was done.</returns>
    public Task<string?> ChangeAsync(Func<AuditContext, UserRow, Task<string?>> change) => database.ChangeAsync(user.Id, change);

    /// <summary>The session goes on as one with a second factor, which was just shown.</summary>
    public async Task StrengthenSessionAsync(AuditContext db)
    {
        if (await db.Sessions.FindAsync(user.SessionId) is { } session)
        {
            session.HasSecondFactor = true;
        }
    }

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
}
