using Audit.Workflows.Engine;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    [Fact]
    public async Task MoveAsync_ToANewerVersion_KeepsTheStepAndGoesOnThere()
    {
        var (assessmentId, instanceId) = await PublishAndStartAsync(new DefinitionBuilder().Human("first").Human("second").Build(), tasks: 0);
        var before = await StepAsync(assessmentId, "first");
        await PublishNextAsync(new DefinitionBuilder().Human("first", role: "jurist").Human("between").Human("second").Build(version: 2));

        var preview = (await PreviewAsync(instanceId, 2))!;
        Assert.Equal(["rol: procesbegeleider → jurist"], Assert.Single(preview.Steps).Changes);
        Assert.Null(preview.Refusal);
        Assert.Empty(preview.Passed);
        Assert.Equal("coach", (await StepAsync(assessmentId, "first")).Role);

        await MoveAsync(instanceId, 2);

        var after = await StepAsync(assessmentId, "first");
        Assert.Equal((before.StepId, "jurist"), (after.StepId, after.Role));
        await SubmitAsync(after);
        Assert.Equal(["between"], await OpenAsync(assessmentId));
    }

    [Fact]
    public async Task PreviewMoveAsync_NewStepBehindTheCase_IsNamedAsPassed()
    {
        var (assessmentId, instanceId) = await PublishAndStartAsync(new DefinitionBuilder().Human("first").Human("second").Build(), tasks: 0);
        await SubmitAsync(await StepAsync(assessmentId, "first"));
        await PublishNextAsync(new DefinitionBuilder().Human("first").Human("between").Human("second").Build(version: 2));

        Assert.Equal(["between"], (await PreviewAsync(instanceId, 2))!.Passed);
    }

    [Fact]
    public async Task MoveAsync_OpenStepIsGone_IsRefusedAndNothingChanges()
    {
        var (assessmentId, instanceId) = await PublishAndStartAsync(new DefinitionBuilder().Human("first").Human("second").Build(), tasks: 0);
        await PublishNextAsync(new DefinitionBuilder().Human("other").Human("second").Build(version: 2));

        var result = await MoveAsync(instanceId, 2);

        Assert.Contains("'first'", result!.Refusal!.ToString(), StringComparison.Ordinal);
        await SubmitAsync(await StepAsync(assessmentId, "first"));
        Assert.Equal(["second"], await OpenAsync(assessmentId));
    }

    /// <summary>The newer version is sound by itself, but this case would come past its review.</summary>
    [Fact]
    public async Task MoveAsync_PastAReview_IsRefusedWithThePath()
    {
        var old = new DefinitionBuilder().Human("ask", "Audit.QuestionnaireStep", "assessor").Human("talk").Automatic("score").Human("review", "Audit.ReviewStep", "auditor")
            .Human("adoption", "Audit.Approval", "sponsor").Connect("review", "SendBack", "ask").Connect("adoption", "SendBack", "talk").Build();
        var next = new DefinitionBuilder().Human("ask", "Audit.QuestionnaireStep", "assessor").Automatic("score").Human("review", "Audit.ReviewStep", "auditor").Human("talk")
            .Human("adoption", "Audit.Approval", "sponsor").Connect("review", "SendBack", "ask").Connect("adoption", "SendBack", "talk").Build(version: 2);
        var (assessmentId, instanceId) = await PublishAndStartAsync(old, tasks: 0);
        await SubmitAsync(await StepAsync(assessmentId, "ask"));
        await PublishNextAsync(next);

        var refusal = (await MoveAsync(instanceId, 2))!.Refusal;

        Assert.Contains("talk → adoption", refusal!.ToString(), StringComparison.Ordinal);
        Assert.Contains("zonder beoordeling", refusal!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoveAsync_InsideOpenBranches_LosesNone()
    {
        var (assessmentId, instanceId) = await PublishAndStartAsync(AskThenTalk, tasks: 3);
        await SubmitAsync(await StepAsync(assessmentId, "start"));
        await SubmitAsync(await StepAsync(assessmentId, "ask", "t2"));
        await PublishNextAsync(new DefinitionBuilder().Human("start").Each("each", new DefinitionBuilder("body").Human("ask").Human("check").Human("sign")).Human("talk").Build(version: 2));

        Assert.Null((await MoveAsync(instanceId, 2))!.Refusal);

        Assert.Equal(["ask:t1", "ask:t3", "check:t2"], await OpenAsync(assessmentId));
        await SubmitAsync(await StepAsync(assessmentId, "check", "t2"));
        Assert.Equal(["ask:t1", "ask:t3", "sign:t2"], await OpenAsync(assessmentId));
        await WalkToAsync(assessmentId, "talk");
    }

    [Fact]
    public async Task MoveAsync_UnknownVersionOrTheSame_IsNothing()
    {
        var (_, instanceId) = await PublishAndStartAsync(new DefinitionBuilder().Human("first").Build(), tasks: 0);

        Assert.Null(await MoveAsync(instanceId, 1));
        Assert.Null(await MoveAsync(instanceId, 7));
    }

    private async Task PublishNextAsync(string json)
    {
        RequireChangesToRunningCases();
        World.Publish("proef.json", json);
        Assert.Empty(await Runner.ReloadDefinitionsAsync(World.Definitions, Now));
    }

    private async Task<MovePreview?> PreviewAsync(Guid instanceId, int version)
    {
        await using var db = World.Context();
        return await NewEngine([]).PreviewMoveAsync(db, instanceId, version);
    }

    private Task<MovePreview?> MoveAsync(Guid instanceId, int version) =>
        World.Open().WriteAsync(db => NewEngine([]).MoveAsync(db, instanceId, version));
}
