using Audit.Data.Database;
using Audit.Workflows.Definitions;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>What deadlines and the end of a process mean for a case: messages, trail and status.</summary>
public sealed class CaseEvents : IProcessEvents
{
    public async Task DeadlineAsync(ActivityContext context, WorkflowStepRow step, TimerKind kind)
    {
        var isReminder = kind is TimerKind.Reminder;
        Tell(context, step, step.Role, isReminder ? MessageKind.Reminder : MessageKind.Escalation);
        if (!isReminder && context.Activity.EscalateTo is { } other)
        {
            Tell(context, step, other, MessageKind.Escalation);
        }

        if (kind is TimerKind.Deadline)
        {
            var trail = await CaseTrail.OfAsync(context.Db, context.AssessmentId, context.InstanceId);
            trail.Add(context.Db, new(null, string.Empty, context.NowUtc), "step.escalated", SubjectOf(step), context.Activity.EscalateTo);
        }
    }

    public async Task NobodyWaitsAsync(AuditContext db, WorkflowInstanceRow instance, WorkflowDefinition definition)
    {
        if (!Processes.IsMain(definition.DefinitionId) || instance.Status is WorkflowStatus.Cancelled)
        {
            return;
        }

        var row = await db.Assessments.AsTracking().SingleOrDefaultAsync(candidate => candidate.Id == instance.AssessmentId);
        if (row is { Status: not AssessmentStatus.Finished })
        {
            row.Status = AssessmentStatus.Finished;
            row.Version = Guid.NewGuid();
        }
    }

    private static void Tell(ActivityContext context, WorkflowStepRow step, string role, MessageKind kind) => context.Db.Messages.Add(new()
    {
        Id = Guid.CreateVersion7(),
        AssessmentId = context.AssessmentId,
        InstanceId = context.InstanceId,
        Role = role,
        Kind = kind,
        StepId = step.Id,
        StepKey = step.StepKey,
        TaskKey = step.TaskKey,
        SentUtc = context.NowUtc,
    });

    private static string SubjectOf(WorkflowStepRow step) => step.TaskKey.Length == 0 ? step.StepKey : $"{step.TaskKey}/{step.StepKey}";
}
