using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    [Fact]
    public async Task SubmitAsync_SameStepByTwentyAtOnce_AdvancesOnce()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        var step = await StepAsync(assessmentId, "start");

        var results = await AtOnceAsync(20, _ => Runner.SubmitAsync(Submission(step), Now, Change(assessmentId)));

        Assert.Equal(19, results.Count(result => result == SubmitResult.AlreadyDone));
        Assert.Single(results, SubmitResult.Advanced);
        Assert.Equal(["tasks"], await OpenAsync(assessmentId));
        Assert.Single(await World.TrailAsync(assessmentId, "change"));
    }

    [Fact]
    public async Task SubmitAsync_SameStepFromTwoNodes_AdvancesOnce()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        var step = await StepAsync(assessmentId, "start");
        WorkflowRunner[] nodes = [Runner, NewNode()];

        var results = await AtOnceAsync(20, i => nodes[i % 2].SubmitAsync(Submission(step), Now, Change(assessmentId)));

        Assert.Single(results, SubmitResult.Advanced);
        Assert.Single(await World.TrailAsync(assessmentId, "change"));
    }

    [Fact]
    public async Task SubmitAsync_TwentyBranchesAtOnce_AllAdvance()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 20);
        await WalkToAsync(assessmentId, "scope");
        var open = await Runner.OpenStepsAsync(assessmentId);
        WorkflowRunner[] nodes = [Runner, NewNode()];

        var results = await AtOnceAsync(20, i => nodes[i % 2].SubmitAsync(Submission(open[i]), Now));

        Assert.All(results, result => Assert.Equal(SubmitResult.Advanced, result));
        var after = await Runner.OpenStepsAsync(assessmentId);
        Assert.Equal(20, after.Count);
        Assert.All(after, step => Assert.Equal("regulation", step.ActivityId));
    }

    [Fact]
    public async Task SubmitAsync_LastStepsOfAllBranchesAtOnce_GoOnOnce()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 20);
        await WalkToAsync(assessmentId, "review");
        var open = await Runner.OpenStepsAsync(assessmentId);

        await AtOnceAsync(20, i => Runner.SubmitAsync(Submission(open[i]), Now));

        Assert.Equal(["session-4"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_ReplayedSubmission_IsAlreadyDone()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        var submission = Submission(await StepAsync(assessmentId, "start"));
        await Runner.SubmitAsync(submission, Now, Change(assessmentId));

        var replay = await NewNode().SubmitAsync(submission, Now, Change(assessmentId));

        Assert.Equal(SubmitResult.AlreadyDone, replay);
        Assert.Single(await World.TrailAsync(assessmentId, "change"));
        Assert.Equal(["tasks"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_DomainRefuses_ChangesNothing()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);
        var step = await StepAsync(assessmentId, "start");

        var result = await Runner.SubmitAsync(Submission(step), Now, async db =>
        {
            await Change(assessmentId)(db);
            return "Het verslag ontbreekt.";
        });

        Assert.Equal(SubmitResult.Refused("Het verslag ontbreekt."), result);
        Assert.Empty(await World.TrailAsync(assessmentId, "change"));
        Assert.Equal(step.StepId, (await StepAsync(assessmentId, "start")).StepId);
    }

    [Fact]
    public async Task SubmitAsync_TasksChosenInTheSameChange_OpenTheirBranches()
    {
        var json = new DefinitionBuilder().Human("choose", ActivityNames.SelectTasks).Each("each", new DefinitionBuilder("body").Human("inside")).Build();
        var (assessmentId, _) = await PublishAndStartAsync(json, tasks: 0);

        await Runner.SubmitAsync(Submission(await StepAsync(assessmentId, "choose")), Now, db =>
        {
            db.PublicTasks.Add(new() { Id = Guid.NewGuid(), AssessmentId = assessmentId, Key = "bijstand", Name = "Bijstand" });
            return Task.FromResult<string?>(null);
        });

        Assert.Equal(["inside:bijstand"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_UnknownOutcome_IsRefusedWithTheKnownOnes()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 1);

        var result = await Runner.SubmitAsync(Submission(await StepAsync(assessmentId, "start"), Outcomes.Approved), Now);

        Assert.Equal(SubmitStatus.Refused, result.Status);
        Assert.Contains("Done", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmitAsync_UnknownStep_IsRefused()
    {
        var result = await Runner.SubmitAsync(new(Guid.NewGuid(), Outcomes.Done, Guid.NewGuid(), World.UserId), Now);

        Assert.Equal(SubmitStatus.Refused, result.Status);
    }

    [Fact]
    public async Task SubmitAsync_StepThatWaitsForAMoment_IsRefused()
    {
        var (assessmentId, _) = await PublishAndStartAsync(new DefinitionBuilder().Delay("wait", "1.00:00:00").Build(), tasks: 0);

        var result = await Runner.SubmitAsync(Submission(await StepAsync(assessmentId, "wait")), Now);

        Assert.Equal(SubmitStatus.Refused, result.Status);
    }

    [Fact]
    public async Task SubmitAsync_TwoReviewers_TakesTwoDifferentPeople()
    {
        var (assessmentId, _) = await StartTwoReviewersAsync();
        var step = await StepAsync(assessmentId, "judge");
        var first = Submission(step);

        Assert.Equal(SubmitResult.AwaitsSecond, await Runner.SubmitAsync(first, Now));
        Assert.Equal(SubmitResult.AlreadyDone, await Runner.SubmitAsync(first, Now));
        Assert.Equal(SubmitStatus.Refused, (await Runner.SubmitAsync(Submission(step), Now)).Status);
        Assert.Equal(["judge"], await OpenAsync(assessmentId));

        Assert.Equal(SubmitResult.Advanced, await Runner.SubmitAsync(Submission(step) with { UserId = World.SecondUserId }, Now));
        Assert.Equal(["after"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_VoteOfWhoStandsInForTheFirstReviewer_IsNoSecondOne()
    {
        var (other, _) = await StartTwoReviewersAsync();
        var (assessmentId, _) = await StartTwoReviewersAsync();
        var step = await StepAsync(assessmentId, "judge");
        await World.HandOverAsync(assessmentId, Roles.Auditor);
        Assert.Equal(SubmitResult.AwaitsSecond, await Runner.SubmitAsync(Submission(step) with { UserId = World.UserId }, Now));
        var refused = await Runner.SubmitAsync(Submission(step) with { UserId = World.SecondUserId }, Now);
        Assert.Equal((SubmitStatus.Refused, "U vervangt iemand die al heeft beslist, of uw vervanger deed dat. Iemand anders moet de tweede beoordeling geven."), (refused.Status, refused.Reason));

        // In another case these two are two people.
        var elsewhere = await StepAsync(other, "judge");
        Assert.Equal(SubmitResult.AwaitsSecond, await Runner.SubmitAsync(Submission(elsewhere) with { UserId = World.UserId }, Now));
        Assert.Equal(SubmitResult.Advanced, await Runner.SubmitAsync(Submission(elsewhere) with { UserId = World.SecondUserId }, Now));
    }

    [Fact]
    public async Task SubmitAsync_TwoReviewersAndOneSendsBack_CountsVotesAnew()
    {
        var (assessmentId, _) = await StartTwoReviewersAsync();
        var step = await StepAsync(assessmentId, "judge");
        await Runner.SubmitAsync(Submission(step), Now);

        await SubmitAsync(step, Outcomes.SendBack);
        await SubmitAsync(await StepAsync(assessmentId, "before"));

        Assert.Equal(SubmitResult.AwaitsSecond, await Runner.SubmitAsync(Submission(await StepAsync(assessmentId, "judge")), Now));
    }

    [Fact]
    public async Task SubmitAsync_TwoReviewersAtOnce_NeitherVoteIsLost()
    {
        var (assessmentId, _) = await StartTwoReviewersAsync();
        var step = await StepAsync(assessmentId, "judge");
        WorkflowRunner[] nodes = [Runner, NewNode()];
        Guid[] users = [World.UserId, World.SecondUserId];

        var results = await AtOnceAsync(2, i => nodes[i].SubmitAsync(Submission(step) with { UserId = users[i] }, Now));

        Assert.Single(results, SubmitResult.AwaitsSecond);
        Assert.Single(results, SubmitResult.Advanced);
    }

    /// <summary>A domain change that shows in the trail.</summary>
    private DomainChange Change(Guid assessmentId) => db =>
    {
        db.Trail.Add(World.Trail(assessmentId, "change", "once"));
        return Task.FromResult<string?>(null);
    };

    private async Task<(Guid AssessmentId, Guid InstanceId)> StartTwoReviewersAsync()
    {
        var json = new DefinitionBuilder()
            .Human("before")
            .Human("judge", ActivityNames.ReviewStep, Roles.Auditor, reviewers: 2)
            .Human("after")
            .Connect("judge", Outcomes.SendBack, "before")
            .Build();
        var started = await PublishAndStartAsync(json, tasks: 0);
        await SubmitAsync(await StepAsync(started.AssessmentId, "before"));
        return started;
    }
}
