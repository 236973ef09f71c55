using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>What every engine behind the port must do, on a real database file. One subclass per engine.</summary>
public abstract partial class WorkflowEngineContract : IAsyncLifetime
{
    private ProbeActivity score = null!;
    private ProbeActivity plan = null!;
    private ProbeActivity notify = null!;

    protected WorkflowWorld World { get; private set; } = null!;

    /// <summary>The node on which the tests work unless they say otherwise.</summary>
    protected WorkflowRunner Runner { get; private set; } = null!;

    protected DateTime Now { get; private set; } = WorkflowWorld.Start;

    /// <summary>Whether the engine can add a branch to a running process and move it to another version; otherwise it refuses both.</summary>
    protected virtual bool ChangesRunningCases => true;

    protected abstract IWorkflowEngine NewEngine(IEnumerable<IAutomaticActivity> activities, IProcessEvents? events = null);

    public async ValueTask InitializeAsync()
    {
        World = await WorkflowWorld.CreateAsync();
        score = new(ActivityNames.ScoreTasks, World) { FoundFor = ["t2"] };
        plan = new(ActivityNames.GenerateActionPlan, World);
        notify = new(ActivityNames.Notify, World);
        Runner = NewNode();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return World.DisposeAsync();
    }

    /// <summary>A node that has just started: new engine, new connections, same file.</summary>
    private WorkflowRunner NewNode() => new(World.Open(), NewEngine([score, plan, notify], new ProbeEvents(World)));

    private async Task<(Guid AssessmentId, Guid InstanceId)> PublishAndStartAsync(string json, int tasks, string definitionId = "proef")
    {
        World.Publish($"{definitionId}.json", json);
        Assert.Empty(await Runner.ReloadDefinitionsAsync(World.Definitions, Now));
        return await StartAsync(definitionId, tasks);
    }

    private async Task<(Guid AssessmentId, Guid InstanceId)> StartAsync(string definitionId, int tasks)
    {
        var assessmentId = await World.NewCaseAsync(tasks);
        var started = await Runner.StartAsync(new(definitionId, assessmentId, World.UserId), Now);
        return (assessmentId, Assert.NotNull(started.InstanceId));
    }

    protected Task<(Guid AssessmentId, Guid InstanceId)> StartDoorlichtingAsync(int tasks) =>
        PublishAndStartAsync(ShippedDefinition.Read().Text(), tasks, "doorlichting");

    protected StepSubmission Submission(OpenStep step, string? outcome = null) =>
        new(step.StepId, outcome ?? ActivityCatalogue.Get(step.Activity).ForwardOutcome, Guid.NewGuid(), PersonOf(step));

    /// <summary>Who judges did not fill in.</summary>
    private Guid PersonOf(OpenStep step) => step.Activity is ActivityNames.ReviewStep or ActivityNames.Approval ? Judge : World.UserId;

    private async Task SubmitAsync(OpenStep step, string? outcome = null) =>
        Assert.Equal(SubmitResult.Advanced, await Runner.SubmitAsync(Submission(step, outcome), Now));

    /// <summary>The one open step of this activity.</summary>
    private async Task<OpenStep> StepAsync(Guid assessmentId, string activityId, string taskKey = "") =>
        Assert.Single(await Runner.OpenStepsAsync(assessmentId), step => step.ActivityId == activityId && step.TaskKey == taskKey);

    /// <summary>The open steps as "activity" or "activity:task", sorted.</summary>
    private async Task<IReadOnlyList<string>> OpenAsync(Guid assessmentId) =>
        [.. (await Runner.OpenStepsAsync(assessmentId)).Select(Name).Order(StringComparer.Ordinal)];

    private static string Name(OpenStep step) => step.TaskKey.Length == 0 ? step.ActivityId : $"{step.ActivityId}:{step.TaskKey}";

    /// <summary>Chooses the forward outcome of every step until one of this activity is open.</summary>
    protected async Task WalkToAsync(Guid assessmentId, string activityId)
    {
        for (var open = await Runner.OpenStepsAsync(assessmentId); open.All(step => step.ActivityId != activityId); open = await Runner.OpenStepsAsync(assessmentId))
        {
            await SubmitAsync(open[0]);
        }
    }

    private static readonly Guid Judge = new("10000000-0000-0000-0000-000000000001");

    private void RequireChangesToRunningCases() => Assert.SkipUnless(ChangesRunningCases, "This engine refuses to change running processes.");

    private static Task<SubmitResult[]> AtOnceAsync(int callers, Func<int, Task<SubmitResult>> submit) =>
        Task.WhenAll(Enumerable.Range(0, callers).Select(i => Task.Run(() => submit(i))));
}
