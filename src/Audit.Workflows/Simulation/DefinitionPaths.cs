using Audit.Workflows.Definitions;

namespace Audit.Workflows.Simulation;

/// <summary>Lists the paths through a definition, for the simulator and for people who check a file.</summary>
public static class DefinitionPaths
{
    /// <summary>Enough for any process a person can oversee, and an end to those that nobody can.</summary>
    public const int Most = 1000;

    /// <summary>The paths from beginning to end, at most <see cref="Most"/>.</summary>
    /// <remarks>Every outcome of a choice is taken at most once per path, so that each loop appears at most once.</remarks>
    /// <param name="definition">A definition that the checker accepts.</param>
    public static IEnumerable<IReadOnlyList<FlowEdge>> All(WorkflowDefinition definition)
    {
        var graph = new FlowGraph(definition);
        return From(graph, graph.First, []).Take(Most);
    }

    private static IEnumerable<IReadOnlyList<FlowEdge>> From(FlowGraph graph, ActivityNode node, IReadOnlyList<FlowEdge> before)
    {
        var edges = graph.From(node);
        foreach (var edge in edges.Where(edge => edges.Count == 1 || !before.Contains(edge)))
        {
            IReadOnlyList<FlowEdge> path = [.. before, edge];
            foreach (var whole in edge.To is null ? [path] : From(graph, edge.To, path))
            {
                yield return whole;
            }
        }
    }
}
