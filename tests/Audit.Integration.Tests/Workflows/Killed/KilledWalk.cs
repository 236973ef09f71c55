using Audit.Data.Database;
using Audit.WorkflowWorker;
using Audit.Workflows.Engine;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>One case in a process that is killed at a moment of its walk, held against the walk that nobody disturbed.</summary>
internal sealed class KilledWalk(WorkOrder order, ReferenceWalk walk, Moment moment, int microseconds)
{
    private readonly List<string> problems = [];

    /// <summary>What the process that is killed has to do.</summary>
    public WorkOrder ToKill { get; } = order with { KillAt = moment.Number, KillAfterMicroseconds = microseconds };

    /// <summary>What who comes after it has to do.</summary>
    public WorkOrder Order => order;

    /// <summary>Whether it goes on for a little while after its moment.</summary>
    public bool IsKilledLater => microseconds > 0;

    public IReadOnlyList<string> Problems => [.. problems.Select(problem => $"{order.DefinitionId}, {moment} +{microseconds} µs: {problem}")];

    public async Task CheckKilledAsync()
    {
        var killed = await CaseRows.ReadAsync(order);
        problems.AddRange(CaseCheck.Problems(killed, order));
        CheckState(CaseText.Exact(killed));
        await CheckReplayAsync(killed);
    }

    public async Task CheckEndedAsync()
    {
        var ended = await CaseRows.ReadAsync(order);
        problems.AddRange(CaseCheck.Problems(ended, order));
        var state = CaseText.Exact(ended);
        if (state != walk.States[^1])
        {
            problems.Add($"ended otherwise: {CaseText.Difference(walk.States[^1], state)}");
        }
    }

    /// <summary>Exactly the commits before the kill are there; a kill some time later may leave more of them, but never half a one.</summary>
    private void CheckState(string state)
    {
        var isReached = microseconds == 0 ? state == walk.StateAt(moment) : walk.States.Skip(walk.CommitsAt(moment)).Contains(state);
        if (!isReached)
        {
            problems.Add($"not as the walk was here: {CaseText.Difference(walk.StateAt(moment), state)}");
        }
    }

    /// <summary>Who does not know whether the last submission was taken sends it again: now it is taken, or it was already.</summary>
    private async Task CheckReplayAsync(CaseRows killed)
    {
        if (WorkLog.Read(order.Log).LastOrDefault(line => line.Event is LogEvent.Tried) is not { } tried)
        {
            return;
        }

        var wasTaken = killed.Steps.Single(step => step.Id == tried.StepId).Status is StepStatus.Done;
        var expected = wasTaken ? SubmitStatus.AlreadyDone : SubmitStatus.Advanced;
        var (first, second) = await KillWorld.InsideAsync(order, new(), async walker => (await walker.ReplayAsync(tried), await walker.ReplayAsync(tried)));
        if ((first, second) != (expected, SubmitStatus.AlreadyDone))
        {
            problems.Add($"replayed {tried}: {first}, {second}");
        }
    }
}
