using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Definitions;
using Audit.Workflows.Elsa.Hosting;
using Audit.Workflows.Engine;

namespace Audit.Workflows.Elsa;

/// <summary>Elsa 3 behind the port. Steps, votes, timers and incidents are the same rows as with the other engine; Elsa decides the way.</summary>
public sealed class ElsaEngine : IWorkflowEngine, IAsyncDisposable
{
    private readonly PublishedDefinitions definitions = new();
    private readonly ElsaHost host;
    private readonly ElsaMover mover;
    private readonly EmbeddedEngine rows;

    public ElsaEngine(DatabaseSettings settings, IEnumerable<IAutomaticActivity> activities, IProcessEvents? events = null)
    {
        host = new(settings);
        mover = new(host, new(activities));
        rows = new(mover, events);
    }

    public Task<Guid> StartAsync(AuditContext db, StartRequest request, DateTime nowUtc, CancellationToken cancellation = default) => rows.StartAsync(db, request, nowUtc, cancellation);

    public Task<IReadOnlyList<OpenStep>> OpenStepsAsync(AuditContext db, Guid assessmentId, string? taskKey = null, CancellationToken cancellation = default) => rows.OpenStepsAsync(db, assessmentId, taskKey, cancellation);

    public Task<SubmitResult?> CheckAsync(AuditContext db, StepSubmission submission, CancellationToken cancellation = default) => rows.CheckAsync(db, submission, cancellation);

    public Task<SubmitResult> SubmitAsync(AuditContext db, StepSubmission submission, DateTime nowUtc, CancellationToken cancellation = default) => rows.SubmitAsync(db, submission, nowUtc, cancellation);

    public async Task<bool> CancelAsync(AuditContext db, Guid instanceId, DateTime nowUtc, CancellationToken cancellation = default)
    {
        if (!await rows.CancelAsync(db, instanceId, nowUtc, cancellation))
        {
            return false;
        }

        await Notes.PostAsync(await RunOfAsync(db, instanceId, nowUtc, cancellation), Resumption.ToStop(instanceId), cancellation);
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    public Task<IReadOnlyList<DueTimer>> DueTimersAsync(AuditContext db, DateTime nowUtc, CancellationToken cancellation = default) => rows.DueTimersAsync(db, nowUtc, cancellation);

    public Task<bool> FireTimerAsync(AuditContext db, Guid timerId, DateTime nowUtc, CancellationToken cancellation = default) => rows.FireTimerAsync(db, timerId, nowUtc, cancellation);

    public Task<string?> FollowTasksAsync(AuditContext db, Guid assessmentId, DateTime nowUtc, CancellationToken cancellation = default) => rows.FollowTasksAsync(db, assessmentId, nowUtc, cancellation);

    public async Task<MovePreview?> PreviewMoveAsync(AuditContext db, Guid instanceId, int version, CancellationToken cancellation = default) =>
        await rows.PreviewMoveAsync(db, instanceId, version, cancellation) is { } preview ? preview with { Refusal = preview.Refusal ?? Tr($"met Elsa blijft een lopend proces op de versie waarmee het begon") } : null;

    /// <summary>Elsa keeps a running process on the version with which it began.</summary>
    public Task<MovePreview?> MoveAsync(AuditContext db, Guid instanceId, int version, CancellationToken cancellation = default) => PreviewMoveAsync(db, instanceId, version, cancellation);

    public Task<SubmitResult> RetryAsync(AuditContext db, Guid stepId, DateTime nowUtc, CancellationToken cancellation = default) => rows.RetryAsync(db, stepId, nowUtc, cancellation);

    public Task RecordIncidentAsync(AuditContext db, Guid stepId, Sentence incident, CancellationToken cancellation = default) => rows.RecordIncidentAsync(db, stepId, incident, cancellation);

    public Task<IReadOnlyList<Problem>> ReloadDefinitionsAsync(AuditContext db, string folder, DateTime nowUtc, CancellationToken cancellation = default) => rows.ReloadDefinitionsAsync(db, folder, nowUtc, cancellation);

    public Task<IReadOnlyList<Problem>> PublishAsync(AuditContext db, LoadedDefinition definition, Publication by, CancellationToken cancellation = default) => rows.PublishAsync(db, definition, by, cancellation);

    /// <summary>Tells Elsa's store what was committed on our side, each process in a transaction of its own. May be repeated at will.</summary>
    /// <returns>How many processes lagged.</returns>
    public async Task<int> DeliverAsync(AuditDatabase database, CancellationToken cancellation = default)
    {
        await host.PrepareOnceAsync();
        List<Guid> lagging;
        await using (var db = database.Read())
        {
            lagging = await Notes.LaggingAsync(db, cancellation);
        }

        foreach (var instanceId in lagging)
        {
            await database.WriteAsync(db => DeliverAsync(db, instanceId, cancellation), cancellation);
        }

        return lagging.Count;
    }

    /// <summary>Steps where a process waits according to Elsa's own store; null when Elsa does not know it yet.</summary>
    public Task<IReadOnlyList<Guid>?> WaitingInElsaAsync(Guid instanceId, CancellationToken cancellation = default) =>
        host.BookmarksAsync(instanceId, cancellation);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private async Task DeliverAsync(AuditContext db, Guid instanceId, CancellationToken cancellation)
    {
        var run = await RunOfAsync(db, instanceId, DateTime.MinValue, cancellation);
        run.Instance.Version = Guid.NewGuid();
        await mover.DeliverAsync(run, cancellation);
    }

    private async Task<ProcessRun> RunOfAsync(AuditContext db, Guid instanceId, DateTime nowUtc, CancellationToken cancellation)
    {
        var instance = (await db.WorkflowInstances.FindAsync([instanceId], cancellation))!;
        return new(db, instance, await definitions.GetAsync(db, instance.WorkflowDefinitionId, cancellation)) { NowUtc = nowUtc };
    }
}
