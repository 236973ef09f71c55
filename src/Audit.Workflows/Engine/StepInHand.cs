using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>A step with the process and the definition it belongs to, as one transaction sees them.</summary>
internal sealed record StepInHand(WorkflowStepRow Step, WorkflowInstanceRow Instance, WorkflowDefinition Definition)
{
    public ActivityNode Node => Definition.Find(Step.Path)!;

    public static async Task<StepInHand?> TakeAsync(AuditContext db, PublishedDefinitions definitions, Guid stepId, CancellationToken cancellation)
    {
        if (await db.WorkflowSteps.FindAsync([stepId], cancellation) is not { } step)
        {
            return null;
        }

        var instance = (await db.WorkflowInstances.FindAsync([step.InstanceId], cancellation))!;
        return new(step, instance, await definitions.GetAsync(db, instance.WorkflowDefinitionId, cancellation));
    }

    /// <summary>Whether agreeing once is not enough to choose this outcome.</summary>
    public bool NeedsVotes(string outcome) => Node.Reviewers > 1 && outcome == Node.Type.ForwardOutcome;

    /// <summary>Why a submission will not be taken; null when it will.</summary>
    public SubmitResult? Judge(StepSubmission submission, IReadOnlyCollection<WorkflowVoteRow> votes)
    {
        if (Step.Status is StepStatus.Done || votes.Any(vote => vote.SubmissionId == submission.SubmissionId))
        {
            return SubmitResult.AlreadyDone;
        }

        var reason = Step.Status is StepStatus.Cancelled || Instance.Status is not WorkflowStatus.Running ? Tr($"Deze stap is vervallen.")
            : Node.Type.Kind is not ActivityKind.Human ? Tr($"Deze stap wacht op een moment, niet op een persoon.")
            : !Node.Type.HasOutcome(submission.Outcome) ? UnknownOutcome(submission.Outcome)
            : NeedsVotes(submission.Outcome) && votes.Any(vote => vote.UserId == submission.UserId) ? Tr($"U hebt al akkoord gegeven; een tweede persoon moet dat ook doen.")
            : null;
        return reason is null ? null : SubmitResult.Refused(reason);
    }

    public async Task<IReadOnlyCollection<WorkflowVoteRow>> VotesAsync(AuditContext db, CancellationToken cancellation) =>
        Node.Reviewers > 1
            ? await db.Set<WorkflowVoteRow>().Where(vote => vote.StepId == Step.Id).ToListAsync(cancellation)
            : [];

    /// <summary>Takes the process for this transaction: another writer with the same intention fails at the next save and starts again.</summary>
    public void Claim()
    {
        Instance.Version = Guid.NewGuid();
        Step.Version = Guid.NewGuid();
    }

    public void Close(string outcome, DateTime nowUtc)
    {
        Step.Status = StepStatus.Done;
        Step.Outcome = outcome;
        Step.ClosedUtc = nowUtc;
        Step.Incident = null;
    }

    private string UnknownOutcome(string outcome) =>
        Tr($"'{outcome}' is geen uitkomst van deze stap; mogelijk zijn {string.Join(", ", Node.Type.Outcomes.Select(known => known.Name))}.");
}
