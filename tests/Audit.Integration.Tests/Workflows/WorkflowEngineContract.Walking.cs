using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    private static readonly string[] Research = ["scope", "regulation", "policy", "discretion", "process", "severity"];

    [Fact]
    public async Task SubmitAsync_WholeDoorlichtingWithThreeTasks_EndsAfterAYear()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 3);

        await WalkToAsync(assessmentId, "year");
        Assert.Equal(["year"], await OpenAsync(assessmentId));
        Assert.Equal(["score"], await World.TrailAsync(assessmentId, ActivityNames.ScoreTasks));
        Assert.Equal(["plan"], await World.TrailAsync(assessmentId, ActivityNames.GenerateActionPlan));

        Now = Now.AddDays(366);
        Assert.Equal(1, await Runner.FireDueTimersAsync(Now));
        Assert.Equal(["adopted", "repeat"], await World.TrailAsync(assessmentId, ActivityNames.Notify));
        Assert.Equal(WorkflowStatus.Finished, (await World.InstanceAsync(instanceId)).Status);
    }

    [Fact]
    public async Task SubmitAsync_NewNodeBeforeEveryStep_EndsAllTheSame()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 2);
        var steps = 0;
        for (var open = await Runner.OpenStepsAsync(assessmentId); open[0].IsHuman; open = await Runner.OpenStepsAsync(assessmentId))
        {
            Runner = NewNode();
            await SubmitAsync(open[0]);
            steps++;
        }

        Assert.Equal(["year"], await OpenAsync(assessmentId));
        Assert.Equal(11 + (2 * Research.Length) + 2, steps);
    }

    [Fact]
    public async Task OpenStepsAsync_ParallelStepEntered_HasAStepPerTaskInOrder()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 3);
        await WalkToAsync(assessmentId, "scope");

        var open = await Runner.OpenStepsAsync(assessmentId);

        Assert.Equal(["t1", "t2", "t3"], open.Select(step => step.TaskKey));
        Assert.All(open, step => Assert.Equal(("scope", "assessor", "coach"), (step.StepKey, step.Role, step.EscalateTo)));
        Assert.All(open, step => Assert.Equal(Now.AddDays(7), step.DueUtc));
    }

    [Fact]
    public async Task SubmitAsync_InASequence_OpensTheNextStepOfThatBranchOnly()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "scope");

        foreach (var (done, next) in Research.Zip(Research.Skip(1)))
        {
            await SubmitAsync(await StepAsync(assessmentId, done, "t2"));
            Assert.Equal([$"{next}:t2", "scope:t1"], (await OpenAsync(assessmentId)).OrderDescending(StringComparer.Ordinal).OrderBy(name => name.EndsWith("t1", StringComparison.Ordinal)));
        }

        await SubmitAsync(await StepAsync(assessmentId, "severity", "t2"));
        Assert.Equal(["scope:t1"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_SendBackInABranch_ReopensThatStepAndLeavesSiblingsAlone()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 3);
        await WalkToAsync(assessmentId, "review");
        var before = await Runner.OpenStepsAsync(assessmentId);

        await SubmitAsync(before.Single(step => step.TaskKey == "t2"), Outcomes.SendBack);

        Assert.Equal(["mend:t2", "review:t1", "review:t3"], await OpenAsync(assessmentId));
        Assert.Equal(
            before.Where(step => step.TaskKey != "t2").Select(step => step.StepId),
            (await Runner.OpenStepsAsync(assessmentId)).Where(step => step.TaskKey != "t2").Select(step => step.StepId));
    }

    [Fact]
    public async Task SubmitAsync_Mended_ScoresThatTaskAndReviewsItAgain()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "review");
        var first = await StepAsync(assessmentId, "review", "t2");
        await SubmitAsync(first, Outcomes.SendBack);

        await SubmitAsync(await StepAsync(assessmentId, "mend", "t2"));

        Assert.Equal(["score", "t2"], await World.TrailAsync(assessmentId, ActivityNames.ScoreTasks));
        Assert.NotEqual(first.StepId, (await StepAsync(assessmentId, "review", "t2")).StepId);
    }

    [Fact]
    public async Task SubmitAsync_AdoptionSentBack_ReturnsToTheSessionBefore()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        await WalkToAsync(assessmentId, "adoption");

        await SubmitAsync(await StepAsync(assessmentId, "adoption"), Outcomes.SendBack);

        Assert.Equal(["session-4"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_TrackingEscalated_ReturnsToTrackingThroughTheSponsor()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        await WalkToAsync(assessmentId, "tracking");

        await SubmitAsync(await StepAsync(assessmentId, "tracking"), Outcomes.Escalated);
        var escalation = await StepAsync(assessmentId, "escalation");
        Assert.Equal(Roles.Sponsor, escalation.Role);

        await SubmitAsync(escalation);
        Assert.Equal(["tracking"], await OpenAsync(assessmentId));
    }

    [Theory]
    [InlineData(Outcomes.Done)]
    [InlineData(Outcomes.Skipped)]
    public async Task SubmitAsync_CultureSurvey_GoesOnEitherWay(string outcome)
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        await WalkToAsync(assessmentId, "culture");

        await SubmitAsync(await StepAsync(assessmentId, "culture"), outcome);

        Assert.Equal(["citizens"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task StartAsync_ParallelStepWithoutTasks_CompletesAtOnce()
    {
        var json = new DefinitionBuilder().Each("each", new DefinitionBuilder("body").Human("inside")).Human("after").Build();

        var (assessmentId, _) = await PublishAndStartAsync(json, tasks: 0);

        Assert.Equal(["after"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task StartAsync_BranchesThatNeedNobody_CompleteAtOnce()
    {
        var json = new DefinitionBuilder().Each("each", new DefinitionBuilder("body").Automatic("score")).Human("after").Build();

        var (assessmentId, _) = await PublishAndStartAsync(json, tasks: 3);

        Assert.Equal(["after"], await OpenAsync(assessmentId));
        Assert.Equal(["t1", "t2", "t3"], await World.TrailAsync(assessmentId, ActivityNames.ScoreTasks));
    }

    [Fact]
    public async Task SubmitAsync_SentBackBeforeAParallelStep_OpensAllBranchesAgain()
    {
        var json = new DefinitionBuilder()
            .Each("each", new DefinitionBuilder("body").Human("inside"))
            .Human("judge", ActivityNames.ReviewStep, Roles.Auditor)
            .Connect("judge", Outcomes.SendBack, "each")
            .Build();
        var (assessmentId, instanceId) = await PublishAndStartAsync(json, tasks: 2);
        await WalkToAsync(assessmentId, "judge");

        await SubmitAsync(await StepAsync(assessmentId, "judge"), Outcomes.SendBack);
        Assert.Equal(["inside:t1", "inside:t2"], await OpenAsync(assessmentId));

        await WalkToAsync(assessmentId, "judge");
        await SubmitAsync(await StepAsync(assessmentId, "judge"));
        Assert.Equal(WorkflowStatus.Finished, (await World.InstanceAsync(instanceId)).Status);
    }

    [Fact]
    public async Task StartAsync_DecisionOnAFact_IsTakenPerBranch()
    {
        var body = new DefinitionBuilder("body").Automatic("score").Decision("found", "fact.found")
            .Human("found-yes").Unlinked().Human("found-no")
            .Connect("found", Outcomes.True, "found-yes").Connect("found", Outcomes.False, "found-no");

        var (assessmentId, _) = await PublishAndStartAsync(new DefinitionBuilder().Variable("fact.found").Each("each", body).Build(), tasks: 3);

        Assert.Equal(["found-no:t1", "found-no:t3", "found-yes:t2"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task CancelAsync_OpenBranches_ClosesThemForGood()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "scope");
        var open = await StepAsync(assessmentId, "scope", "t1");

        Assert.True(await Runner.CancelAsync(instanceId, Now));

        Assert.Empty(await OpenAsync(assessmentId));
        Assert.Equal(SubmitStatus.Refused, (await Runner.SubmitAsync(Submission(open), Now)).Status);
        Assert.False(await Runner.CancelAsync(instanceId, Now));
    }

    [Fact]
    public async Task StartAsync_SecondProcessOnOneCase_RunsBesideTheFirst()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        World.Publish("proef.json", new DefinitionBuilder().Human("beside").Build());
        Assert.Empty(await Runner.ReloadDefinitionsAsync(World.Definitions, Now));

        Assert.NotNull((await Runner.StartAsync(new("proef", assessmentId, World.UserId), Now)).InstanceId);

        Assert.Equal(["beside", "start"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_FactSetByTheChange_DecidesAtOnce()
    {
        var json = new DefinitionBuilder().Variable("fact.open").Human("ask").Decision("choice", "fact.open").Human("yes").Unlinked().Human("no")
            .Connect("choice", "True", "yes").Connect("choice", "False", "no").Build();
        var (assessmentId, instanceId) = await PublishAndStartAsync(json, tasks: 0);

        await Runner.SubmitAsync(Submission(await StepAsync(assessmentId, "ask")), Now, async db =>
        {
            await StateFacts.SetAsync(db, (instanceId, string.Empty), "open", "true");
            return null;
        });

        Assert.Equal(["yes"], await OpenAsync(assessmentId));
    }
}
