using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>When a step that waits for a person reminds, escalates and keeps reminding. One timer row per open step, set anew each time.</summary>
internal static class Deadlines
{
    /// <summary>Part of the term that is left when the reminder comes.</summary>
    private const int ReminderPart = 4;

    /// <summary>Time between messages once a deadline is past.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromDays(7);

    /// <summary>The first timer of a step; null when it has no deadline.</summary>
    public static WorkflowTimerRow? First(WorkflowStepRow step, ActivityNode node)
    {
        if (step.DueUtc is not { } due || node.DueDays is not { } days)
        {
            return null;
        }

        var reminds = days > 1;
        return new()
        {
            Id = Guid.CreateVersion7(),
            StepId = step.Id,
            Kind = reminds ? TimerKind.Reminder : TimerKind.Deadline,
            DueUtc = reminds ? due.AddDays(-Math.Max(1, days / ReminderPart)) : due,
            Version = Guid.NewGuid(),
        };
    }

    /// <summary>What a timer says at this moment: after a stop of the program a reminder may come when the deadline has passed.</summary>
    public static TimerKind KindAt(WorkflowTimerRow timer, WorkflowStepRow step, DateTime nowUtc) =>
        timer.Kind is TimerKind.Reminder && step.DueUtc <= nowUtc ? TimerKind.Deadline : timer.Kind;

    /// <summary>Whether passing the deadline moves the process: where escalation is a way on, that way is taken.</summary>
    public static bool LeadsOn(ActivityNode node, TimerKind kind) => kind is TimerKind.Deadline && node.Type.HasOutcome(Outcomes.Escalated);

    /// <summary>Sets the timer to what comes after this.</summary>
    public static void SetNext(WorkflowTimerRow timer, WorkflowStepRow step, TimerKind kind, DateTime nowUtc)
    {
        if (kind is TimerKind.Reminder)
        {
            (timer.Kind, timer.DueUtc) = (TimerKind.Deadline, step.DueUtc!.Value);
        }
        else
        {
            (timer.Kind, timer.DueUtc) = (TimerKind.Overdue, nowUtc + Again);
        }

        timer.Version = Guid.NewGuid();
    }

    /// <summary>Takes away the timer of a step that nobody has to do any more.</summary>
    public static async Task ClearAsync(AuditContext db, IReadOnlyCollection<Guid> stepIds, CancellationToken cancellation)
    {
        var timers = db.WorkflowTimers.Where(timer => stepIds.Contains(timer.StepId) && timer.Kind != TimerKind.GoOn);
        db.WorkflowTimers.RemoveRange(await timers.AsTracking().ToListAsync(cancellation));
    }
}
