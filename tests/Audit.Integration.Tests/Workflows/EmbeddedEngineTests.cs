using Audit.Data.Database;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>The embedded engine for Elsa 3 definitions.</summary>
public sealed class EmbeddedEngineTests : WorkflowEngineContract
{
    /// <summary>SQLite takes writers one by one anyhow; this shows the token that must do it on SQL Server.</summary>
    [Fact]
    public async Task SubmitAsync_SiblingBranchMovedSinceItWasRead_IsNoticedByTheToken()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "scope");
        var open = await Runner.OpenStepsAsync(assessmentId);
        var engine = NewEngine([]);
        await using var first = World.Context();
        await using var second = World.Context();
        Assert.Null(await engine.CheckAsync(first, Submission(open[0])));
        Assert.Null(await engine.CheckAsync(second, Submission(open[1])));

        Assert.Equal(SubmitResult.Advanced, await engine.SubmitAsync(first, Submission(open[0]), Now));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => engine.SubmitAsync(second, Submission(open[1]), Now));
    }

    [Fact]
    public async Task FireTimerAsync_TakenSinceItWasRead_IsNoticedByTheToken()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        await WalkToAsync(assessmentId, "year");
        var later = Now.AddDays(366);
        await using var slow = World.Context();
        var timer = await slow.WorkflowTimers.SingleAsync(row => row.Kind == TimerKind.GoOn);
        await slow.WorkflowSteps.SingleAsync(step => step.Id == timer.StepId);
        await slow.WorkflowInstances.SingleAsync();
        Assert.Equal(1, await Runner.FireDueTimersAsync(later));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => NewEngine([]).FireTimerAsync(slow, timer.Id, later));
    }

    protected override IWorkflowEngine NewEngine(IEnumerable<IAutomaticActivity> activities, IProcessEvents? events = null) => new EmbeddedEngine(activities, events);
}
