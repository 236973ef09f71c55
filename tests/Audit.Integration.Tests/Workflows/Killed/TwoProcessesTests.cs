using System.Diagnostics;
using Audit.Data.Database;
using Audit.WorkflowWorker;
using Xunit;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>Two processes work on one case in one database file at the same time.</summary>
public sealed class TwoProcessesTests
{
    private const int Tasks = 20;

    [Fact]
    public async Task Walk_OneOfTwoProcessesKilled_SurvivorFinishesEverything()
    {
        using var world = await KillWorld.CreateAsync(KillScenario.Doorlichting, Tasks);
        var outline = await OutlineAsync(world.NewCase());
        var random = KillSeed.For("two");
        for (var round = 0; round < (KillSeed.IsLong ? 20 : 1); round++)
        {
            var clock = Stopwatch.StartNew();
            WorkOrder first, second;
            (int ExitCode, string Errors)[] ends;
            var killAt = random.Next(60, 250);
            do
            {
                (first, second) = Pair(world.NewCase());
                await KillWorld.InsideAsync(first, new(), Started);
                ends = await ChildWorker.RunTogetherAsync(first with { KillAt = killAt }, second);
            }
            while (IsOutlived(ends, ref killAt));

            AssertEnds(ends, ChildWorker.Killed);
            await AssertOutcomeAsync(outline, first, second);
            Assert.All([first, second], order => Assert.Contains(WorkLog.Read(order.Log), line => line.Event is LogEvent.Acknowledged));
            KillSeed.Tell($"two processes, {Tasks} tasks: {Figures(first)} and then killed; {Figures(second)}; {clock.Elapsed.TotalSeconds:F0} s");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FireDueTimers_TwoProcessesAtOnce_EachFiresOnce(bool isOneKilled)
    {
        using var world = await KillWorld.CreateAsync(KillScenario.DelayInBranches, Tasks);
        var outline = await OutlineAsync(world.NewCase());
        var random = KillSeed.For("fire");
        for (var round = 0; round < (KillSeed.IsLong ? 10 : 1); round++)
        {
            WorkOrder first, second, waiting;
            (int ExitCode, string Errors)[] ends;

            // Both know nearly all twenty timers when they go on; firing one takes about ten commands.
            var killAt = isOneKilled ? random.Next(20, 100) : 0;
            do
            {
                (first, second) = Pair(world.NewCase());
                waiting = world.NewCase() with { Connection = first.Connection, UntilUtc = first.StartUtc.AddDays(1) };
                await KillWorld.WalkAsync(waiting);
                ends = await ChildWorker.RunTogetherAsync(first with { KillAt = killAt }, second);
            }
            while (IsOutlived(ends, ref killAt));

            AssertEnds(ends, isOneKilled ? ChildWorker.Killed : 0);
            await AssertOutcomeAsync(outline, first, second, waiting);
            var fired = OverdueTimerTests.Fired(first) + OverdueTimerTests.Fired(second);
            Assert.InRange(fired, isOneKilled ? 1 : Tasks + 1, Tasks + 1);
            KillSeed.Tell($"two processes fire {Tasks + 1} timers: {OverdueTimerTests.Fired(first)}{(isOneKilled ? " and killed" : "")}, {OverdueTimerTests.Fired(second)}");
        }
    }

    private static async Task<bool> Started(CaseWalker walker)
    {
        await walker.StartAsync();
        return true;
    }

    private static async Task<string> OutlineAsync(WorkOrder order)
    {
        await KillWorld.WalkAsync(order);
        return CaseText.Outline(await CaseRows.ReadAsync(order));
    }

    /// <summary>Two workers who take open steps in different orders.</summary>
    private static (WorkOrder First, WorkOrder Second) Pair(WorkOrder order) =>
    (
        order with { Seed = KillSeed.Value, PauseMilliseconds = 20 },
        order with { Seed = KillSeed.Value + 1, PauseMilliseconds = 20, Worker = "second", Log = Path.Combine(Path.GetDirectoryName(order.Log)!, "second.log") });

    /// <summary>Whether the second worker left the first too little to do to reach its end: proves nothing, so again with half the moments.</summary>
    private static bool IsOutlived((int ExitCode, string Errors)[] ends, ref int killAt)
    {
        if (ends[0].ExitCode != Death.Outlived || killAt < 10)
        {
            return false;
        }

        killAt /= 2;
        return true;
    }

    private static void AssertEnds((int ExitCode, string Errors)[] ends, int first)
    {
        Assert.True(ends[0].ExitCode == first, $"seed {KillSeed.Value}: {ends[0]}");
        Assert.True(ends[1].ExitCode == 0, $"seed {KillSeed.Value}: {ends[1]}");
    }

    /// <summary>The same steps, branches, timers, facts and automatic activities as of one undisturbed worker, each once.</summary>
    private static async Task AssertOutcomeAsync(string outline, params WorkOrder[] workers)
    {
        var rows = await CaseRows.ReadAsync(workers[0]);
        Assert.Equal(WorkflowStatus.Finished, Assert.Single(rows.Instances).Status);
        Assert.Empty(CaseCheck.Problems(rows, workers));
        Assert.Equal(outline, CaseText.Outline(rows));
    }

    private static string Figures(WorkOrder order)
    {
        var log = WorkLog.Read(order.Log);
        return $"{order.Worker} advanced {log.Count(line => line.Event is LogEvent.Acknowledged)} and came too late {log.Count(line => line.Event is LogEvent.AlreadyDone)} times";
    }
}
