using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Definitions;

/// <summary>What holds for every path: it ends, it loops only through a person's decision, and it keeps the order of the audit.</summary>
internal static class PathRules
{
    public static void Check(FlowGraph graph, ProblemList problems)
    {
        CheckReachable(graph, problems);
        CheckEnds(graph, problems);
        CheckLoops(graph, problems);
        foreach (var rule in OrderRule.For(graph.Definition))
        {
            foreach (var path in rule.Violations(graph))
            {
                var last = path[^1];
                problems.Error(last.Line, Sentence.Of($"activiteit '{last.Id}': {rule.Complaint}; pad: {Show(path)}"));
            }
        }
    }

    private static void CheckReachable(FlowGraph graph, ProblemList problems)
    {
        var reached = graph.ReachedFrom(graph.First);
        reached.Add(graph.First.Path);
        ReportUnreached(graph.Definition.Root, reached, problems);
    }

    /// <summary>Names the outermost activity that no path reaches, not everything in it.</summary>
    private static void ReportUnreached(ActivityNode node, HashSet<string> reached, ProblemList problems)
    {
        if (!node.WithDescendants().Any(inner => reached.Contains(inner.Path)))
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': geen enkel pad komt hier"));
            return;
        }

        foreach (var child in node.Children)
        {
            ReportUnreached(child, reached, problems);
        }
    }

    /// <summary>Names the activities that only lead to one another, not everything that leads to them.</summary>
    private static void CheckEnds(FlowGraph graph, ProblemList problems)
    {
        var ahead = graph.Leaves.ToDictionary(node => node.Path, graph.ReachedFrom);
        var ending = graph.Leaves.Where(node => graph.From(node).Any(edge => edge.To is null)).Select(node => node.Path).ToHashSet();
        foreach (var node in graph.Leaves.Where(node => !ending.Contains(node.Path) && !ahead[node.Path].Overlaps(ending)))
        {
            if (ahead[node.Path].All(next => ahead[next].Contains(node.Path)))
            {
                problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': vanaf hier komt geen enkel pad bij een einde"));
            }
        }
    }

    private static void CheckLoops(FlowGraph graph, ProblemList problems)
    {
        var done = new HashSet<string>();
        foreach (var node in graph.Leaves)
        {
            if (FindLoop(graph, node, [], done) is { } loop)
            {
                problems.Error(loop[0].Line, Sentence.Of($"activiteit '{loop[0].Id}': een herhaling zonder beslissing van een mens; pad: {Show(loop)}"));
                return;
            }
        }
    }

    /// <summary>A loop that passes no human decision; null when there is none from here.</summary>
    private static IReadOnlyList<ActivityNode>? FindLoop(FlowGraph graph, ActivityNode node, List<ActivityNode> trail, HashSet<string> done)
    {
        if (node.Type.IsHumanDecision || done.Contains(node.Path))
        {
            return null;
        }

        var seen = trail.FindIndex(earlier => earlier.Path == node.Path);
        if (seen >= 0)
        {
            return [.. trail[seen..], node];
        }

        trail.Add(node);
        var loop = graph.From(node).Select(edge => edge.To).OfType<ActivityNode>()
            .Select(next => FindLoop(graph, next, trail, done))
            .FirstOrDefault(found => found is not null);
        trail.RemoveAt(trail.Count - 1);
        done.Add(node.Path);
        return loop;
    }

    public static string Show(IEnumerable<ActivityNode> path) => string.Join(" → ", path.Select(node => node.Id));
}
