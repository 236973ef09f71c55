using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    private static readonly string DelayThenNotify = new DefinitionBuilder().Delay("wait", "2.00:00:00").Automatic("told", ActivityNames.Notify).Human("after").Build();

    [Fact]
    public async Task FireDueTimersAsync_NotYetDue_Waits()
    {
        var (assessmentId, _) = await PublishAndStartAsync(DelayThenNotify, tasks: 0);

        Assert.Equal(0, await Runner.FireDueTimersAsync(Now.AddDays(2).AddSeconds(-1)));
        Assert.Equal(["wait"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FireDueTimersAsync_TwoPollersRace_FiresOnce()
    {
        var (assessmentId, _) = await PublishAndStartAsync(DelayThenNotify, tasks: 0);
        WorkflowRunner[] nodes = [Runner, NewNode()];

        var fired = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => nodes[i % 2].FireDueTimersAsync(Now.AddDays(3)))));

        Assert.Equal(1, fired.Sum());
        Assert.Single(await World.TrailAsync(assessmentId, ActivityNames.Notify));
        Assert.Equal(["after"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FireDueTimersAsync_OverdueAfterARestart_FiresOnce()
    {
        var (assessmentId, _) = await PublishAndStartAsync(DelayThenNotify, tasks: 0);
        var restarted = NewNode();

        Assert.Equal(1, await restarted.FireDueTimersAsync(Now.AddDays(30)));
        Assert.Equal(0, await restarted.FireDueTimersAsync(Now.AddDays(30)));
        Assert.Equal(["after"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FireDueTimersAsync_DelayInEachBranch_FiresPerBranch()
    {
        var json = new DefinitionBuilder().Each("each", new DefinitionBuilder("body").Timer("wait", "1.00:00:00")).Human("after").Build();
        var (assessmentId, _) = await PublishAndStartAsync(json, tasks: 3);

        Assert.Equal(3, await Runner.FireDueTimersAsync(Now.AddDays(1)));
        Assert.Equal(["after"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FireDueTimersAsync_Cancelled_DoesNothing()
    {
        var (_, instanceId) = await PublishAndStartAsync(DelayThenNotify, tasks: 0);
        await Runner.CancelAsync(instanceId, Now);

        Assert.Equal(0, await Runner.FireDueTimersAsync(Now.AddDays(3)));
    }

    [Fact]
    public async Task FireDueTimersAsync_ActivityFails_KeepsTheStepWithAnIncident()
    {
        var (assessmentId, instanceId) = await PublishAndStartAsync(DelayThenNotify, tasks: 0);
        notify.Failure = "de mailserver antwoordt niet";

        Assert.Equal(0, await Runner.FireDueTimersAsync(Now.AddDays(3)));

        Assert.Contains("de mailserver antwoordt niet", (await StepAsync(assessmentId, "wait")).Incident?.ToString(), StringComparison.Ordinal);
        Assert.Empty(await World.TrailAsync(assessmentId, ActivityNames.Notify));
        Assert.NotNull((await World.InstanceAsync(instanceId)).Incident);
    }

    [Fact]
    public async Task RetryAsync_FailedTimer_GoesOnOnceTheCauseIsGone()
    {
        var (assessmentId, instanceId) = await PublishAndStartAsync(DelayThenNotify, tasks: 0);
        notify.Failure = "de mailserver antwoordt niet";
        await Runner.FireDueTimersAsync(Now.AddDays(3));
        var failed = await StepAsync(assessmentId, "wait");

        Assert.Equal(SubmitStatus.Refused, (await Runner.RetryAsync(failed.StepId, Now)).Status);
        notify.Failure = null;
        Assert.Equal(SubmitResult.Advanced, await Runner.RetryAsync(failed.StepId, Now));

        Assert.Equal(["after"], await OpenAsync(assessmentId));
        Assert.Null((await World.InstanceAsync(instanceId)).Incident);
        Assert.Equal(0, await Runner.FireDueTimersAsync(Now.AddDays(3)));
    }

    [Fact]
    public async Task FireDueTimersAsync_OneFails_OthersGoOn()
    {
        var (first, _) = await PublishAndStartAsync(DelayThenNotify, tasks: 0);
        notify.Failure = "de mailserver antwoordt niet";
        await Runner.FireDueTimersAsync(Now.AddDays(3));
        notify.Failure = null;
        var (second, _) = await StartAsync("proef", tasks: 0);

        Assert.Equal(1, await Runner.FireDueTimersAsync(Now.AddDays(3)));

        Assert.Equal(["wait"], await OpenAsync(first));
        Assert.Equal(["after"], await OpenAsync(second));
    }
}
