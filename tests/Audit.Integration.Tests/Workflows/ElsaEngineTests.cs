#if WITH_ELSA
using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Elsa;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>Elsa 3 behind the port; exists only in a build with Elsa.</summary>
public sealed class ElsaEngineTests : WorkflowEngineContract, IAsyncDisposable
{
    private readonly List<ElsaEngine> engines = [];

    private ElsaEngine Engine => engines[0];

    [Fact]
    public async Task DeliverAsync_AfterCommit_LeavesElsaWaitingAtTheSameSteps()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 3);
        Assert.Null(await Engine.WaitingInElsaAsync(instanceId));
        await WalkToAsync(assessmentId, "review");
        await SubmitOneAsync(assessmentId, Outcomes.SendBack);

        Assert.Equal(1, await Engine.DeliverAsync(Database));

        await AssertInStepAsync(assessmentId, instanceId);
        Assert.Equal(0, await Engine.DeliverAsync(Database));
    }

    [Fact]
    public async Task DeliverAsync_ByAnotherNodeAfterACrash_CatchesUp()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "scope");
        await SubmitOneAsync(assessmentId);
        NewEngine([]);

        Assert.Equal(1, await engines[^1].DeliverAsync(Database));

        await AssertInStepAsync(assessmentId, instanceId);
    }

    [Fact]
    public async Task DeliverAsync_RepeatedBecauseACrashHidTheFirst_ChangesNothing()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "scope");
        await SubmitOneAsync(assessmentId);
        await using var db = World.Context();
        var posted = await db.WorkflowFacts.AsNoTracking().SingleAsync(fact => fact.InstanceId == instanceId && fact.Value != "" && fact.Name.StartsWith("elsa.outbox"));
        await Engine.DeliverAsync(Database);
        db.WorkflowFacts.Update(posted);
        await db.SaveChangesAsync();

        Assert.Equal(1, await Engine.DeliverAsync(Database));

        await AssertInStepAsync(assessmentId, instanceId);
        await WalkToAsync(assessmentId, "culture");
    }

    [Fact]
    public async Task SubmitAsync_ProcessBegunWithTheOtherEngine_IsRefusedWithAReason()
    {
        World.Publish("proef.json", new DefinitionBuilder().Human("first").Build());
        await Runner.ReloadDefinitionsAsync(World.Definitions, Now);
        var assessmentId = await World.NewCaseAsync(tasks: 0);
        await new WorkflowRunner(Database, new EmbeddedEngine([])).StartAsync(new("proef", assessmentId, World.UserId), Now);

        var result = await Runner.SubmitAsync(Submission((await Runner.OpenStepsAsync(assessmentId))[0]), Now);

        Assert.Equal(SubmitStatus.Refused, result.Status);
        Assert.Contains("andere motor", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmitAsync_SentBackIntoTheWayThatWasNotTaken_OpensIt()
    {
        var json = new DefinitionBuilder()
            .Human("survey", ActivityNames.CultureSurvey).Human("long").Unlinked().Human("short")
            .Human("judge", ActivityNames.ReviewStep, Roles.Auditor).Human("after")
            .Connect("survey", Outcomes.Skipped, "short").Connect("long", Outcomes.Done, "judge").Connect("judge", Outcomes.SendBack, "long")
            .Build();
        World.Publish("proef.json", json);
        Assert.Empty(await Runner.ReloadDefinitionsAsync(World.Definitions, Now));
        var assessmentId = await World.NewCaseAsync(tasks: 0);
        await Runner.StartAsync(new("proef", assessmentId, World.UserId), Now);

        foreach (var (expected, outcome) in new[] { ("survey", Outcomes.Skipped), ("short", Outcomes.Done), ("judge", Outcomes.SendBack), ("long", Outcomes.Done), ("judge", Outcomes.Approved) })
        {
            Assert.Equal(expected, Assert.Single(await Runner.OpenStepsAsync(assessmentId)).ActivityId);
            await SubmitOneAsync(assessmentId, outcome);
        }

        Assert.Equal("after", Assert.Single(await Runner.OpenStepsAsync(assessmentId)).ActivityId);
    }

    [Fact]
    public async Task SubmitAsync_WithTheOtherEngineAfterElsa_GoesOn()
    {
        var (assessmentId, _) = await StartDoorlichtingAsync(tasks: 2);
        await WalkToAsync(assessmentId, "review");

        var other = new WorkflowRunner(Database, new EmbeddedEngine([]));
        foreach (var step in await other.OpenStepsAsync(assessmentId))
        {
            Assert.Equal(SubmitResult.Advanced, await other.SubmitAsync(Submission(step), Now));
        }

        Assert.Equal("session-4", Assert.Single(await other.OpenStepsAsync(assessmentId)).ActivityId);
    }

    [Fact]
    public async Task DeliverAsync_TwoNodesWhileBranchesAreSubmitted_LosesNothing()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 20);
        await WalkToAsync(assessmentId, "scope");
        var open = await Runner.OpenStepsAsync(assessmentId);
        NewEngine([]);
        var deliveries = engines.Select(engine => Task.Run(() => engine.DeliverAsync(World.Open())));
        var submissions = open.Select(step => Task.Run(() => Runner.SubmitAsync(Submission(step), Now)));

        var results = await Task.WhenAll(submissions);
        await Task.WhenAll(deliveries);
        await Engine.DeliverAsync(Database);

        Assert.All(results, result => Assert.Equal(SubmitResult.Advanced, result));
        await AssertInStepAsync(assessmentId, instanceId);
    }

    [Fact]
    public async Task DeliverAsync_DecisionWhoseFactChangedFurtherOn_IsRepeatedAsItWasTaken()
    {
        var body = new DefinitionBuilder("body").Automatic("score").Decision("found", "fact.found")
            .Human("found-yes").Unlinked().Human("found-no")
            .Connect("found", Outcomes.True, "found-yes").Connect("found", Outcomes.False, "found-no");
        World.Publish("proef.json", new DefinitionBuilder().Variable("fact.found").Each("each", body).Build());
        await Runner.ReloadDefinitionsAsync(World.Definitions, Now);
        var assessmentId = await World.NewCaseAsync(tasks: 3);
        var instanceId = Assert.NotNull((await Runner.StartAsync(new("proef", assessmentId, World.UserId), Now)).InstanceId);
        await Database.WriteAsync(db =>
        {
            foreach (var fact in db.WorkflowFacts.Where(fact => fact.Name == "found"))
            {
                fact.Value = "true";
            }

            return Task.CompletedTask;
        });

        await Engine.DeliverAsync(Database);

        await AssertInStepAsync(assessmentId, instanceId);
    }

    [Fact]
    public async Task DeliverAsync_ToTheEnd_LeavesNothingWaiting()
    {
        var (assessmentId, instanceId) = await StartDoorlichtingAsync(tasks: 1);
        await WalkToAsync(assessmentId, "year");
        Assert.Equal(1, await Runner.FireDueTimersAsync(Now.AddDays(366)));

        await Engine.DeliverAsync(Database);

        Assert.Empty(await WaitingAsync(instanceId));
    }

    [Fact]
    public async Task DeliverAsync_Cancelled_StopsItInElsaToo()
    {
        var (_, instanceId) = await StartDoorlichtingAsync(tasks: 1);
        await Engine.DeliverAsync(Database);
        await Runner.CancelAsync(instanceId, Now);

        await Engine.DeliverAsync(Database);

        Assert.Empty(await WaitingAsync(instanceId));
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }

        await DisposeAsync();
    }

    protected override bool ChangesRunningCases => false;

    protected override IWorkflowEngine NewEngine(IEnumerable<IAutomaticActivity> activities, IProcessEvents? events = null)
    {
        engines.Add(new(Database.Settings, activities, events));
        return engines[^1];
    }

    private AuditDatabase Database => field ??= World.Open();

    private async Task SubmitOneAsync(Guid assessmentId, string? outcome = null) =>
        Assert.Equal(SubmitResult.Advanced, await Runner.SubmitAsync(Submission((await Runner.OpenStepsAsync(assessmentId))[0], outcome), Now));

    private async Task<IReadOnlyList<Guid>> WaitingAsync(Guid instanceId)
    {
        var waiting = await Engine.WaitingInElsaAsync(instanceId);
        Assert.NotNull(waiting);
        return waiting;
    }

    private async Task AssertInStepAsync(Guid assessmentId, Guid instanceId)
    {
        var ours = (await Runner.OpenStepsAsync(assessmentId)).Select(step => step.StepId);
        Assert.Equal(ours.Order(), (await WaitingAsync(instanceId)).Order());
    }
}
#endif
