using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>A suspicion as somebody who may see it sees it.</summary>
/// <param name="Suspicion">The suspicion.</param>
/// <param name="Case">The case in which it was reported.</param>
/// <param name="Rights">What this person may do.</param>
/// <param name="Step">The step that is open; null when it is settled or closed.</param>
public sealed record SuspicionView(SuspicionRow Suspicion, AssessmentRow Case, SuspicionRights Rights, OpenStep? Step)
{
    /// <summary>Whether this person may do the open step.</summary>
    public bool MayAct => !IsErased && Step is { } step && Rights.MayAct(step);

    /// <summary>Whether this person may close it before its end.</summary>
    public bool MayClose => !IsErased && Rights.MayClose;

    /// <summary>Whether what was written about it is gone; it takes nothing new.</summary>
    public bool IsErased => Case.ErasedUtc is not null;

    /// <summary>Where records about it go.</summary>
    public CaseTrail Trail => new(Case.BodyId, Case.Id, Suspicion.Id);
}

/// <summary>The only way for pages to a suspicion: it exists for its reporter, the coaches and its recipient, and for nobody else.</summary>
public sealed class SuspicionAccess(AuditDatabase database, WorkflowRunner runner, IWorkflowEngine engine, CurrentUser user)
{
    public CurrentUser User => user;

    /// <summary>A suspicion; null when there is none or the person may not know of it, which a page answers with 404.</summary>
    public async Task<SuspicionView?> FindAsync(Guid id)
    {
        await using var db = database.Read();
        return await FindAsync(db, id);
    }

    /// <summary>The suspicions of which the person may know, newest first.</summary>
    public async Task<IReadOnlyList<SuspicionView>> MineAsync()
    {
        await using var db = database.Read();
        var (userId, bodyId) = (user.Id, user.BodyId);
        var ids = await (
            from suspicion in db.Suspicions
            join row in db.Assessments on suspicion.AssessmentId equals row.Id
            where row.BodyId == bodyId
                && (suspicion.ReporterId == userId || suspicion.RecipientId == userId || db.Members.Any(member => member.AssessmentId == row.Id && member.UserId == userId))
            orderby suspicion.ReportedUtc descending
            select suspicion.Id).ToListAsync();
        var found = new List<SuspicionView>();
        foreach (var id in ids)
        {
            if (await FindAsync(db, id) is { } view)
            {
                found.Add(view);
            }
        }

        return found;
    }

    /// <summary>Reads further rows of a suspicion that was found.</summary>
    public async Task<T> ReadAsync<T>(Func<AuditContext, Task<T>> query)
    {
        await using var db = database.Read();
        return await query(db);
    }

    /// <summary>Finishes the open step with what was written; rights are checked in the transaction that writes.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was written, or was so already.</returns>
    public async Task<string?> FinishAsync(Guid id, StepSubmission submission, Action<AuditContext, SuspicionView> write)
    {
        var result = await runner.SubmitAsync(submission, user.NowUtc, async db =>
        {
            if (await FindAsync(db, id) is not { MayAct: true } view || view.Step!.StepId != submission.StepId)
            {
                return Tr($"Deze stap is niet aan u, of is al afgerond.");
            }

            write(db, view);
            return null;
        });
        return result.Reason;
    }

    /// <summary>Changes a suspicion; nothing is written when it is refused.</summary>
    public Task<string?> ChangeAsync(Guid id, Func<AuditContext, SuspicionView, Task<string?>> change) => database.WriteAsync(async db =>
        await FindAsync(db, id) is { IsErased: false } view ? await change(db, view) : Tr($"Dit vermoeden is er niet meer voor u."));

    private async Task<SuspicionView?> FindAsync(AuditContext db, Guid id)
    {
        if (await db.Suspicions.SingleOrDefaultAsync(row => row.Id == id) is not { } suspicion)
        {
            return null;
        }

        var assessment = await db.Assessments.SingleAsync(row => row.Id == suspicion.AssessmentId);
        var userId = user.Id;
        var roles = await db.Members.Where(row => row.AssessmentId == assessment.Id && row.UserId == userId).Select(row => row.Role).ToListAsync();
        var rights = new SuspicionRights(suspicion, userId, roles);
        if (assessment.BodyId != user.BodyId || !rights.MaySee)
        {
            return null;
        }

        var steps = await engine.OpenStepsAsync(db, assessment.Id);
        return new(suspicion, assessment, rights, steps.FirstOrDefault(step => step.InstanceId == suspicion.InstanceId));
    }
}
