using Audit.Data.Database;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public abstract partial class WorkflowEngineContract
{
    [Fact]
    public async Task ReloadDefinitionsAsync_NewVersion_RunningCaseStaysOnItsOwn()
    {
        var (running, instanceId) = await PublishAndStartAsync(new DefinitionBuilder().Human("first").Human("second").Build(), tasks: 0);
        World.Publish("proef.json", new DefinitionBuilder().Human("first").Human("changed").Build(version: 2));
        Assert.Empty(await Runner.ReloadDefinitionsAsync(World.Definitions, Now));
        var (fresh, _) = await StartAsync("proef", tasks: 0);

        Runner = NewNode();
        await SubmitAsync(await StepAsync(running, "first"));
        await SubmitAsync(await StepAsync(fresh, "first"));

        Assert.Equal(["second"], await OpenAsync(running));
        Assert.Equal(["changed"], await OpenAsync(fresh));
        await SubmitAsync(await StepAsync(running, "second"));
        Assert.Equal(WorkflowStatus.Finished, (await World.InstanceAsync(instanceId)).Status);
    }

    [Fact]
    public async Task ReloadDefinitionsAsync_ChangedContentUnderTheSameVersion_IsRefused()
    {
        var (running, _) = await PublishAndStartAsync(new DefinitionBuilder().Human("first").Human("second").Build(), tasks: 0);
        World.Publish("proef.json", new DefinitionBuilder().Human("first").Human("changed").Build());

        var problem = Assert.Single(await Runner.ReloadDefinitionsAsync(World.Definitions, Now));

        Assert.EndsWith("proef.json", problem.Path, StringComparison.Ordinal);
        Assert.Contains("verhoog 'version'", problem.Message.ToString(), StringComparison.Ordinal);
        Runner = NewNode();
        await SubmitAsync(await StepAsync(running, "first"));
        Assert.Equal(["second"], await OpenAsync(running));
    }

    [Fact]
    public async Task ReloadDefinitionsAsync_SameContentAgain_ChangesNothing()
    {
        await StartDoorlichtingAsync(tasks: 1);

        Assert.Empty(await NewNode().ReloadDefinitionsAsync(World.Definitions, Now));
    }

    [Fact]
    public async Task ReloadDefinitionsAsync_OneFileUnreadable_PublishesNothing()
    {
        World.Publish("goed.json", new DefinitionBuilder().Human("first").Build("goed"));
        World.Publish("stuk.json", "{ \"definitionId\": ");

        var problems = await Runner.ReloadDefinitionsAsync(World.Definitions, Now);

        Assert.All(problems, problem => Assert.EndsWith("stuk.json", problem.Path, StringComparison.Ordinal));
        Assert.NotEmpty(problems);
        var assessmentId = await World.NewCaseAsync(tasks: 0);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Runner.StartAsync(new("goed", assessmentId, null), Now));
    }

    [Fact]
    public async Task ReloadDefinitionsAsync_TwoFilesWithOneVersion_IsRefused()
    {
        World.Publish("een.json", new DefinitionBuilder().Human("first").Build());
        World.Publish("twee.json", new DefinitionBuilder().Human("other").Build());

        var problem = Assert.Single(await Runner.ReloadDefinitionsAsync(World.Definitions, Now));

        Assert.Contains("een.json", problem.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReloadDefinitionsAsync_MissingFolder_IsRefused()
    {
        Assert.NotEmpty(await Runner.ReloadDefinitionsAsync(Path.Combine(World.Definitions, "nergens"), Now));
    }
}
