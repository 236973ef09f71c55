using Audit.Workflows.Definitions;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public sealed class FlowWalkTests
{
    private static readonly WorkflowDefinition Definition = DefinitionFile.Load(ShippedDefinition.Doorlichting).Definition!;

    [Fact]
    public void Start_Flowchart_WaitsAtItsFirstActivity() =>
        Assert.Equal("start", Assert.IsType<NextMove.Wait>(FlowWalk.Start(Definition)).Node.Id);

    [Fact]
    public void After_InASequence_IsTheNextActivity() =>
        Assert.Equal("policy", Assert.IsType<NextMove.Wait>(After("regulation", "Done")).Node.Id);

    [Fact]
    public void After_EndOfASequenceInABody_EndsTheBranch() =>
        Assert.Equal("research", Assert.IsType<NextMove.BranchEnds>(After("severity", "Done")).Parallel.Id);

    [Fact]
    public void After_OutcomeWithoutConnectionInABody_EndsTheBranch() =>
        Assert.Equal("review-tasks", Assert.IsType<NextMove.BranchEnds>(After("review", "Approved")).Parallel.Id);

    [Fact]
    public void After_ConnectionToAParallelStep_Forks() =>
        Assert.Equal("research", Assert.IsType<NextMove.Fork>(After("research-plan", "Done")).Node.Id);

    [Fact]
    public void StartBranch_NestedSequence_WaitsAtItsFirstActivity() =>
        Assert.Equal("scope", Assert.IsType<NextMove.Wait>(FlowWalk.StartBranch(Definition, Node("research"))).Node.Id);

    [Fact]
    public void After_ParallelStep_GoesOnOutsideIt() =>
        Assert.Equal("culture", Assert.IsType<NextMove.Wait>(After("research", "Done")).Node.Id);

    [Fact]
    public void After_ConnectionToAnAutomaticActivity_RunsIt() =>
        Assert.Equal("score", Assert.IsType<NextMove.Run>(After("citizens", "Done")).Node.Id);

    [Fact]
    public void After_SendBack_WaitsAtTheActivityNamed() =>
        Assert.Equal("session-4", Assert.IsType<NextMove.Wait>(After("adoption", "SendBack")).Node.Id);

    [Fact]
    public void After_LastActivity_Ends() => Assert.IsType<NextMove.End>(After("repeat", "Done"));

    [Fact]
    public void Path_NestedActivity_NamesWhatHoldsIt() =>
        Assert.Equal("main/research/research-task/components/policy", Node("policy").Path);

    private static NextMove After(string id, string outcome) => FlowWalk.After(Definition, Node(id), outcome);

    private static ActivityNode Node(string id) => Definition.Activities.Single(node => node.Id == id);
}
