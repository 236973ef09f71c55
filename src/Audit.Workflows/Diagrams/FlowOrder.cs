using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>Puts the activities of a flowchart in rows: the way forward below each other, detours beside the activity where they begin.</summary>
internal sealed class FlowOrder
{
    private readonly ActivityNode flowchart;
    private readonly HashSet<string> placed = [];

    private FlowOrder(ActivityNode flowchart) => this.flowchart = flowchart;

    public static IReadOnlyList<PlanRow> RowsOf(ActivityNode flowchart)
    {
        var order = new FlowOrder(flowchart);
        var forward = order.Follow(flowchart.Children.First(child => child.Id == flowchart.Start));
        var rows = new List<PlanRow>();
        foreach (var main in forward)
        {
            var detour = order.DetoursFrom(main).Select(Stop.Of).ToList();
            rows.Add(new(Stop.Of(main), detour.FirstOrDefault()));
            rows.AddRange(detour.Skip(1).Select(side => new PlanRow(null, side)));
        }

        return rows;
    }

    /// <summary>Where an outcome leads within the flowchart; null = out of it.</summary>
    public static ActivityNode? Target(ActivityNode flowchart, ActivityNode child, string outcome) =>
        flowchart.Connections.FirstOrDefault(connection => connection.Source == new Port(child.Id, outcome)) is { } found
            ? flowchart.Children.First(other => other.Id == found.Target.Activity)
            : null;

    /// <summary>The activity and those that follow it on the way forward, as far as they have no place yet.</summary>
    private List<ActivityNode> Follow(ActivityNode first)
    {
        var way = new List<ActivityNode>();
        for (ActivityNode? at = first; at is not null && placed.Add(at.Id); at = Forward(at))
        {
            way.Add(at);
        }

        return way;
    }

    private List<ActivityNode> DetoursFrom(ActivityNode node)
    {
        var found = new List<ActivityNode>();
        foreach (var first in Targets(node))
        {
            var way = Follow(first);
            found.AddRange(way);
            found.AddRange(way.SelectMany(DetoursFrom));
        }

        return found;
    }

    /// <summary>The next activity on the way forward; of a decision the way that has most before it.</summary>
    private ActivityNode? Forward(ActivityNode node) => ForwardTargets(node).MaxBy(CountAhead);

    private int CountAhead(ActivityNode first)
    {
        var seen = new HashSet<string>(placed);
        for (var queue = new Queue<ActivityNode>([first]); queue.TryDequeue(out var at);)
        {
            if (seen.Add(at.Id))
            {
                ForwardTargets(at).ToList().ForEach(queue.Enqueue);
            }
        }

        return seen.Count - placed.Count;
    }

    /// <summary>Sending back and escalating do not count as going forward.</summary>
    private IEnumerable<ActivityNode> ForwardTargets(ActivityNode node) => node.Type.Kind is ActivityKind.Decision
        ? Targets(node)
        : new[] { Target(flowchart, node, node.Type.ForwardOutcome) }.OfType<ActivityNode>();

    private IEnumerable<ActivityNode> Targets(ActivityNode node) =>
        node.Type.Outcomes.Select(outcome => Target(flowchart, node, outcome.Name)).OfType<ActivityNode>().Distinct();
}
