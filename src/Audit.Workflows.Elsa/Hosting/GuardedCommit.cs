using Elsa.Workflows;
using Elsa.Workflows.CommitStates;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.State;

namespace Audit.Workflows.Elsa.Hosting;

/// <summary>Lets Elsa store a move only when it was committed on our side and went well.</summary>
internal sealed class GuardedCommit(DefaultCommitStateHandler store, CurrentBurst current) : ICommitStateHandler
{
    public Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, CancellationToken cancellationToken = default) =>
        MayCommit(workflowExecutionContext.SubStatus) ? store.CommitAsync(workflowExecutionContext, cancellationToken) : Task.CompletedTask;

    public Task CommitAsync(WorkflowExecutionContext workflowExecutionContext, WorkflowState workflowState, CancellationToken cancellationToken = default) =>
        MayCommit(workflowState.SubStatus) ? store.CommitAsync(workflowExecutionContext, workflowState, cancellationToken) : Task.CompletedTask;

    private bool MayCommit(WorkflowSubStatus status) =>
        current.Value is { IsRehearsal: false, Failure: null } && status is not WorkflowSubStatus.Faulted;
}
