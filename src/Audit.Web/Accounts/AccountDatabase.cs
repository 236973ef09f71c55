using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Accounts;

/// <summary>The database as signing in sees it: before it is known who asks, so over all bodies. Nothing else uses it.</summary>
public sealed class AccountDatabase(AuditDatabase narrowed)
{
    private readonly AuditDatabase database = narrowed.OverAllBodies();

    public async Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query)
    {
        await using var db = database.Read();
        return await query(db);
    }

    /// <summary>One change in one transaction.</summary>
    public Task<T> WriteAsync<T>(Func<AuditContext, Task<T>> change) => database.WriteAsync(change);

    /// <summary>Changes one account; null when there is no such account.</summary>
    public Task<T?> ChangeAsync<T>(Guid userId, Func<AuditContext, UserRow, Task<T?>> change)
        where T : class => database.WriteAsync(async db =>
            await db.Users.AsTracking().SingleOrDefaultAsync(row => row.Id == userId) is { } user ? await change(db, user) : null);
}
