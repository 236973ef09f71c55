using Audit.Data.Templates.Documents;
using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>Every connection leads from an existing port to an existing activity, and no port splits.</summary>
internal static class StructureRules
{
    public static void Check(WorkflowDefinition definition, ProblemList problems)
    {
        if (definition.Root.Type.Kind is not ActivityKind.Flowchart)
        {
            problems.Error(definition.Root.Line, Sentence.Of($"activiteit '{definition.Root.Id}': de buitenste activiteit moet {ActivityNames.Flowchart} zijn"));
        }

        foreach (var node in definition.Activities)
        {
            CheckContainer(node, problems);
            CheckPlace(definition, node, problems);
            CheckConnections(node, problems);
        }
    }

    private static void CheckContainer(ActivityNode node, ProblemList problems)
    {
        if (node.Type.IsContainer && node.Children.Count == 0)
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': bevat geen activiteiten"));
        }
        else if (node.Type.Kind is ActivityKind.Flowchart && node.Children.All(child => child.Id != node.Start))
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': het begin '{node.Start}' bestaat hier niet"));
        }

        if (node.Type.Kind is ActivityKind.Parallel && node.WithDescendants().Skip(1).FirstOrDefault(inner => inner.Type.Kind is ActivityKind.Parallel) is { } nested)
        {
            problems.Error(nested.Line, Sentence.Of($"activiteit '{nested.Id}': staat in '{node.Id}'; een {ActivityNames.ParallelForEach} binnen een andere kan niet, want een tak hoort bij één taak"));
        }
    }

    /// <summary>Where a choice would be ignored: in a sequence, as a whole body, or at a port without a connection.</summary>
    private static void CheckPlace(WorkflowDefinition definition, ActivityNode node, ProblemList problems)
    {
        var parent = definition.ParentOf(node);
        var mustLeadOn = node.Type.Outcomes.Where(outcome => outcome.MustLeadOn).ToList();
        if (parent is { Type.Kind: not ActivityKind.Flowchart } && (mustLeadOn.Count > 0 || node.Type.Kind is ActivityKind.Decision))
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': een keuze hoort in een {ActivityNames.Flowchart}; in '{parent.Id}' gaat elke uitkomst dezelfde kant op"));
            return;
        }

        foreach (var outcome in mustLeadOn.Where(outcome => parent is null || !Leaves(parent, node, outcome.Name)))
        {
            problems.Error(node.Line, Sentence.Of($"activiteit '{node.Id}': de poort {outcome.Name} leidt nergens heen"));
        }
    }

    private static bool Leaves(ActivityNode flowchart, ActivityNode node, string outcome) =>
        flowchart.Connections.Any(connection => connection.Source == new Port(node.Id, outcome));

    private static void CheckConnections(ActivityNode flowchart, ProblemList problems)
    {
        var children = flowchart.Children.GroupBy(child => child.Id).ToDictionary(same => same.Key, same => same.First());
        foreach (var connection in flowchart.Connections)
        {
            CheckSource(flowchart, connection, children, problems);
            CheckTarget(flowchart, connection, children, problems);
        }

        foreach (var again in flowchart.Connections.GroupBy(connection => connection.Source).SelectMany(same => same.Skip(1)))
        {
            problems.Error(again.Line, Sentence.Of($"activiteit '{again.Source.Activity}': de poort {again.Source.Name} heeft meer dan één verbinding; tegelijk werken kan alleen met {ActivityNames.ParallelForEach}"));
        }
    }

    private static void CheckSource(ActivityNode flowchart, Connection connection, Dictionary<string, ActivityNode> children, ProblemList problems)
    {
        var (activity, port) = (connection.Source.Activity, connection.Source.Name);
        if (!children.TryGetValue(activity, out var source))
        {
            problems.Error(connection.Line, Sentence.Of($"verbinding in '{flowchart.Id}': de activiteit '{activity}' bestaat hier niet"));
        }
        else if (!source.Type.HasOutcome(port))
        {
            var known = string.Join(", ", source.Type.Outcomes.Select(outcome => outcome.Name));
            problems.Error(connection.Line, Sentence.Of($"activiteit '{activity}': {source.Type.Name} heeft geen poort {port}; mogelijk zijn {known}"));
        }
    }

    private static void CheckTarget(ActivityNode flowchart, Connection connection, Dictionary<string, ActivityNode> children, ProblemList problems)
    {
        if (!children.ContainsKey(connection.Target.Activity))
        {
            problems.Error(connection.Line, Sentence.Of($"verbinding in '{flowchart.Id}' vanaf '{connection.Source.Activity}': de activiteit '{connection.Target.Activity}' bestaat hier niet"));
        }
        else if (connection.Target.Name != Port.Inbound)
        {
            problems.Error(connection.Line, Sentence.Of($"activiteit '{connection.Target.Activity}': heeft geen inkomende poort {connection.Target.Name}; die heet {Port.Inbound}"));
        }
    }
}
