using Audit.Data.Database;
using Audit.WorkflowWorker;
using Xunit;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>The checks of these tests can fail: each notices the damage it is there for.</summary>
public sealed class CaseCheckTests
{
    private static readonly (string Problem, Func<CaseRows, CaseRows> Damage)[] Damages =
    [
        ("damaged file", rows => rows with { Integrity = "row 1 missing from index" }),
        ("acknowledged but lost", rows => rows with { Steps = [.. rows.Steps.Where(step => step.StepKey != "begin")] }),
        ("step with 2 changes", rows => rows with { Trail = [.. rows.Trail, rows.Trail.Last(row => row.Event == CaseWalker.Change)] }),
        ("step with 0 changes", rows => rows with { Trail = [.. rows.Trail.Where(row => row.Event != CaseWalker.Change)] }),
        ("2 open steps in main/each/:t1", rows => rows with { Steps = [.. rows.Steps, Open(rows, "t1")] }),
        ("0 open steps in main/each/:t2", rows => rows with { Steps = [.. rows.Steps.Except([Open(rows, "t2")])] }),
        ("branches of main/each", rows => rows with { Branches = [.. rows.Branches.Skip(1)] }),
        ("timer and step disagree", rows => rows with { Timers = [.. rows.Timers.Skip(1), new() { Id = rows.Timers[0].Id, StepId = rows.Timers[0].StepId, Fired = true }] }),
        ("timer and step disagree", rows => rows with { Timers = [.. rows.Timers.Skip(1)] }),
        ("timer and step disagree", rows => rows with { Timers = [.. rows.Timers, rows.Timers[0]] }),
        ("2 processes instead of one", rows => rows with { Instances = [.. rows.Instances, rows.Instances[0]] }),
    ];

    /// <summary>A change outside the transaction of its step is left alone, or left out, by a kill between the two.</summary>
    [Fact]
    public async Task Problems_ChangeInATransactionOfItsOwn_AreNoticed()
    {
        using var world = await KillWorld.CreateAsync(KillScenario.DelayAtTheEnd, tasks: 0);
        var (before, after) = (world.NewCase(), world.NewCase());

        var (exit, errors) = await ChildWorker.RunAsync(
            await ToKillBetweenAsync(before with { ChangeTransaction = ChangeTransaction.BeforeTheStep }, world.NewCase()),
            await ToKillBetweenAsync(after with { ChangeTransaction = ChangeTransaction.AfterTheStep }, world.NewCase()));

        Assert.True(exit == ChildWorker.Killed, errors);
        Assert.StartsWith("change without its step", Assert.Single(CaseCheck.Problems(await CaseRows.ReadAsync(before), before)), StringComparison.Ordinal);
        Assert.StartsWith("step with 0 changes", Assert.Single(CaseCheck.Problems(await CaseRows.ReadAsync(after), after)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_DamagedCase_AreNoticed()
    {
        using var world = await KillWorld.CreateAsync(KillScenario.DelayInBranches, tasks: 3);
        var order = world.NewCase();
        await KillWorld.WalkAsync(order with { UntilUtc = order.StartUtc.AddDays(1) });
        var rows = await CaseRows.ReadAsync(order);
        Assert.Empty(CaseCheck.Problems(rows, order));

        foreach (var (problem, damage) in Damages)
        {
            Assert.Contains(CaseCheck.Problems(damage(rows), order), found => found.StartsWith(problem, StringComparison.Ordinal));
        }
    }

    /// <summary>Killed when the first of the two transactions of the first step has been committed.</summary>
    private static async Task<WorkOrder> ToKillBetweenAsync(WorkOrder order, WorkOrder twin)
    {
        var walk = await ReferenceWalk.OfAsync(twin with { ChangeTransaction = order.ChangeTransaction });
        return order with { KillAt = walk.Moments.First(moment => moment is { Kind: MomentKind.AfterCommit, Doing: "begin" }).Number };
    }

    private static WorkflowStepRow Open(CaseRows rows, string task) => rows.Steps.Single(step => step.Status is StepStatus.Open && step.TaskKey == task);
}
