using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>What administrators of a body read and change, as one of them.</summary>
public sealed class AdminAccess(AuditDatabase database, CurrentUser user)
{
    public CurrentUser User => user;

    /// <summary>Whether the user is an administrator of their own body now.</summary>
    public Task<bool> IsAdminAsync() => ReadAsync(IsAdminAsync);

    public async Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query)
    {
        await using var db = database.Read();
        return await query(db);
    }

    /// <summary>Changes something in one transaction; null when the user is no administrator any more.</summary>
    public Task<T?> WriteAsync<T>(Func<AuditContext, Task<T?>> change)
        where T : class => database.WriteAsync(async db => await IsAdminAsync(db) ? await change(db) : null);

    /// <summary>The same inside a transaction.</summary>
    public Task<bool> IsAdminAsync(AuditContext db)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        return db.BodyRoles.AnyAsync(row => row.UserId == userId && row.BodyId == bodyId && Policies.AdministerBody.Roles.Contains(row.Role));
    }
}

/// <summary>Pages for administrators are not there for anybody else.</summary>
internal sealed class AdminOnly(AdminAccess access) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (!await access.IsAdminAsync())
        {
            context.Result = new NotFoundResult();
        }
    }
}
