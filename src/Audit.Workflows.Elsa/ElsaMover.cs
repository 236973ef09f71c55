using Audit.Data.Database;
using Audit.Workflows.Elsa.Hosting;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Elsa;

/// <summary>Moves processes on Elsa: rehearsed in our transaction, told to Elsa's store after it.</summary>
internal sealed class ElsaMover(ElsaHost host, AutomaticActivities activities) : IProcessMover
{
    public Task BeginAsync(ProcessRun run, CancellationToken cancellation) =>
        RehearseAsync(run, Resumption.ToBegin(run.Instance.Id), cancellation);

    public async Task GoOnAsync(ProcessRun run, WorkflowStepRow closed, CancellationToken cancellation)
    {
        await DeliverAsync(run, cancellation);
        await RehearseAsync(run, new(closed.Id, closed.Outcome!), cancellation);
    }

    /// <summary>Elsa cannot add a branch to a running process; before its first parallel step there is nothing to follow.</summary>
    public async Task<string?> FollowTasksAsync(ProcessRun run, CancellationToken cancellation) =>
        await run.Db.WorkflowBranches.AnyAsync(branch => branch.InstanceId == run.Instance.Id, cancellation)
            ? Tr($"Met Elsa kunnen taken niet meer wijzigen zodra het onderzoek per taak is begonnen.")
            : null;

    /// <summary>Tells Elsa's store what was committed before, if it does not know yet.</summary>
    /// <remarks>
    /// The row of the process, which every move changes, is the lock per instance: saving it first holds it until this
    /// transaction ends, on SQLite the whole file and on SQL Server that row for all nodes. A second node waits here or
    /// finds the row changed and starts again. Elsa's own runtime has no such lock.
    /// </remarks>
    public async Task DeliverAsync(ProcessRun run, CancellationToken cancellation)
    {
        await run.Db.SaveChangesAsync(cancellation);
        if (await Notes.PostedAsync(run, cancellation) is not { } posted)
        {
            return;
        }

        var repeat = BurstOf(run, posted, null);
        await (posted.IsStop ? host.StopAsync(repeat, cancellation) : host.RunAsync(repeat, cancellation));
        await Notes.EmptyAsync(run, cancellation);
    }

    private async Task RehearseAsync(ProcessRun run, Resumption resumption, CancellationToken cancellation)
    {
        if (await host.RunAsync(BurstOf(run, resumption, activities), cancellation))
        {
            run.Instance.Status = WorkflowStatus.Finished;
        }

        await Notes.PostAsync(run, resumption, cancellation);
    }

    private static Burst BurstOf(ProcessRun run, Resumption cause, AutomaticActivities? activities) =>
        new(run with { NewStepId = (node, taskKey) => cause.StepId(node.Path, taskKey) }, cause, activities);
}
