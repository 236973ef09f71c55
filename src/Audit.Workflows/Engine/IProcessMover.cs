using Audit.Data.Database;

namespace Audit.Workflows.Engine;

/// <summary>Moves a process to where it next waits. What an engine does itself; rows, votes, timers and incidents are the same for all.</summary>
internal interface IProcessMover
{
    /// <summary>From the beginning.</summary>
    Task BeginAsync(ProcessRun run, CancellationToken cancellation);

    /// <summary>From a step that has just been closed with an outcome.</summary>
    Task GoOnAsync(ProcessRun run, WorkflowStepRow closed, CancellationToken cancellation);

    /// <summary>Starts and ends branches after the list of tasks has changed.</summary>
    /// <returns>Why that cannot be, in Dutch; null when it was done.</returns>
    Task<string?> FollowTasksAsync(ProcessRun run, CancellationToken cancellation);
}
