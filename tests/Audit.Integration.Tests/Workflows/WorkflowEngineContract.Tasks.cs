using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    private static readonly string AskThenTalk = new DefinitionBuilder()
        .Human("start").Each("each", new DefinitionBuilder("body").Human("ask").Human("check")).Human("talk").Build();

    [Fact]
    public async Task FollowTasksAsync_TaskAdded_OpensItsBranchAndLeavesTheOthers()
    {
        var assessmentId = await AtAskAsync(tasks: 2);
        await SubmitAsync(await StepAsync(assessmentId, "ask", "t1"));

        Assert.Null(await ChangeTasksAsync(assessmentId, added: "t3"));

        Assert.Equal(["ask:t2", "ask:t3", "check:t1"], await OpenAsync(assessmentId));
        await WalkToAsync(assessmentId, "talk");
    }

    [Fact]
    public async Task FollowTasksAsync_TaskDropped_ClosesItsBranchOnly()
    {
        var assessmentId = await AtAskAsync(tasks: 3);
        await SubmitAsync(await StepAsync(assessmentId, "ask", "t2"));

        Assert.Null(await ChangeTasksAsync(assessmentId, dropped: "t2"));

        Assert.Equal(["ask:t1", "ask:t3"], await OpenAsync(assessmentId));
        await WalkToAsync(assessmentId, "talk");
        Assert.Equal(["talk"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FollowTasksAsync_DroppedTaskComesBack_OpensItsBranchAnewUnlessItWasDone()
    {
        var assessmentId = await AtAskAsync(tasks: 3);
        await SubmitAsync(await StepAsync(assessmentId, "ask", "t3"));
        await SubmitAsync(await StepAsync(assessmentId, "check", "t3"));
        Assert.Null(await ChangeTasksAsync(assessmentId, dropped: "t2"));
        Assert.Null(await ChangeTasksAsync(assessmentId, dropped: "t3"));

        Assert.Null(await ChangeTasksAsync(assessmentId, added: "t2"));
        Assert.Null(await ChangeTasksAsync(assessmentId, added: "t3"));

        Assert.Equal(["ask:t1", "ask:t2"], await OpenAsync(assessmentId));
        await WalkToAsync(assessmentId, "talk");
        Assert.Equal(["talk"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FollowTasksAsync_LastOpenBranchDropped_GoesOn()
    {
        var assessmentId = await AtAskAsync(tasks: 2);
        await SubmitAsync(await StepAsync(assessmentId, "ask", "t1"));
        await SubmitAsync(await StepAsync(assessmentId, "check", "t1"));

        Assert.Null(await ChangeTasksAsync(assessmentId, dropped: "t2"));

        Assert.Equal(["talk"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FollowTasksAsync_BeforeTheParallelStep_ChangesNothingYet()
    {
        var (assessmentId, _) = await PublishAndStartAsync(AskThenTalk, tasks: 1);

        Assert.Null(await ChangeTasksAsync(assessmentId, added: "t2"));
        Assert.Equal(["start"], await OpenAsync(assessmentId));

        await WalkToAsync(assessmentId, "ask");
        Assert.Equal(["ask:t1", "ask:t2"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task FollowTasksAsync_AfterTheParallelStep_IsRefusedAndNothingChanges()
    {
        var assessmentId = await AtAskAsync(tasks: 1);
        await WalkToAsync(assessmentId, "talk");

        var refusal = await ChangeTasksAsync(assessmentId, added: "t2");

        Assert.Contains("'each'", refusal, StringComparison.Ordinal);
        await using var db = World.Context();
        Assert.Single(db.PublicTasks.Where(task => task.AssessmentId == assessmentId));
    }

    [Fact]
    public async Task FollowTasksAsync_WhileABranchIsSubmitted_LosesNeither()
    {
        var assessmentId = await AtAskAsync(tasks: 2);
        var first = await StepAsync(assessmentId, "ask", "t1");

        await Task.WhenAll(
            Task.Run(() => Runner.SubmitAsync(Submission(first), Now)),
            Task.Run(() => ChangeTasksAsync(assessmentId, added: "t3")),
            Task.Run(() => ChangeTasksAsync(assessmentId, dropped: "t2")));

        Assert.Equal(["ask:t3", "check:t1"], await OpenAsync(assessmentId));
    }

    private async Task<Guid> AtAskAsync(int tasks)
    {
        RequireChangesToRunningCases();
        var (assessmentId, _) = await PublishAndStartAsync(AskThenTalk, tasks);
        await SubmitAsync(await StepAsync(assessmentId, "start"));
        return assessmentId;
    }

    /// <summary>Changes the tasks and lets the process follow, in one transaction that a refusal undoes.</summary>
    private async Task<string?> ChangeTasksAsync(Guid assessmentId, string? added = null, string? dropped = null)
    {
        var engine = NewEngine([score, plan, notify], new ProbeEvents(World));
        try
        {
            await World.Open().WriteAsync(async db =>
            {
                await WorkflowWorld.SetTaskAsync(db, assessmentId, added ?? dropped!, added is not null);
                await db.SaveChangesAsync();
                if (await engine.FollowTasksAsync(db, assessmentId, Now) is { } refusal)
                {
                    throw new InvalidOperationException(refusal);
                }
            });
            return null;
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }
}
