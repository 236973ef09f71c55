using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    /// <summary>A step with a term of 14 days.</summary>
    private static readonly string OneStep = new DefinitionBuilder().Human("first").Human("second").Build();

    [Theory]
    [InlineData(10.9, new string[0])]
    [InlineData(11, new[] { "Reminder first" })]
    [InlineData(14, new[] { "Reminder first", "Deadline first" })]
    [InlineData(20.9, new[] { "Reminder first", "Deadline first" })]
    [InlineData(21, new[] { "Reminder first", "Deadline first", "Overdue first" })]
    [InlineData(28, new[] { "Reminder first", "Deadline first", "Overdue first", "Overdue first" })]
    public async Task FireDueTimersAsync_EveryHour_RemindsEscalatesAndRemindsAgain(double days, string[] expected)
    {
        var (assessmentId, _) = await PublishAndStartAsync(OneStep, tasks: 0);

        for (var hour = 0; hour <= days * 24; hour += 1)
        {
            await Runner.FireDueTimersAsync(Now.AddHours(hour));
        }

        Assert.Equal(expected, await World.TrailAsync(assessmentId, "deadline"));
        Assert.Equal(days >= 14, (await StepAsync(assessmentId, "first")).EscalatedUtc is not null);
    }

    [Fact]
    public async Task FireDueTimersAsync_OnlyAfterTheDeadline_SkipsTheReminder()
    {
        var (assessmentId, _) = await PublishAndStartAsync(OneStep, tasks: 0);

        await NewNode().FireDueTimersAsync(Now.AddDays(60));

        Assert.Equal(["Deadline first"], await World.TrailAsync(assessmentId, "deadline"));
    }

    [Fact]
    public async Task FireDueTimersAsync_TwoPollersAtADeadline_EscalateOnce()
    {
        var (assessmentId, _) = await PublishAndStartAsync(OneStep, tasks: 0);
        WorkflowRunner[] nodes = [Runner, NewNode()];

        var fired = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => nodes[i % 2].FireDueTimersAsync(Now.AddDays(15)))));

        Assert.Equal(1, fired.Sum());
        Assert.Equal(["Deadline first"], await World.TrailAsync(assessmentId, "deadline"));
    }

    [Fact]
    public async Task FireDueTimersAsync_DeadlineWhereEscalationIsAWayOn_TakesIt()
    {
        var json = new DefinitionBuilder().Human("track", "Audit.TrackActions", "manager").Unlinked().Human("talk", role: "sponsor")
            .Connect("track", "Escalated", "talk").Connect("talk", "Done", "track").Build();
        var (assessmentId, _) = await PublishAndStartAsync(json, tasks: 0);

        await Runner.FireDueTimersAsync(Now.AddDays(14));

        Assert.Equal(["talk"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task SubmitAsync_StepWithADeadline_LeavesNoTimerBehind()
    {
        var (assessmentId, _) = await PublishAndStartAsync(OneStep, tasks: 0);
        await SubmitAsync(await StepAsync(assessmentId, "first"));
        await SubmitAsync(await StepAsync(assessmentId, "second"));

        await using var db = World.Context();
        Assert.Empty(await db.WorkflowTimers.ToListAsync());
        Assert.Equal(["proef"], await World.TrailAsync(assessmentId, "nobody-waits"));
    }

    [Fact]
    public async Task SubmitAsync_AtTheDeadline_EitherWinsAndNothingIsDoubled()
    {
        var (assessmentId, _) = await PublishAndStartAsync(OneStep, tasks: 0);
        var step = await StepAsync(assessmentId, "first");

        var submitted = Task.Run(() => Runner.SubmitAsync(Submission(step), Now.AddDays(14)));
        await Task.WhenAll(submitted, Task.Run(() => NewNode().FireDueTimersAsync(Now.AddDays(14))));

        Assert.Equal(SubmitResult.Advanced, await submitted);
        Assert.Equal(["second"], await OpenAsync(assessmentId));
        await using var db = World.Context();
        Assert.Single(await db.WorkflowTimers.ToListAsync());
    }

    [Fact]
    public async Task FireDueTimersAsync_DeadlinesInBranches_ComePerBranch()
    {
        var json = new DefinitionBuilder().Each("each", new DefinitionBuilder("body").Human("ask")).Build();
        var (assessmentId, _) = await PublishAndStartAsync(json, tasks: 2);
        await SubmitAsync(await StepAsync(assessmentId, "ask", "t1"));

        await Runner.FireDueTimersAsync(Now.AddDays(14));

        Assert.Equal(["Deadline ask:t2"], await World.TrailAsync(assessmentId, "deadline"));
    }
}
