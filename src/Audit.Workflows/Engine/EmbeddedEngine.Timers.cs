using Audit.Data.Database;
using Audit.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <content>Moments: waits that end, deadlines that come near and pass.</content>
public sealed partial class EmbeddedEngine
{
    public async Task<IReadOnlyList<DueTimer>> DueTimersAsync(AuditContext db, DateTime nowUtc, CancellationToken cancellation = default) =>
        await (
            from timer in db.WorkflowTimers
            join step in db.WorkflowSteps on timer.StepId equals step.Id
            where !timer.Fired && timer.DueUtc <= nowUtc && step.Status == StepStatus.Open
            orderby timer.DueUtc
            select new DueTimer(timer.Id, step.Id)).ToListAsync(cancellation);

    public async Task<bool> FireTimerAsync(AuditContext db, Guid timerId, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var timer = await db.WorkflowTimers.FindAsync([timerId], cancellation);
        if (timer is null || timer.Fired || timer.DueUtc > nowUtc)
        {
            return false;
        }

        var hand = (await StepInHand.TakeAsync(db, definitions, timer.StepId, cancellation))!;
        if (hand.Step.Status is not StepStatus.Open || hand.Instance.Status is not WorkflowStatus.Running)
        {
            return false;
        }

        await FireAsync(db, hand, timer, nowUtc, cancellation);
        return true;
    }

    public async Task<SubmitResult> RetryAsync(AuditContext db, Guid stepId, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var hand = await StepInHand.TakeAsync(db, definitions, stepId, cancellation);
        if (hand is not { Step.Status: StepStatus.Failed, Instance.Status: WorkflowStatus.Running })
        {
            return SubmitResult.Refused(
                hand?.Step is { Status: StepStatus.Open, Incident: not null }
                    ? Tr($"Deze stap wacht op een persoon: dien hem opnieuw in.")
                    : Tr($"Deze stap is niet mislukt."));
        }

        var timer = await db.WorkflowTimers.SingleAsync(row => row.StepId == stepId && row.Kind == TimerKind.GoOn && !row.Fired, cancellation);
        await FireAsync(db, hand, timer, nowUtc, cancellation);
        return SubmitResult.Advanced;
    }

    private async Task FireAsync(AuditContext db, StepInHand hand, WorkflowTimerRow timer, DateTime nowUtc, CancellationToken cancellation)
    {
        hand.Claim();
        if (timer.Kind is TimerKind.GoOn)
        {
            timer.Fired = true;
            timer.Version = Guid.NewGuid();
            hand.Close(Outcomes.Done, nowUtc);
            await GoOnAsync(db, hand, new(nowUtc, null), cancellation);
            return;
        }

        await PassDeadlineAsync(db, hand, timer, nowUtc, cancellation);
    }

    private async Task PassDeadlineAsync(AuditContext db, StepInHand hand, WorkflowTimerRow timer, DateTime nowUtc, CancellationToken cancellation)
    {
        var kind = Deadlines.KindAt(timer, hand.Step, nowUtc);
        hand.Step.EscalatedUtc ??= kind is TimerKind.Reminder ? null : nowUtc;
        if (events is not null)
        {
            await events.DeadlineAsync(ContextOf(db, hand, nowUtc), hand.Step, kind);
        }

        if (Deadlines.LeadsOn(hand.Node, kind))
        {
            db.WorkflowTimers.Remove(timer);
            hand.Close(Outcomes.Escalated, nowUtc);
            await GoOnAsync(db, hand, new(nowUtc, null), cancellation);
            return;
        }

        Deadlines.SetNext(timer, hand.Step, kind, nowUtc);
        await db.SaveChangesAsync(cancellation);
    }

    private static ActivityContext ContextOf(AuditContext db, StepInHand hand, DateTime nowUtc) => new()
    {
        Db = db,
        AssessmentId = hand.Instance.AssessmentId,
        InstanceId = hand.Instance.Id,
        TaskKey = hand.Step.TaskKey,
        Activity = hand.Node,
        NowUtc = nowUtc,
    };
}
