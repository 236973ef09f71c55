using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>An embedded engine for Elsa 3 definitions, with its state in the same database and transaction as the answers.</summary>
/// <remarks>Holds nothing but definitions in memory: a new engine on the same database goes on where the old one stopped.</remarks>
public sealed class EmbeddedEngine : IWorkflowEngine
{
    private readonly PublishedDefinitions definitions = new();
    private readonly IProcessMover mover;

    public EmbeddedEngine(IEnumerable<IAutomaticActivity> activities)
        : this(new ProcessMover(new(activities)))
    {
    }

    /// <summary>The rows of the port around another engine.</summary>
    internal EmbeddedEngine(IProcessMover mover) => this.mover = mover;

    public async Task<Guid> StartAsync(AuditContext db, StartRequest request, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var newest = await PublishedDefinitions.NewestAsync(db, request.DefinitionId, cancellation)
            ?? throw new InvalidOperationException($"De werkstroom '{request.DefinitionId}' is niet gepubliceerd.");
        var instance = new WorkflowInstanceRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = request.AssessmentId,
            WorkflowDefinitionId = newest,
            Version = Guid.NewGuid(),
        };
        db.WorkflowInstances.Add(instance);
        var definition = await definitions.GetAsync(db, newest, cancellation);
        await mover.BeginAsync(new(db, instance, definition) { NowUtc = nowUtc, UserId = request.UserId }, cancellation);
        await db.SaveChangesAsync(cancellation);
        return instance.Id;
    }

    public async Task<IReadOnlyList<OpenStep>> OpenStepsAsync(AuditContext db, Guid assessmentId, CancellationToken cancellation = default)
    {
        var rows = await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            join task in db.PublicTasks on new { instance.AssessmentId, Key = step.TaskKey } equals new { task.AssessmentId, task.Key } into tasks
            from task in tasks.DefaultIfEmpty()
            where instance.AssessmentId == assessmentId && (step.Status == StepStatus.Open || step.Status == StepStatus.Failed)
            orderby step.OpenedUtc, (int?)task.Position, step.TaskKey, step.Id
            select new { Step = step, Instance = instance }).ToListAsync(cancellation);
        var open = new List<OpenStep>(rows.Count);
        foreach (var row in rows)
        {
            open.Add(Describe(new(row.Step, row.Instance, await definitions.GetAsync(db, row.Instance.WorkflowDefinitionId, cancellation))));
        }

        return open;
    }

    public async Task<SubmitResult?> CheckAsync(AuditContext db, StepSubmission submission, CancellationToken cancellation = default) =>
        await StepInHand.TakeAsync(db, definitions, submission.StepId, cancellation) is { } hand
            ? hand.Judge(submission, await hand.VotesAsync(db, cancellation))
            : SubmitResult.Refused("Deze stap bestaat niet.");

    public async Task<SubmitResult> SubmitAsync(AuditContext db, StepSubmission submission, DateTime nowUtc, CancellationToken cancellation = default)
    {
        if (await CheckAsync(db, submission, cancellation) is { } refusal)
        {
            return refusal;
        }

        var hand = (await StepInHand.TakeAsync(db, definitions, submission.StepId, cancellation))!;
        hand.Claim();
        var votes = await hand.VotesAsync(db, cancellation);
        if (hand.NeedsVotes(submission.Outcome) && votes.Count + 1 < hand.Node.Reviewers)
        {
            db.Add(Vote(submission, nowUtc));
            await db.SaveChangesAsync(cancellation);
            return SubmitResult.AwaitsSecond;
        }

        hand.Step.SubmissionId = submission.SubmissionId;
        hand.Step.UserId = submission.UserId;
        hand.Close(submission.Outcome, nowUtc);
        await GoOnAsync(db, hand, new(nowUtc, submission.UserId), cancellation);
        return SubmitResult.Advanced;
    }

    public async Task<bool> CancelAsync(AuditContext db, Guid instanceId, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var instance = await db.WorkflowInstances.FindAsync([instanceId], cancellation);
        if (instance is not { Status: WorkflowStatus.Running })
        {
            return false;
        }

        instance.Status = WorkflowStatus.Cancelled;
        instance.Incident = null;
        instance.Version = Guid.NewGuid();
        var waiting = db.WorkflowSteps.Where(step => step.InstanceId == instanceId && (step.Status == StepStatus.Open || step.Status == StepStatus.Failed));
        foreach (var step in await waiting.ToListAsync(cancellation))
        {
            step.Status = StepStatus.Cancelled;
            step.ClosedUtc = nowUtc;
            step.Version = Guid.NewGuid();
        }

        await db.SaveChangesAsync(cancellation);
        return true;
    }

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
                    ? "Deze stap wacht op een persoon: dien hem opnieuw in."
                    : "Deze stap is niet mislukt.");
        }

        var timer = await db.WorkflowTimers.SingleAsync(row => row.StepId == stepId && !row.Fired, cancellation);
        await FireAsync(db, hand, timer, nowUtc, cancellation);
        return SubmitResult.Advanced;
    }

    public async Task RecordIncidentAsync(AuditContext db, Guid stepId, string incident, CancellationToken cancellation = default)
    {
        var hand = await StepInHand.TakeAsync(db, definitions, stepId, cancellation);
        if (hand is not { Step.Status: StepStatus.Open or StepStatus.Failed, Instance.Status: WorkflowStatus.Running })
        {
            return;
        }

        // A failed moment would otherwise fail again at every tick of the poller.
        hand.Step.Status = hand.Node.Type.Kind is ActivityKind.Timed ? StepStatus.Failed : StepStatus.Open;
        hand.Step.Incident = hand.Instance.Incident = incident.Length <= Incidents.MaxLength ? incident : incident[..Incidents.MaxLength];
        hand.Claim();
        await db.SaveChangesAsync(cancellation);
    }

    public Task<IReadOnlyList<Problem>> ReloadDefinitionsAsync(AuditContext db, string folder, CancellationToken cancellation = default)
    {
        var (files, problems) = DefinitionFolder.Load(folder);
        return PublishedDefinitions.PublishAsync(db, files, problems, cancellation);
    }

    public Task<IReadOnlyList<Problem>> PublishAsync(AuditContext db, LoadedDefinition definition, CancellationToken cancellation = default) =>
        PublishedDefinitions.PublishAsync(db, [definition], [], cancellation);

    private static OpenStep Describe(StepInHand hand) => new(hand.Step.Id, hand.Instance.Id, hand.Step.Activity, hand.Step.StepKey)
    {
        DefinitionId = hand.Definition.DefinitionId,
        ActivityId = hand.Node.Id,
        TaskKey = hand.Step.TaskKey,
        Role = hand.Step.Role,
        OpenedUtc = hand.Step.OpenedUtc,
        DueUtc = hand.Step.DueUtc,
        EscalateTo = hand.Node.EscalateTo,
        Incident = hand.Step.Incident,
        Reviewers = hand.Node.Reviewers,
    };

    private static WorkflowVoteRow Vote(StepSubmission submission, DateTime nowUtc) => new()
    {
        Id = Guid.CreateVersion7(),
        StepId = submission.StepId,
        UserId = submission.UserId,
        SubmissionId = submission.SubmissionId,
        VotedUtc = nowUtc,
    };

    private async Task FireAsync(AuditContext db, StepInHand hand, WorkflowTimerRow timer, DateTime nowUtc, CancellationToken cancellation)
    {
        timer.Fired = true;
        timer.Version = Guid.NewGuid();
        hand.Claim();
        hand.Close(Outcomes.Done, nowUtc);
        await GoOnAsync(db, hand, new(nowUtc, null), cancellation);
    }

    private async Task GoOnAsync(AuditContext db, StepInHand hand, (DateTime NowUtc, Guid? UserId) by, CancellationToken cancellation)
    {
        await Incidents.ClearAsync(db, hand.Instance, hand.Step.Id, cancellation);
        await mover.GoOnAsync(new(db, hand.Instance, hand.Definition) { NowUtc = by.NowUtc, UserId = by.UserId }, hand.Step, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
