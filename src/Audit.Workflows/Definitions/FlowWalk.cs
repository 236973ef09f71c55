using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>Where a process goes next. One place at a time: only a parallel step splits.</summary>
public abstract record NextMove
{
    /// <summary>Stop at an activity that waits for a person or a moment.</summary>
    public sealed record Wait(ActivityNode Node) : NextMove;

    /// <summary>Run an automatic activity, then go on from its outcome.</summary>
    public sealed record Run(ActivityNode Node) : NextMove;

    /// <summary>Evaluate a decision, then go on from True or False.</summary>
    public sealed record Decide(ActivityNode Node) : NextMove;

    /// <summary>Open a branch per task; when none remains, go on from the outcome of the parallel step.</summary>
    public sealed record Fork(ActivityNode Node) : NextMove;

    /// <summary>This branch of the parallel step has ended.</summary>
    public sealed record BranchEnds(ActivityNode Parallel) : NextMove;

    /// <summary>The whole process has ended.</summary>
    public sealed record End : NextMove;

    private NextMove()
    {
    }
}

/// <summary>Walks a definition; pure, so that engine, checker and simulator cannot disagree about where a path leads.</summary>
public static class FlowWalk
{
    /// <summary>Where a new process begins.</summary>
    public static NextMove Start(WorkflowDefinition definition) => Enter(definition, definition.Root);

    /// <summary>Where a branch of a parallel step begins.</summary>
    public static NextMove StartBranch(WorkflowDefinition definition, ActivityNode parallel) => Enter(definition, parallel.Children[0]);

    /// <summary>Where an outcome of an activity leads.</summary>
    public static NextMove After(WorkflowDefinition definition, ActivityNode node, string outcome)
    {
        if (definition.ParentOf(node) is not { } parent)
        {
            return new NextMove.End();
        }

        var follower = parent.Type.Kind switch
        {
            ActivityKind.Flowchart => ConnectedTo(parent, node, outcome),
            ActivityKind.Sequence => FollowerOf(parent, node),
            ActivityKind.Parallel => null,
            ActivityKind.Decision or ActivityKind.Timed or ActivityKind.Human or ActivityKind.Automatic =>
                throw new InvalidOperationException($"{parent.Type.Name} holds no activities."),
        };
        return follower is not null ? Enter(definition, follower)
            : parent.Type.Kind is ActivityKind.Parallel ? new NextMove.BranchEnds(parent)
            : After(definition, parent, Outcomes.Done);
    }

    /// <summary>The first stop inside an activity, or the activity itself.</summary>
    private static NextMove Enter(WorkflowDefinition definition, ActivityNode node) => node.Type.Kind switch
    {
        ActivityKind.Flowchart => Enter(definition, node.Children.First(child => child.Id == node.Start)),
        ActivityKind.Sequence => Enter(definition, node.Children[0]),
        ActivityKind.Parallel => new NextMove.Fork(node),
        ActivityKind.Decision => new NextMove.Decide(node),
        ActivityKind.Timed or ActivityKind.Human => new NextMove.Wait(node),
        ActivityKind.Automatic => new NextMove.Run(node),
    };

    private static ActivityNode? ConnectedTo(ActivityNode flowchart, ActivityNode node, string outcome) =>
        flowchart.Connections.FirstOrDefault(connection => connection.Source.Activity == node.Id && connection.Source.Name == outcome) is { } found
            ? flowchart.Children.First(child => child.Id == found.Target.Activity)
            : null;

    private static ActivityNode? FollowerOf(ActivityNode sequence, ActivityNode node) =>
        sequence.Children.SkipWhile(child => child.Id != node.Id).Skip(1).FirstOrDefault();
}
