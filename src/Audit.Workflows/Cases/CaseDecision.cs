using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>A reviewer's or sponsor's decision on an open step.</summary>
/// <param name="Case">The case inside the transaction.</param>
/// <param name="Step">The step that the decision finishes.</param>
/// <param name="Actor">Who decides, and when.</param>
/// <param name="Outcome">Outcome of the step.</param>
/// <param name="Motivation">Why; null when not given.</param>
public sealed record CaseDecision(AssessmentRow Case, OpenStep Step, Actor Actor, string Outcome, string? Motivation)
{
    /// <summary>Writes the decision and its trail; the last agreement on an approval step adopts the case.</summary>
    public async Task WriteAsync(AuditContext db)
    {
        db.Decisions.Add(new DecisionRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = Case.Id,
            TaskKey = Step.TaskKey,
            StepKey = Step.StepKey,
            Outcome = Outcome,
            Motivation = Motivation,
            UserId = Actor.UserId!.Value,
            DecidedUtc = Actor.NowUtc,
        });
        var adopts = Step.Activity == ActivityNames.Approval && Outcome == Outcomes.Approved && await IsLastAsync(db);
        if (adopts)
        {
            var row = await db.Assessments.AsTracking().SingleAsync(candidate => candidate.Id == Case.Id);
            row.Status = AssessmentStatus.Adopted;
            row.AdoptedUtc = Actor.NowUtc;
            row.Version = Guid.NewGuid();
        }

        Record(db, adopts ? "case.adopted" : Step.Activity == ActivityNames.Approval ? "adoption.decided" : "task.reviewed");
    }

    /// <summary>Whether nobody else has to agree after this.</summary>
    private async Task<bool> IsLastAsync(AuditContext db) =>
        await db.Set<WorkflowVoteRow>().CountAsync(vote => vote.StepId == Step.StepId) + 1 >= Step.Reviewers;

    private void Record(AuditContext db, string happened) => db.Trail.Add(new TrailRow
    {
        BodyId = Case.BodyId,
        AssessmentId = Case.Id,
        UserId = Actor.UserId,
        AtUtc = Actor.NowUtc,
        Event = happened,
        Subject = Step.TaskKey.Length > 0 ? Step.TaskKey : Step.StepKey,
        After = Outcome,
        Reason = Motivation,
    });
}
