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

        var suspicions = await db.Suspicions.Where(row => row.AssessmentId == assessmentId).OrderBy(row => row.ReportedUtc).ToListAsync();
        var steps = await engine.OpenStepsAsync(db, assessmentId);
        return new CaseView(found, roles, [.. steps.Where(step => suspicions.TrueForAll(row => row.InstanceId != step.InstanceId))])
        {
            Process = await ProcessOfAsync(db, assessmentId),
            Suspicions = [.. suspicions.Where(row => new SuspicionRights(row, userId, roles).MaySee)],
        };
    }

    /// <summary>Changes a case in one transaction, which a refusal undoes.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="change">The change; a text refuses it, with the reason in Dutch.</param>
    /// <returns>Why it was refused; null when it was made.</returns>
    public Task<string?> ChangeAsync(Guid assessmentId, Func<AuditContext, CaseView, Task<string?>> change) =>
        ChangeLifeAsync(assessmentId, (db, view) => view.ReadOnlyReason is { } reason ? Task.FromResult<string?>(reason) : change(db, view));

    /// <summary>The same for what may be done with a case that was withdrawn, such as putting it away.</summary>
    public async Task<string?> ChangeLifeAsync(Guid assessmentId, Func<AuditContext, CaseView, Task<string?>> change)
    {
        try
        {
            await database.WriteAsync(async db =>
            {
                var refusal = await FindAsync(db, assessmentId) is { } view ? await change(db, view) : Tr($"Deze doorlichting is er niet meer voor u.");
                if (refusal is not null)
                {
                    throw new RefusedException(refusal);
                }
            });
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Message;
        }
        catch (ActivityFailedException failure)
        {
            return Tr(failure.Why);
        }
        catch (TextNotStorableException refusal)
        {
            return Tr(refusal.Why);
        }
    }

    /// <summary>Undoes the transaction and carries the reason out of it.</summary>
    private sealed class RefusedException(string reason) : Exception(reason);

    private static Task<string> ProcessOfAsync(AuditContext db, Guid assessmentId) => (
        from instance in db.WorkflowInstances
        join definition in db.WorkflowDefinitions on instance.WorkflowDefinitionId equals definition.Id
        where instance.AssessmentId == assessmentId && definition.DefinitionId != Processes.Suspicion && definition.DefinitionId != Processes.FollowUp
        orderby instance.StartedUtc descending
        select definition.DefinitionId).FirstAsync();

    /// <summary>Reads further rows of a case that was found.</summary>
    public async Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query)
    {
        await using var db = database.Read();
        return await query(db);
    }

    /// <summary>Changes a case in one transaction; null when it is not the user's any more, or was withdrawn.</summary>
    public Task<T?> WriteAsync<T>(Guid assessmentId, Func<AuditContext, CaseView, Task<T?>> change)
        where T : class => database.WriteAsync(async db =>
            await FindAsync(db, assessmentId) is { IsReadOnly: false } view ? await change(db, view) : null);
}
