using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Engine;

/// <summary>Carries out the moves that <see cref="FlowWalk"/> works out, until the process waits or ends.</summary>
internal sealed class ProcessMover(AutomaticActivities activities) : IProcessMover
{
    public Task BeginAsync(ProcessRun run, CancellationToken cancellation) =>
        MoveAsync(run, new(FlowWalk.Start(run.Definition), string.Empty), cancellation);

    public Task GoOnAsync(ProcessRun run, WorkflowStepRow closed, CancellationToken cancellation)
    {
        var node = run.Definition.Find(closed.Path)!;
        return MoveAsync(run, new(FlowWalk.After(run.Definition, node, closed.Outcome!), closed.TaskKey), cancellation);
    }

    public async Task<string?> FollowTasksAsync(ProcessRun run, CancellationToken cancellation)
    {
        var change = await Branches.FollowAsync(run, cancellation);
        if (change.Parallel is { } parallel)
        {
            run.Instance.Version = Guid.NewGuid();
            await StartBranchesAsync(run, parallel, change.Added, cancellation);
            if (change.AllDone)
            {
                await MoveAsync(run, After(run, parallel, Outcomes.Done, string.Empty), cancellation);
            }
        }

        return change.Refusal;
    }

    private async Task MoveAsync(ProcessRun run, Place place, CancellationToken cancellation)
    {
        for (Place? next = place; next is not null;)
        {
            next = await CarryOutAsync(run, next, cancellation);
        }
    }

    /// <summary>The place after this one; null where the process waits or ends.</summary>
    private async Task<Place?> CarryOutAsync(ProcessRun run, Place place, CancellationToken cancellation)
    {
        switch (place.Move)
        {
            case NextMove.Wait wait:
                OpenStep(run, wait.Node, place.TaskKey);
                return null;
            case NextMove.Run automatic:
                await activities.RunAsync(run, automatic.Node, place.TaskKey, cancellation);
                return After(run, automatic.Node, Outcomes.Done, place.TaskKey);
            case NextMove.Decide decision:
                var isTrue = await Decisions.IsTrueAsync(run, decision.Node, place.TaskKey, cancellation);
                return After(run, decision.Node, isTrue ? Outcomes.True : Outcomes.False, place.TaskKey);
            case NextMove.Fork fork:
                return await ForkAsync(run, fork.Node, cancellation);
            case NextMove.BranchEnds branch:
                return await Branches.EndAsync(run, branch.Parallel, place.TaskKey, cancellation)
                    ? After(run, branch.Parallel, Outcomes.Done, string.Empty)
                    : null;
            default:
                run.Instance.Status = WorkflowStatus.Finished;
                return null;
        }
    }

    private static Place After(ProcessRun run, ActivityNode node, string outcome, string taskKey) =>
        new(FlowWalk.After(run.Definition, node, outcome), taskKey);

    /// <summary>A row for the place where the process waits.</summary>
    internal static void OpenStep(ProcessRun run, ActivityNode node, string taskKey)
    {
        var isTimed = node.Type.Kind is ActivityKind.Timed;
        var step = new WorkflowStepRow
        {
            Id = run.NewStepId(node, taskKey),
            InstanceId = run.Instance.Id,
            Path = node.Path,
            TaskKey = taskKey,
            Activity = node.Type.Name,
            StepKey = node.StepKey,
            Role = node.Role,
            OpenedUtc = run.NowUtc,
            DueUtc = isTimed ? run.NowUtc + node.Wait : node.DueDays is { } days ? run.NowUtc.AddDays(days) : null,
            Version = Guid.NewGuid(),
        };
        run.Db.WorkflowSteps.Add(step);
        if (isTimed)
        {
            run.Db.WorkflowTimers.Add(new() { Id = Guid.CreateVersion7(), StepId = step.Id, DueUtc = step.DueUtc!.Value, Version = Guid.NewGuid() });
        }
        else if (Deadlines.First(step, node) is { } timer)
        {
            run.Db.WorkflowTimers.Add(timer);
        }
    }

    private async Task<Place?> ForkAsync(ProcessRun run, ActivityNode parallel, CancellationToken cancellation)
    {
        var taskKeys = await Branches.OpenAsync(run, parallel, cancellation);
        if (taskKeys.Count == 0)
        {
            return After(run, parallel, Outcomes.Done, string.Empty);
        }

        await StartBranchesAsync(run, parallel, taskKeys, cancellation);
        return null;
    }

    private async Task StartBranchesAsync(ProcessRun run, ActivityNode parallel, IEnumerable<string> taskKeys, CancellationToken cancellation)
    {
        foreach (var taskKey in taskKeys)
        {
            await MoveAsync(run, new(FlowWalk.StartBranch(run.Definition, parallel), taskKey), cancellation);
        }
    }

    /// <summary>A move and the branch in which it happens.</summary>
    private sealed record Place(NextMove Move, string TaskKey);
}
