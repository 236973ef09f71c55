using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    [Fact]
    public async Task SubmitAsync_ActivityFails_LeavesEverythingAsItWas()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "citizens");
        var step = await StepAsync(assessmentId, "citizens");
        score.Failure = "het scoreprofiel ontbreekt";

        var result = await Runner.SubmitAsync(Submission(step), Now, Change(assessmentId));

        Assert.Equal(SubmitStatus.Refused, result.Status);
        Assert.Contains("het scoreprofiel ontbreekt", result.Reason, StringComparison.Ordinal);
        Assert.Empty(await World.TrailAsync(assessmentId, "change"));
        Assert.Empty(await World.TrailAsync(assessmentId, ActivityNames.ScoreTasks));
        var open = Assert.Single(await Runner.OpenStepsAsync(assessmentId));
        Assert.Equal((step.StepId, result.Reason), (open.StepId, open.Incident?.ToString()));
        Assert.Equal(open.Incident, SentenceJson.From((await World.InstanceAsync(instanceId)).Incident!));
        using var reader = Language.Use("en");
        Assert.Equal($"The activity 'score' (Audit.ScoreTasks) failed: {score.Failure}", Language.Tr(open.Incident!));
    }

    [Fact]
    public async Task SubmitAsync_Refused_SaysWhyInTheLanguageOfTheReader()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 2);
        var step = await StepAsync(assessmentId, "start");
        using var reader = Language.Use("en");
        var result = await Runner.SubmitAsync(Submission(step) with { Outcome = "Nergens" }, Now);
        Assert.StartsWith("'Nergens' is not an outcome of this step; possible are ", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmitAsync_AgainAfterAFailure_GoesOnAndClearsTheIncident()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "citizens");
        var submission = Submission(await StepAsync(assessmentId, "citizens"));
        score.Failure = "het scoreprofiel ontbreekt";
        await Runner.SubmitAsync(submission, Now, Change(assessmentId));

        score.Failure = null;
        Assert.Equal(SubmitResult.Advanced, await Runner.SubmitAsync(submission, Now, Change(assessmentId)));

        Assert.Equal(["session-3"], await OpenAsync(assessmentId));
        Assert.Single(await World.TrailAsync(assessmentId, "change"));
        Assert.Equal((WorkflowStatus.Running, null), await StateAsync(instanceId));
    }

    [Fact]
    public async Task SubmitAsync_FailureInOneBranch_LeavesSiblingsFree()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "review");
        await SubmitAsync(await StepAsync(assessmentId, "review", "t1"), Outcomes.SendBack);
        score.Failure = "het scoreprofiel ontbreekt";
        await Runner.SubmitAsync(Submission(await StepAsync(assessmentId, "mend", "t1")), Now);

        await SubmitAsync(await StepAsync(assessmentId, "review", "t2"));

        Assert.Equal(["mend:t1"], await OpenAsync(assessmentId));
        Assert.NotNull((await World.InstanceAsync(instanceId)).Incident);
    }

    [Fact]
    public async Task StartAsync_FirstActivityFails_LeavesNoCaseBehind()
    {
        World.Publish("proef.json", new DefinitionBuilder().Automatic("score").Human("after").Build());
        await Runner.ReloadDefinitionsAsync(World.Definitions, Now);
        var assessmentId = await World.NewCaseAsync(tasks: 0);
        score.Failure = "het scoreprofiel ontbreekt";

        var started = await Runner.StartAsync(new("proef", assessmentId, World.UserId), Now, Change(assessmentId));

        Assert.Null(started.InstanceId);
        Assert.Contains("het scoreprofiel ontbreekt", started.Reason, StringComparison.Ordinal);
        Assert.Empty(await World.TrailAsync(assessmentId, "change"));
    }

    private async Task<(WorkflowStatus Status, string? Incident)> StateAsync(Guid instanceId)
    {
        var instance = await World.InstanceAsync(instanceId);
        return (instance.Status, instance.Incident);
    }
}
