using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>The only way for pages to a case: it exists for its members and for nobody else.</summary>
public sealed class CaseAccess(AuditDatabase database, IWorkflowEngine engine, ContentStore contents, CurrentUser user)
{
    public CurrentUser User => user;

    /// <summary>A case for reading; null when there is none or the user is not a member, which a page answers with 404.</summary>
    public async Task<CaseView?> FindAsync(Guid assessmentId)
    {
        await using var db = database.Read();
        return await FindAsync(db, assessmentId);
    }

    /// <summary>The same inside a transaction, so that what is decided and what is written see the same rights.</summary>
    public async Task<CaseView?> FindAsync(AuditContext db, Guid assessmentId)
    {
        var userId = user.Id;
        var roles = await db.Members.Where(row => row.AssessmentId == assessmentId && row.UserId == userId).Select(row => row.Role).ToListAsync();
        if (roles.Count == 0 || await Case.FindAsync(db, contents, assessmentId) is not { } found || found.Row.BodyId != user.BodyId)
        {
            return null;
        }

        return new CaseView(found, roles, await engine.OpenStepsAsync(db, assessmentId));
    }

    /// <summary>Reads further rows of a case that was found.</summary>
    public async Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query)
    {
        await using var db = database.Read();
        return await query(db);
    }

    /// <summary>Changes a case in one transaction; null when it is not the user's any more.</summary>
    public Task<T?> WriteAsync<T>(Guid assessmentId, Func<AuditContext, CaseView, Task<T?>> change)
        where T : class => database.WriteAsync(async db =>
            await FindAsync(db, assessmentId) is { } view ? await change(db, view) : null);
}
