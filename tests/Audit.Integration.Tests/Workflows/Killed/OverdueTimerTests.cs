using Audit.Data.Database;
using Audit.WorkflowWorker;
using Audit.Workflows.Activities;
using Xunit;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>A moment passes while no process runs.</summary>
public sealed class OverdueTimerTests
{
    [Fact]
    public async Task FireDueTimers_KilledDuringADelay_FireOnceInTheNextProcess()
    {
        using var branches = await KillWorld.CreateAsync(KillScenario.DelayInBranches, tasks: 3);
        using var end = await KillWorld.CreateAsync(KillScenario.DelayAtTheEnd, tasks: 0);
        WorkOrder[] orders = [branches.NewCase(), end.NewCase()];

        var killed = await ChildWorker.RunAsync(await ToKillWhileWaitingAsync(orders[0], branches.NewCase()), await ToKillWhileWaitingAsync(orders[1], end.NewCase()));

        Assert.True(killed.ExitCode == ChildWorker.Killed, killed.Errors);
        Assert.Equal((3, 1), (await WaitingAsync(orders[0]), await WaitingAsync(orders[1])));
        Assert.All(orders, order => Assert.Equal(0, Fired(order)));

        Assert.Equal((0, string.Empty), await ChildWorker.RunAsync(orders));

        // The branch that is sent back waits a second time.
        Assert.Equal((4, 1), (Fired(orders[0]), Fired(orders[1])));
        var ended = await Task.WhenAll(orders.Select(CaseRows.ReadAsync));
        Assert.All(orders.Zip(ended), pair => Assert.Empty(CaseCheck.Problems(pair.Second, pair.First)));
        Assert.All(ended, rows => Assert.Equal(WorkflowStatus.Finished, Assert.Single(rows.Instances).Status));
        Assert.Equal(["told:t1", "told:t2", "told:t2", "told:t3"], ended[0].Trail.Where(row => row.Event == ActivityNames.Notify).Select(row => row.Subject).Order());
    }

    public static int Fired(WorkOrder order) =>
        WorkLog.Read(order.Log).Where(line => line.Event is LogEvent.Fired).Sum(line => int.Parse(line.Outcome, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Killed at the last moment at which time has not passed yet: everything that is open waits for a moment.</summary>
    private static async Task<WorkOrder> ToKillWhileWaitingAsync(WorkOrder order, WorkOrder twin)
    {
        var before = order.StartUtc.AddDays(1);
        var walk = await ReferenceWalk.OfAsync(twin with { UntilUtc = before });
        return order with { UntilUtc = before, KillAt = walk.Moments.Count };
    }

    private static async Task<int> WaitingAsync(WorkOrder order)
    {
        var rows = await CaseRows.ReadAsync(order);
        Assert.Empty(CaseCheck.Problems(rows, order));
        var open = rows.Steps.Where(step => step.Status is StepStatus.Open).ToList();
        Assert.All(open, step => Assert.Equal(ActivityNames.Delay, step.Activity));
        return open.Count;
    }
}
