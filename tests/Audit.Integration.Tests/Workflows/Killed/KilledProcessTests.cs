using System.Collections.Concurrent;
using System.Diagnostics;
using Audit.Data.Database;
using Audit.WorkflowWorker;
using Audit.Workflows.Engine;
using Xunit;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>A real process is killed with SIGKILL somewhere in a walk; another one goes on as if nothing had happened.</summary>
public sealed class KilledProcessTests
{
    private const int AtOnce = 2;

    [Theory]
    [InlineData("doorlichting", 10)]
    [InlineData("branches", 9)]
    [InlineData("end", 6)]
    public async Task Walk_KilledSomewhere_EndsAsIfUndisturbed(string scenario, int kills)
    {
        using var world = await KillWorld.CreateAsync(KillScenario.Named(scenario), tasks: 3);
        var random = KillSeed.For(scenario);
        var walk = await ReferenceWalk.OfAsync(world.NewCase() with { Seed = KillSeed.Value });
        Assert.Equal(WorkflowStatus.Finished, Assert.Single(walk.Rows.Instances).Status);
        var points = KillSeed.IsLong ? KillPoint.All(walk, random) : KillPoint.Some(walk, kills, random);
        var problems = new ConcurrentBag<string>();
        var clock = Stopwatch.StartNew();

        await Parallel.ForEachAsync(points.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (numbered, _) =>
        {
            var order = world.NewCase() with { Seed = KillSeed.Value };
            foreach (var problem in await KillAndGoOnAsync(order, walk, numbered.Item, inAChild: numbered.Index % 8 == 0))
            {
                problems.Add($"seed {KillSeed.Value}, {scenario}, {numbered.Item}: {problem}");
            }
        });

        Assert.Empty(problems);
        KillSeed.Tell($"{scenario}: {points.Count} walks killed at {walk.Moments.Count} moments in {clock.Elapsed.TotalSeconds:F0} s, {walk.States.Count - 1} commits each");
    }

    [Fact]
    public async Task Walk_KilledAgainAndAgain_EndsAsIfUndisturbed()
    {
        using var world = await KillWorld.CreateAsync(KillScenario.Doorlichting, tasks: 3);
        var random = KillSeed.For("again");
        var walk = await ReferenceWalk.OfAsync(world.NewCase() with { Seed = KillSeed.Value });
        var order = world.NewCase() with { Seed = KillSeed.Value };
        var (kills, exit, most) = (0, ChildWorker.Killed, KillSeed.IsLong ? 40 : 200);
        while (exit == ChildWorker.Killed)
        {
            // More than one look at the case, so that each worker gets somewhere.
            (exit, var errors) = await ChildWorker.RunAsync(order with { KillAt = random.Next(most / 2, most) });
            Assert.True(exit is 0 or ChildWorker.Killed, $"seed {KillSeed.Value}: {errors}");
            Assert.Empty(CaseCheck.Problems(await CaseRows.ReadAsync(order), order));
            kills += exit == ChildWorker.Killed ? 1 : 0;
        }

        Assert.Equal(walk.States[^1], CaseText.Exact(await CaseRows.ReadAsync(order)));
        Assert.True(kills >= 2, $"seed {KillSeed.Value}: {kills} kills");
        KillSeed.Tell($"one doorlichting killed {kills} times");
    }

    private static async Task<IReadOnlyList<string>> KillAndGoOnAsync(WorkOrder order, ReferenceWalk walk, KillPoint point, bool inAChild)
    {
        var (exit, errors) = await ChildWorker.RunAsync(order with { KillAt = point.Moment.Number, KillAfterMicroseconds = point.Microseconds });
        if (exit != ChildWorker.Killed)
        {
            return [$"the worker was not killed but ended with {exit} {errors}"];
        }

        var killed = await CaseRows.ReadAsync(order);
        List<string> problems = [.. CaseCheck.Problems(killed, order), .. StateProblems(CaseText.Exact(killed), walk, point)];
        problems.AddRange(await ReplayProblemsAsync(order, killed));
        (exit, errors) = inAChild ? await ChildWorker.RunAsync(order) : await InsideAsync(order);
        var ended = await CaseRows.ReadAsync(order);
        problems.AddRange(exit == 0 ? CaseCheck.Problems(ended, order) : [$"going on ended with {exit} {errors}"]);
        var end = CaseText.Exact(ended);
        return end == walk.States[^1] ? problems : [.. problems, $"ended otherwise: {CaseText.Difference(walk.States[^1], end)}"];
    }

    private static async Task<(int ExitCode, string Errors)> InsideAsync(WorkOrder order)
    {
        await KillWorld.WalkAsync(order);
        return (0, string.Empty);
    }

    /// <summary>Exactly the commits before the kill are there; a kill some time later may leave more of them, but never half a one.</summary>
    private static IEnumerable<string> StateProblems(string state, ReferenceWalk walk, KillPoint point)
    {
        var isReached = point.Microseconds == 0 ? state == walk.StateAt(point.Moment) : walk.States.Skip(walk.CommitsAt(point.Moment)).Contains(state);
        return isReached ? [] : [$"a state that the walk does not pass here: {CaseText.Difference(walk.StateAt(point.Moment), state)}"];
    }

    /// <summary>Who does not know whether the last submission was taken sends it again: once more it is taken, or it was already.</summary>
    private static async Task<IReadOnlyList<string>> ReplayProblemsAsync(WorkOrder order, CaseRows killed)
    {
        if (WorkLog.Read(order.Log).LastOrDefault(line => line.Event is LogEvent.Tried) is not { } tried)
        {
            return [];
        }

        var wasTaken = killed.Steps.Single(step => step.Id == tried.StepId).Status is StepStatus.Done;
        var expected = wasTaken ? SubmitStatus.AlreadyDone : SubmitStatus.Advanced;
        var (first, second) = await KillWorld.InsideAsync(order, new(), async walker => (await walker.ReplayAsync(tried), await walker.ReplayAsync(tried)));
        return (first, second) == (expected, SubmitStatus.AlreadyDone) ? [] : [$"replayed {tried}: {first}, {second}"];
    }
}
