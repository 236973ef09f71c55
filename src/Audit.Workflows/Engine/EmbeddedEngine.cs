using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>An embedded engine for Elsa 3 definitions, with its state in the same database and transaction as the answers.</summary>
/// <remarks>Holds nothing but definitions in memory: a new engine on the same database goes on where the old one stopped.</remarks>
public sealed partial class EmbeddedEngine : IWorkflowEngine
{
    private readonly PublishedDefinitions definitions = new();
    private readonly IProcessMover mover;
    private readonly IProcessEvents? events;

    /// <param name="activities">One per type of automatic activity.</param>
    /// <param name="events">What the host does at deadlines and ends; null = nothing.</param>
    public EmbeddedEngine(IEnumerable<IAutomaticActivity> activities, IProcessEvents? events = null)
        : this(new ProcessMover(new(activities)), events)
    {
    }

    /// <summary>The rows of the port around another engine.</summary>
    internal EmbeddedEngine(IProcessMover mover, IProcessEvents? events)
    {
        this.mover = mover;
        this.events = events;
    }

    public async Task<Guid> StartAsync(AuditContext db, StartRequest request, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var newest = await PublishedDefinitions.NewestAsync(db, request.DefinitionId, cancellation)
            ?? throw new InvalidOperationException($"De werkstroom '{request.DefinitionId}' is niet gepubliceerd.");
        var instance = new WorkflowInstanceRow
        {
            Id = request.InstanceId,
            AssessmentId = request.AssessmentId,
            WorkflowDefinitionId = newest,
            StartedUtc = nowUtc,
            Version = Guid.NewGuid(),
        };
        db.WorkflowInstances.Add(instance);
        var definition = await definitions.GetAsync(db, newest, cancellation);
        await mover.BeginAsync(new(db, instance, definition) { NowUtc = nowUtc, UserId = request.UserId }, cancellation);
        await SettleAsync(db, instance, definition, cancellation);
        return instance.Id;
    }

    public async Task<IReadOnlyList<OpenStep>> OpenStepsAsync(AuditContext db, Guid assessmentId, string? taskKey = null, CancellationToken cancellation = default)
    {
        var rows = await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            join task in db.PublicTasks on new { instance.AssessmentId, Key = step.TaskKey } equals new { task.AssessmentId, task.Key } into tasks
            from task in tasks.DefaultIfEmpty()
            where instance.AssessmentId == assessmentId && (taskKey == null || step.TaskKey == taskKey) && (step.Status == StepStatus.Open || step.Status == StepStatus.Failed)
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
            : SubmitResult.Refused(Tr($"Deze stap bestaat niet."));

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
        await Deadlines.ClearAsync(db, [hand.Step.Id], cancellation);
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
        await Branches.CancelStepsAsync(db, step => step.InstanceId == instanceId, nowUtc, cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public async Task<string?> FollowTasksAsync(AuditContext db, Guid assessmentId, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var running = await db.WorkflowInstances.AsTracking()
            .Where(instance => instance.AssessmentId == assessmentId && instance.Status == WorkflowStatus.Running)
            .ToListAsync(cancellation);
        foreach (var instance in running)
        {
            var definition = await definitions.GetAsync(db, instance.WorkflowDefinitionId, cancellation);
            var run = new ProcessRun(db, instance, definition) { NowUtc = nowUtc };
            if (await mover.FollowTasksAsync(run, cancellation) is { } refusal)
            {
                return refusal;
            }

            await SettleAsync(db, instance, definition, cancellation);
        }

        return null;
    }

    public async Task RecordIncidentAsync(AuditContext db, Guid stepId, Sentence incident, CancellationToken cancellation = default)
    {
        var hand = await StepInHand.TakeAsync(db, definitions, stepId, cancellation);
        if (hand is not { Step.Status: StepStatus.Open or StepStatus.Failed, Instance.Status: WorkflowStatus.Running })
        {
            return;
        }

        // A failed moment would otherwise fail again at every tick of the poller.
        hand.Step.Status = hand.Node.Type.Kind is ActivityKind.Timed ? StepStatus.Failed : StepStatus.Open;
        hand.Step.Incident = hand.Instance.Incident = SentenceJson.Stored(incident);
        hand.Claim();
        await db.SaveChangesAsync(cancellation);
    }

    public Task<IReadOnlyList<Problem>> ReloadDefinitionsAsync(
        AuditContext db, string folder, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var (files, problems) = DefinitionFolder.Load(folder);
        return PublishedDefinitions.PublishAsync(db, files, problems, new(nowUtc, null), cancellation);
    }

    public Task<IReadOnlyList<Problem>> PublishAsync(
        AuditContext db, LoadedDefinition definition, Publication by, CancellationToken cancellation = default) =>
        PublishedDefinitions.PublishAsync(db, [definition], [], by, cancellation);

    private static OpenStep Describe(StepInHand hand) => new(hand.Step.Id, hand.Instance.Id, hand.Step.Activity, hand.Step.StepKey)
    {
        DefinitionId = hand.Definition.DefinitionId,
        ActivityId = hand.Node.Id,
        TaskKey = hand.Step.TaskKey,
        Role = hand.Step.Role,
        OpenedUtc = hand.Step.OpenedUtc,
        DueUtc = hand.Step.DueUtc,
        EscalateTo = hand.Node.EscalateTo,
        EscalatedUtc = hand.Step.EscalatedUtc,
        Incident = hand.Step.Incident is { } incident ? SentenceJson.From(incident) : null,
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

    private async Task GoOnAsync(AuditContext db, StepInHand hand, (DateTime NowUtc, Guid? UserId) by, CancellationToken cancellation)
    {
        await Incidents.ClearAsync(db, hand.Instance, hand.Step.Id, cancellation);
        await mover.GoOnAsync(new(db, hand.Instance, hand.Definition) { NowUtc = by.NowUtc, UserId = by.UserId }, hand.Step, cancellation);
        await SettleAsync(db, hand.Instance, hand.Definition, cancellation);
    }

    /// <summary>Saves, and tells the host when nobody has anything to do in this process any more.</summary>
    private async Task SettleAsync(AuditContext db, WorkflowInstanceRow instance, WorkflowDefinition definition, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        if (events is null)
        {
            return;
        }

        var open = db.WorkflowSteps.Where(step => step.InstanceId == instance.Id && step.Status == StepStatus.Open);
        if (!await open.AnyAsync(step => step.Role != "", cancellation))
        {
            await events.NobodyWaitsAsync(db, instance, definition);
            await db.SaveChangesAsync(cancellation);
        }
    }
}
