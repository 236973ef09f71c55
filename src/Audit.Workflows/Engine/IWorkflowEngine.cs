using Audit.Data.Database;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Engine;

/// <summary>Runs processes. Every method works inside the caller's transaction and commits nothing itself.</summary>
/// <remarks>
/// The engine knows where a process is and which role a step belongs to. Whether someone may act, and what an answer or a
/// decision means, is decided by the callers.
/// </remarks>
public interface IWorkflowEngine
{
    /// <summary>Begins a process on the newest version of its definition.</summary>
    /// <exception cref="InvalidOperationException">No such definition is published.</exception>
    /// <exception cref="ActivityFailedException">An activity before the first step failed.</exception>
    Task<Guid> StartAsync(AuditContext db, StartRequest request, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>Every place where the processes of a case wait, oldest first.</summary>
    /// <param name="db">A context on the database.</param>
    /// <param name="assessmentId">The case.</param>
    /// <param name="taskKey">Only the places in the branch of this task, empty for those outside branches; null = all.</param>
    /// <param name="cancellation">Stops reading.</param>
    Task<IReadOnlyList<OpenStep>> OpenStepsAsync(AuditContext db, Guid assessmentId, string? taskKey = null, CancellationToken cancellation = default);

    /// <summary>Why a submission will not be taken; null when the step is open for it.</summary>
    Task<SubmitResult?> CheckAsync(AuditContext db, StepSubmission submission, CancellationToken cancellation = default);

    /// <summary>Closes a step with an outcome and moves the process to where it next waits.</summary>
    /// <exception cref="ActivityFailedException">An activity on the way failed; the caller must roll back.</exception>
    Task<SubmitResult> SubmitAsync(AuditContext db, StepSubmission submission, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>Stops a process; its open steps are cancelled. False when it was not running.</summary>
    Task<bool> CancelAsync(AuditContext db, Guid instanceId, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>Timers whose moment has come, earliest first.</summary>
    Task<IReadOnlyList<DueTimer>> DueTimersAsync(AuditContext db, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>Claims one timer and moves its process. False when it is not due or was taken before.</summary>
    /// <exception cref="ActivityFailedException">An activity on the way failed; the caller must roll back.</exception>
    Task<bool> FireTimerAsync(AuditContext db, Guid timerId, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>Opens a branch for every task that came in and closes those of tasks that went out, in the parallel step that is open.</summary>
    /// <returns>Why the change cannot be followed, in Dutch; null when it was. The caller must then roll back.</returns>
    Task<string?> FollowTasksAsync(AuditContext db, Guid assessmentId, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>Tries again what followed a timed step that failed. A failed human step is simply submitted again.</summary>
    /// <exception cref="ActivityFailedException">It failed again; the caller must roll back.</exception>
    Task<SubmitResult> RetryAsync(AuditContext db, Guid stepId, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>What moving a running process to another published version of its definition would change.</summary>
    /// <returns>Null when the process does not run, or there is no such other version.</returns>
    Task<MovePreview?> PreviewMoveAsync(AuditContext db, Guid instanceId, int version, CancellationToken cancellation = default);

    /// <summary>Moves it, unless the preview says that it cannot be moved.</summary>
    Task<MovePreview?> MoveAsync(AuditContext db, Guid instanceId, int version, CancellationToken cancellation = default);

    /// <summary>Records on step and process why they could not go on, after the failed change was rolled back.</summary>
    Task RecordIncidentAsync(AuditContext db, Guid stepId, Sentence incident, CancellationToken cancellation = default);

    /// <summary>Reads a folder of definitions and publishes what is new. With any error nothing is published.</summary>
    /// <returns>Problems of the files; warnings do not prevent publication.</returns>
    Task<IReadOnlyList<Problem>> ReloadDefinitionsAsync(AuditContext db, string folder, DateTime nowUtc, CancellationToken cancellation = default);

    /// <summary>Publishes one definition that was read and checked; the same version with other content is a problem.</summary>
    Task<IReadOnlyList<Problem>> PublishAsync(AuditContext db, LoadedDefinition definition, Publication by, CancellationToken cancellation = default);
}
