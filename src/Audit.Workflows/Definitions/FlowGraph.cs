using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>A way from one activity to the next, containers left out.</summary>
/// <param name="From">An activity that holds no others.</param>
/// <param name="Outcome">The port by which it is left.</param>
/// <param name="To">The next such activity; null = the process ends.</param>
public sealed record FlowEdge(ActivityNode From, string Outcome, ActivityNode? To);

/// <summary>All ways through a definition; paths cross into the body of a parallel step and out of it.</summary>
/// <remarks>Requires that <see cref="StructureRules"/> found nothing.</remarks>
public sealed class FlowGraph
{
    private readonly Dictionary<string, IReadOnlyList<FlowEdge>> edges;

    public FlowGraph(WorkflowDefinition definition)
    {
        Definition = definition;
        First = Land(FlowWalk.Start(definition))!;
        edges = Leaves.ToDictionary(node => node.Path, EdgesOf);
    }

    public WorkflowDefinition Definition { get; }

    /// <summary>Where a process begins.</summary>
    public ActivityNode First { get; }

    /// <summary>Every activity that holds no others.</summary>
    public IEnumerable<ActivityNode> Leaves => Definition.Activities.Where(node => !node.Type.IsContainer);

    /// <summary>The ways out of an activity, one per outcome.</summary>
    public IReadOnlyList<FlowEdge> From(ActivityNode node) => edges[node.Path];

    /// <summary>Paths of the activities that can come after this one; of itself only when it lies on a loop.</summary>
    public HashSet<string> ReachedFrom(ActivityNode node)
    {
        var reached = new HashSet<string>();
        for (var queue = new Queue<ActivityNode>([node]); queue.TryDequeue(out var at);)
        {
            foreach (var next in From(at).Select(edge => edge.To).OfType<ActivityNode>().Where(next => reached.Add(next.Path)))
            {
                queue.Enqueue(next);
            }
        }

        return reached;
    }

    private IReadOnlyList<FlowEdge> EdgesOf(ActivityNode node) =>
        [.. node.Type.Outcomes.Select(outcome => new FlowEdge(node, outcome.Name, Land(FlowWalk.After(Definition, node, outcome.Name))))];

    /// <summary>The activity where a move ends up, following one branch of a parallel step.</summary>
    private ActivityNode? Land(NextMove move) => move switch
    {
        NextMove.Wait wait => wait.Node,
        NextMove.Run run => run.Node,
        NextMove.Decide decide => decide.Node,
        NextMove.Fork fork => Land(FlowWalk.StartBranch(Definition, fork.Node)),
        NextMove.BranchEnds branch => Land(FlowWalk.After(Definition, branch.Parallel, Outcomes.Done)),
        _ => null,
    };
}
