using Audit.Workflows.Definitions;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Elsa;

/// <summary>One move of a process on Elsa, from a cause until it waits or ends. The activities of that run find it in their scope.</summary>
/// <remarks>
/// A move runs twice. First as a rehearsal in our transaction: activities act, steps and branches become rows and Elsa
/// stores nothing. Once that is committed it is repeated for Elsa's own store: then nothing acts, and what the rehearsal
/// decided is read back.
/// </remarks>
internal sealed class Burst(ProcessRun run, Resumption cause, AutomaticActivities? activities)
{
    private const string DecisionPrefix = "elsa.decision.";

    public Resumption Cause => cause;

    public ProcessRun Run => run;

    public bool IsRehearsal => activities is not null;

    /// <summary>What went wrong; Elsa turns exceptions into incidents of its own, which is not what callers expect.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Runs a part, unless an earlier part failed.</summary>
    /// <param name="part">What to do.</param>
    /// <param name="otherwise">Result when it failed.</param>
    public async ValueTask<T> TryAsync<T>(Func<Task<T>> part, T otherwise)
    {
        try
        {
            return Failure is null ? await part() : otherwise;
        }
        catch (Exception failure)
        {
            Failure = failure;
            return otherwise;
        }
    }

    /// <summary>Opens a place where the process waits.</summary>
    /// <returns>Id of the bookmark.</returns>
    public string Open(ActivityNode node, string taskKey)
    {
        if (IsRehearsal)
        {
            ProcessMover.OpenStep(run, node, taskKey);
        }

        return Resumption.BookmarkIdOf(run.NewStepId(node, taskKey));
    }

    public async Task<bool> ActAsync(ActivityNode node, string taskKey, CancellationToken cancellation)
    {
        await (activities?.RunAsync(run, node, taskKey, cancellation) ?? Task.CompletedTask);
        return true;
    }

    /// <summary>Keys of the branches of a parallel step; the tasks may have changed by the time the move is repeated.</summary>
    public async Task<IReadOnlyList<string>> ForkAsync(ActivityNode parallel, CancellationToken cancellation) => IsRehearsal
        ? await Branches.OpenAsync(run, parallel, cancellation)
        : await run.Db.WorkflowBranches
            .Where(branch => branch.InstanceId == run.Instance.Id && branch.Path == parallel.Path)
            .Select(branch => branch.TaskKey)
            .ToListAsync(cancellation);

    public async Task<bool> EndBranchAsync(ActivityNode parallel, string taskKey, CancellationToken cancellation)
    {
        if (IsRehearsal)
        {
            var branch = await run.Db.WorkflowBranches.SingleAsync(
                row => row.InstanceId == run.Instance.Id && row.Path == parallel.Path && row.TaskKey == taskKey, cancellation);
            branch.Done = true;
        }

        return true;
    }

    /// <summary>Remembers what was decided: an activity further on may have changed the fact by the time the move is repeated.</summary>
    public async Task<bool> DecideAsync(ActivityNode decision, string taskKey, CancellationToken cancellation)
    {
        var name = DecisionPrefix + decision.Id;
        if (!IsRehearsal)
        {
            var row = await run.Db.WorkflowFacts.FindAsync([run.Instance.Id, taskKey, name], cancellation);
            return bool.Parse(row!.Value);
        }

        var isTrue = await Decisions.IsTrueAsync(run, decision, taskKey, cancellation);
        await Notes.SetAsync(run, taskKey, name, isTrue.ToString(), cancellation);
        return isTrue;
    }
}

/// <summary>The burst of a scope; empty while Elsa only builds a graph.</summary>
internal sealed class CurrentBurst
{
    public Burst? Value { get; set; }
}
