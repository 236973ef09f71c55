using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>What changed between two versions of a definition, in words.</summary>
/// <param name="Activity">Id of the activity; empty for the definition as a whole.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Change">Added, removed or changed.</param>
/// <param name="Details">In words, one per changed field or connection.</param>
public sealed record DefinitionChange(string Activity, string Name, ChangeKind Change, IReadOnlyList<string> Details);

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>Compares two versions of a definition.</summary>
public static class DefinitionDifference
{
    private static string WholeName => Tr($"Werkstroom als geheel");

    /// <summary>Every change, in the order of the newer version; removed activities last. Positions in the designer do not count.</summary>
    public static IReadOnlyList<DefinitionChange> Between(WorkflowDefinition older, WorkflowDefinition newer)
    {
        var before = older.Activities.ToDictionary(node => node.Path);
        var after = newer.Activities.ToDictionary(node => node.Path);
        var changes = after.Values
            .Where(node => !before.ContainsKey(node.Path))
            .Select(node => new DefinitionChange(node.Id, NameOf(node), ChangeKind.Added, [.. Describe(node)]))
            .Concat(after.Values
                .Where(node => before.ContainsKey(node.Path))
                .Select(node => new DefinitionChange(node.Id, NameOf(node), ChangeKind.Changed, [.. OfNode(before[node.Path], node), .. OfWays(before[node.Path], node)]))
                .Where(change => change.Details.Count > 0))
            .Concat(before.Values
                .Where(node => !after.ContainsKey(node.Path))
                .Select(node => new DefinitionChange(node.Id, NameOf(node), ChangeKind.Removed, [])));
        return [.. Whole(older, newer), .. changes];
    }

    /// <summary>What changed in one activity, apart from its connections; null as the newer one means that it is gone.</summary>
    public static IEnumerable<string> OfNode(ActivityNode before, ActivityNode? after)
    {
        if (after is null)
        {
            yield return Tr($"vervalt");
            yield break;
        }

        if (before.Type != after.Type)
        {
            yield return Tr($"soort: {KindOf(before)} → {KindOf(after)}");
        }

        if (before.DisplayName?.Nl != after.DisplayName?.Nl)
        {
            yield return Tr($"naam: {NameOf(before)} → {NameOf(after)}");
        }
        else if (before.DisplayName != after.DisplayName)
        {
            yield return Tr($"de Engelse naam is gewijzigd");
        }

        foreach (var input in before.Inputs.Keys.Union(after.Inputs.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Inputs.GetValueOrDefault(input)?.Text, after.Inputs.GetValueOrDefault(input)?.Text);
            if (old != now)
            {
                yield return $"{InputWords.NameOf(input)}: {InputWords.ValueOf(input, old)} → {InputWords.ValueOf(input, now)}";
            }
        }
    }

    private static IEnumerable<string> OfWays(ActivityNode before, ActivityNode after)
    {
        if (before.Start != after.Start)
        {
            yield return Tr($"begint met: {ChildName(before, before.Start)} → {ChildName(after, after.Start)}");
        }

        var (old, now) = (Ways(before), Ways(after));
        foreach (var port in old.Keys.Union(now.Keys))
        {
            var (from, to) = (old.GetValueOrDefault(port), now.GetValueOrDefault(port));
            if (from != to)
            {
                yield return Tr($"na {PortName(now.ContainsKey(port) ? after : before, port)} kwam {ChildName(before, from)}, nu {ChildName(after, to)}");
            }
        }

        if (before.Type.Kind is ActivityKind.Sequence && !before.Children.Select(child => child.Id).SequenceEqual(after.Children.Select(child => child.Id)))
        {
            yield return Tr($"volgorde: {string.Join(", ", after.Children.Select(NameOf))}");
        }
    }

    private static Dictionary<Port, string> Ways(ActivityNode flowchart) => flowchart.Connections
        .GroupBy(connection => connection.Source)
        .ToDictionary(same => same.Key, same => same.First().Target.Activity);

    /// <summary>Such as "‘Beoordeling’ (terug)"; an activity with one way out needs no outcome.</summary>
    private static string PortName(ActivityNode flowchart, Port port)
    {
        var outcomes = flowchart.Children.FirstOrDefault(child => child.Id == port.Activity)?.Type.Outcomes ?? [];
        var outcome = outcomes.Count > 1 ? outcomes.FirstOrDefault(known => known.Name == port.Name)?.Words.ToLowerInvariant() : null;
        return ChildName(flowchart, port.Activity) + (outcome is null ? string.Empty : $" ({outcome})");
    }

    private static string ChildName(ActivityNode container, string? id) =>
        id is null ? Tr($"het einde") : $"‘{(container.Children.FirstOrDefault(child => child.Id == id) is { } child ? NameOf(child) : id)}’";

    private static string NameOf(ActivityNode node) => node.DisplayName?.Shown() ?? (node.Path.Contains('/', StringComparison.Ordinal) ? node.Id : WholeName);

    private static string KindOf(ActivityNode node) => Tr(node.Type.Description).TrimEnd('.');

    private static IEnumerable<string> Describe(ActivityNode node) =>
        [Tr($"soort: {KindOf(node)}"), .. node.Inputs.Select(input => $"{InputWords.NameOf(input.Key)}: {InputWords.ValueOf(input.Key, input.Value.Text)}")];

    private static IEnumerable<DefinitionChange> Whole(WorkflowDefinition older, WorkflowDefinition newer)
    {
        string[] details =
        [
            .. older.Name == newer.Name ? Array.Empty<string>() : older.Name.Nl == newer.Name.Nl ? [Tr($"de Engelse naam is gewijzigd")] : [Tr($"naam: {older.Name.Shown()} → {newer.Name.Shown()}")],
            .. older.Description == newer.Description ? Array.Empty<string>() : [Tr($"de beschrijving is gewijzigd")],
            .. OfVariables(older, newer),
        ];
        return details.Length == 0 ? [] : [new(string.Empty, WholeName, ChangeKind.Changed, details)];
    }

    private static IEnumerable<string> OfVariables(WorkflowDefinition older, WorkflowDefinition newer)
    {
        var (before, after) = (Initials(older), Initials(newer));
        return from name in before.Keys.Union(after.Keys)
               let values = (Old: before.GetValueOrDefault(name), Now: after.GetValueOrDefault(name))
               where values.Old != values.Now
               select Tr($"beginwaarde van {name}: {values.Old ?? Tr($"geen")} → {values.Now ?? Tr($"geen")}");
    }

    private static Dictionary<string, string?> Initials(WorkflowDefinition definition) =>
        definition.Variables.GroupBy(variable => variable.Name).ToDictionary(same => same.Key, same => same.First().Initial);
}
