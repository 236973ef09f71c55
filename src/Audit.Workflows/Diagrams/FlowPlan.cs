using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>A place in a container: an activity, or the mark where it begins or ends.</summary>
/// <param name="Key">Path of the activity, or the name of the mark.</param>
/// <param name="Node">The activity; null for a mark.</param>
internal sealed record Stop(string Key, ActivityNode? Node)
{
    public static Stop Begin { get; } = new("Begin", null);

    /// <summary>The whole process ends.</summary>
    public static Stop End { get; } = new("Einde", null);

    /// <summary>What is inside a frame ends; outside it the process goes on.</summary>
    public static Stop Ready { get; } = new("Klaar", null);

    /// <summary>What stands in a mark.</summary>
    public string Words => Key switch
    {
        "Begin" => Tr($"Begin"),
        "Einde" => Tr($"Einde"),
        "Klaar" => Tr($"Klaar"),
        _ => Key,
    };

    public static Stop Of(ActivityNode node) => new(node.Path, node);
}

/// <summary>What stands beside each other: on the way forward, and on a detour from it.</summary>
internal sealed record PlanRow(Stop? Main, Stop? Side);

/// <summary>A way from one stop to another, for all outcomes that take it.</summary>
internal sealed record PlanEdge(Stop From, IReadOnlyList<string> Outcomes, Stop To);

/// <summary>What one container holds, in rows, with the ways between them.</summary>
internal sealed record FlowPlan(IReadOnlyList<PlanRow> Rows, IReadOnlyList<PlanEdge> Edges)
{
    /// <param name="container">An activity that holds others.</param>
    /// <param name="isWhole">Whether it is the whole process, so that begin and end are marked.</param>
    public static FlowPlan Of(ActivityNode container, bool isWhole) =>
        container.Type.Kind is ActivityKind.Flowchart ? OfFlowchart(container, isWhole) : OfOneAfterTheOther(container);

    private static FlowPlan OfOneAfterTheOther(ActivityNode container)
    {
        var stops = container.Children.Select(Stop.Of).ToList();
        return new(
            [.. stops.Select(stop => new PlanRow(stop, null))],
            [.. stops.Zip(stops.Skip(1), (from, to) => new PlanEdge(from, [Outcomes.Done], to))]);
    }

    private static FlowPlan OfFlowchart(ActivityNode flowchart, bool isWhole)
    {
        var rows = FlowOrder.RowsOf(flowchart).ToList();
        var end = isWhole ? Stop.End : Stop.Ready;
        var edges = EdgesOf(flowchart, end).ToList();
        if (isWhole)
        {
            rows.Insert(0, new(Stop.Begin, null));
            edges.Insert(0, new(Stop.Begin, [], Stop.Of(flowchart.Children.First(child => child.Id == flowchart.Start))));
        }
        else if (flowchart.Children.All(child => child.Type.Outcomes.Count == 1))
        {
            // Without a choice the frame itself shows where the body ends.
            edges.RemoveAll(edge => edge.To == end);
        }

        if (edges.Any(edge => edge.To == end))
        {
            rows.Add(new(end, null));
        }

        return new(rows, edges);
    }

    private static IEnumerable<PlanEdge> EdgesOf(ActivityNode flowchart, Stop end) =>
        from child in flowchart.Children
        from way in child.Type.Outcomes.GroupBy(outcome => StopAfter(flowchart, child, outcome.Name) ?? end)
        select new PlanEdge(Stop.Of(child), [.. way.Select(outcome => outcome.Name)], way.Key);

    private static Stop? StopAfter(ActivityNode flowchart, ActivityNode child, string outcome) =>
        FlowOrder.Target(flowchart, child, outcome) is { } next ? Stop.Of(next) : null;
}
