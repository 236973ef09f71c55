using System.Linq.Expressions;
using Audit.Data.Database;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>The rows of the branches of a parallel step.</summary>
internal static class Branches
{
    /// <summary>Adds a branch for every task, before the first one starts, because a branch may end at once.</summary>
    public static async Task<IReadOnlyList<string>> OpenAsync(ProcessRun run, ActivityNode parallel, CancellationToken cancellation)
    {
        var db = run.Db;
        await db.SaveChangesAsync(cancellation);
        db.WorkflowBranches.RemoveRange(await OfAsync(run, parallel.Path, cancellation));
        var taskKeys = await TaskKeysAsync(run, cancellation);
        Add(run, parallel.Path, taskKeys);
        await db.SaveChangesAsync(cancellation);
        return taskKeys;
    }

    /// <summary>Marks a branch as done.</summary>
    /// <returns>Whether it was the last one.</returns>
    public static async Task<bool> EndAsync(ProcessRun run, ActivityNode parallel, string taskKey, CancellationToken cancellation)
    {
        // Rows this transaction has already changed come back as changed, so that branches ending together count each other.
        var branches = await OfAsync(run, parallel.Path, cancellation);
        branches.Single(branch => branch.TaskKey == taskKey).Done = true;
        return branches.TrueForAll(branch => branch.Done);
    }

    /// <summary>Works out what a changed list of tasks means for the parallel steps of a process, and closes the branches of tasks that went out.</summary>
    public static async Task<BranchChange> FollowAsync(ProcessRun run, CancellationToken cancellation)
    {
        await run.Db.SaveChangesAsync(cancellation);
        var taskKeys = await TaskKeysAsync(run, cancellation);
        var rows = await run.Db.WorkflowBranches.AsTracking().Where(branch => branch.InstanceId == run.Instance.Id).ToListAsync(cancellation);
        foreach (var passed in rows.GroupBy(row => row.Path).Where(branches => branches.All(branch => branch.Done)))
        {
            if (taskKeys.Except(passed.Select(branch => branch.TaskKey)).Any())
            {
                return new(null, [], Tr($"Het onderdeel '{run.Definition.Find(passed.Key)!.Id}' is voor de andere taken al klaar. Begin voor een nieuwe taak een nieuwe doorlichting of een quickscan."));
            }
        }

        if (rows.Find(row => !row.Done)?.Path is not { } open)
        {
            return new(null, [], null);
        }

        var branches = rows.Where(row => row.Path == open).ToList();
        var added = taskKeys.Except(branches.Select(branch => branch.TaskKey)).ToList();
        Add(run, open, added);
        // A branch that was not done leaves no row, so that a task that comes back gets it anew.
        foreach (var gone in branches.Where(branch => !branch.Done && !taskKeys.Contains(branch.TaskKey)).ToList())
        {
            branches.Remove(gone);
            run.Db.WorkflowBranches.Remove(gone);
            await CancelStepsAsync(run.Db, step => step.InstanceId == run.Instance.Id && step.TaskKey == gone.TaskKey, run.NowUtc, cancellation);
        }

        await run.Db.SaveChangesAsync(cancellation);
        return new(run.Definition.Find(open), added, null) { AllDone = added.Count == 0 && branches.TrueForAll(branch => branch.Done) };
    }

    /// <summary>Cancels the steps that wait, with their deadlines.</summary>
    public static async Task CancelStepsAsync(
        AuditContext db, Expression<Func<WorkflowStepRow, bool>> which, DateTime nowUtc, CancellationToken cancellation)
    {
        var waiting = await db.WorkflowSteps.AsTracking()
            .Where(step => step.Status == StepStatus.Open || step.Status == StepStatus.Failed)
            .Where(which)
            .ToListAsync(cancellation);
        foreach (var step in waiting)
        {
            step.Status = StepStatus.Cancelled;
            step.ClosedUtc = nowUtc;
            step.Version = Guid.NewGuid();
        }

        await Deadlines.ClearAsync(db, [.. waiting.Select(step => step.Id)], cancellation);
    }

    private static Task<List<WorkflowBranchRow>> OfAsync(ProcessRun run, string path, CancellationToken cancellation) =>
        run.Db.WorkflowBranches.Where(branch => branch.InstanceId == run.Instance.Id && branch.Path == path).ToListAsync(cancellation);

    private static void Add(ProcessRun run, string path, IEnumerable<string> taskKeys) =>
        run.Db.WorkflowBranches.AddRange(taskKeys.Select(key => new WorkflowBranchRow
        {
            Id = Guid.CreateVersion7(),
            InstanceId = run.Instance.Id,
            Path = path,
            TaskKey = key,
        }));

    private static Task<List<string>> TaskKeysAsync(ProcessRun run, CancellationToken cancellation) =>
        run.Db.PublicTasks
            .Where(task => task.AssessmentId == run.Instance.AssessmentId && task.DroppedUtc == null)
            .OrderBy(task => task.Position)
            .ThenBy(task => task.Key)
            .Select(task => task.Key)
            .ToListAsync(cancellation);
}

/// <summary>What a changed list of tasks means for a process.</summary>
/// <param name="Parallel">The parallel step that is open; null when none is.</param>
/// <param name="Added">Tasks for which a branch must start.</param>
/// <param name="Refusal">Why the change cannot be followed, for the reader; null when it can.</param>
internal sealed record BranchChange(ActivityNode? Parallel, IReadOnlyList<string> Added, string? Refusal)
{
    /// <summary>True when closing branches closed the last one.</summary>
    public bool AllDone { get; init; }
}
