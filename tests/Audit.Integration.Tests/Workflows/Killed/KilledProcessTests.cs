using System.Collections.Concurrent;
using System.Diagnostics;
using Audit.Data.Database;
using Audit.WorkflowWorker;
using Xunit;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>Real processes are killed with SIGKILL somewhere in a walk; who comes after them goes on as if nothing had happened.</summary>
public sealed class KilledProcessTests
{
    private const int ProcessesAtOnce = 2;
    private const int MostMicroseconds = 5000;
    private const int CasesPerProcess = 12;

    /// <summary>Three definitions; the cases that die in one process are of any of them.</summary>
    [Fact]
    public async Task Walk_KilledSomewhere_EndsAsIfUndisturbed()
    {
        using var doorlichting = await KillWorld.CreateAsync(KillScenario.Doorlichting, tasks: 3);
        using var branches = await KillWorld.CreateAsync(KillScenario.DelayInBranches, tasks: 3);
        using var end = await KillWorld.CreateAsync(KillScenario.DelayAtTheEnd, tasks: 0);
        var random = KillSeed.For("somewhere");
        KilledWalk[] walks = [.. await WalksAsync(doorlichting, 9, random), .. await WalksAsync(branches, 8, random), .. await WalksAsync(end, 5, random)];
        random.Shuffle(walks);
        var processes = walks.GroupBy(walk => walk.IsKilledLater).SelectMany(alike => alike.Chunk(CasesPerProcess)).ToList();
        var clock = Stopwatch.StartNew();

        var problems = await KillAndGoOnAsync(processes);

        Assert.True(problems.Count == 0, $"seed {KillSeed.Value}:\n{string.Join('\n', problems)}");
        KillSeed.Tell($"{walks.Length} walks killed in {processes.Count} processes, {walks.Count(walk => walk.IsKilledLater)} of them inside a command or commit, {clock.Elapsed.TotalSeconds:F0} s");
    }

    [Fact]
    public async Task Walk_KilledAgainAndAgain_EndsAsIfUndisturbed()
    {
        using var world = await KillWorld.CreateAsync(KillScenario.Doorlichting, tasks: 3);
        var random = KillSeed.For("again");
        var walk = await ReferenceWalk.OfAsync(NewCase(world));
        WorkOrder[] orders = [NewCase(world), NewCase(world), NewCase(world)];
        var kills = KillSeed.IsLong ? 12 : 2;
        var most = walk.Moments.Count / (kills + 1);
        for (var kill = 0; kill < kills; kill++)
        {
            var (exit, errors) = await ChildWorker.RunAsync([.. orders.Select(order => order with { KillAt = random.Next(most / 2, most) })]);

            Assert.True(exit == ChildWorker.Killed, $"seed {KillSeed.Value}: {exit} {errors}");
            foreach (var order in orders)
            {
                Assert.Empty(CaseCheck.Problems(await CaseRows.ReadAsync(order), order));
            }
        }

        foreach (var order in orders)
        {
            await KillWorld.WalkAsync(order);
            Assert.Equal(walk.States[^1], CaseText.Exact(await CaseRows.ReadAsync(order)));
        }

        KillSeed.Tell($"{orders.Length} doorlichtingen killed {kills} times each");
    }

    private static WorkOrder NewCase(KillWorld world) => world.NewCase() with { Seed = KillSeed.Value };

    /// <summary>Cases to kill at some moments, or at every one, and some to kill a little after a moment.</summary>
    private static async Task<IReadOnlyList<KilledWalk>> WalksAsync(KillWorld world, int kills, Random random)
    {
        var walk = await ReferenceWalk.OfAsync(NewCase(world));
        Assert.Equal(WorkflowStatus.Finished, Assert.Single(walk.Rows.Instances).Status);
        var moments = KillSeed.IsLong ? walk.Moments : KillPoints.Some(walk, kills, random);
        var later = KillPoints.WithASequel(walk, KillSeed.IsLong ? walk.Moments.Count / 4 : 3, random);
        KillSeed.Tell($"{world.DefinitionId}: {walk.Moments.Count} moments, {walk.States.Count - 1} commits; {moments.Count} kills at a moment, {later.Count} after one");
        return
        [
            .. moments.Select(moment => new KilledWalk(NewCase(world), walk, moment, 0)),
            .. later.Select(moment => new KilledWalk(NewCase(world), walk, moment, 1 + random.Next(MostMicroseconds))),
        ];
    }

    /// <summary>What was wrong, of all cases in all processes; every second process is followed by another one, the others by this one.</summary>
    private static async Task<IReadOnlyCollection<string>> KillAndGoOnAsync(List<KilledWalk[]> processes)
    {
        var problems = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(processes.Index(), new ParallelOptions { MaxDegreeOfParallelism = ProcessesAtOnce }, async (numbered, _) =>
        {
            var walks = numbered.Item;
            var (exit, errors) = await ChildWorker.RunAsync([.. walks.Select(walk => walk.ToKill)]);
            if (exit != ChildWorker.Killed)
            {
                problems.Add($"not killed but ended with {exit}: {errors}");
                return;
            }

            foreach (var walk in walks)
            {
                await walk.CheckKilledAsync();
            }

            if (await GoOnAsync([.. walks.Select(walk => walk.Order)], inAnother: numbered.Index % 2 == 0) is { } failure)
            {
                problems.Add(failure);
            }

            foreach (var walk in walks)
            {
                await walk.CheckEndedAsync();
                walk.Problems.ToList().ForEach(problems.Add);
            }
        });
        return problems;
    }

    /// <summary>Why the walks did not go on; null when they did.</summary>
    private static async Task<string?> GoOnAsync(IReadOnlyList<WorkOrder> orders, bool inAnother)
    {
        if (inAnother)
        {
            var (exit, errors) = await ChildWorker.RunAsync(orders);
            return exit == 0 ? null : $"going on ended with {exit}: {errors}";
        }

        foreach (var order in orders)
        {
            await KillWorld.WalkAsync(order);
        }

        return null;
    }
}
