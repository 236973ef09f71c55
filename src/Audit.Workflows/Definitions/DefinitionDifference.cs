namespace Audit.Workflows.Definitions;

/// <summary>What changed between two versions of a definition, in words.</summary>
/// <param name="Activity">Id of the activity; empty for the definition as a whole.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Change">Added, removed or changed.</param>
/// <param name="Details">In Dutch, one per changed field or connection.</param>
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
            yield return "vervalt";
            yield break;
        }

        if (before.Type != after.Type)
        {
            yield return $"soort: {before.Type.Name} → {after.Type.Name}";
        }

        if (before.DisplayName != after.DisplayName)
        {
            yield return $"naam: {NameOf(before)} → {NameOf(after)}";
        }

        foreach (var input in before.Inputs.Keys.Union(after.Inputs.Keys).Order(StringComparer.Ordinal))
        {
            var (old, now) = (before.Inputs.GetValueOrDefault(input)?.Text, after.Inputs.GetValueOrDefault(input)?.Text);
            if (old != now)
            {
                yield return $"{input}: {old ?? "niet ingevuld"} → {now ?? "niet ingevuld"}";
            }
        }
    }

    private static IEnumerable<string> OfWays(ActivityNode before, ActivityNode after)
    {
        if (before.Start != after.Start)
        {
            yield return $"begint met: {before.Start} → {after.Start}";
        }

        var (old, now) = (Ways(before), Ways(after));
        foreach (var port in old.Keys.Union(now.Keys).Order(StringComparer.Ordinal))
        {
            var (from, to) = (old.GetValueOrDefault(port), now.GetValueOrDefault(port));
            if (from != to)
            {
                yield return $"{port}: leidde naar {from ?? "het einde"}, nu naar {to ?? "het einde"}";
            }
        }

        if (before.Type.Kind is Activities.ActivityKind.Sequence && !before.Children.Select(child => child.Id).SequenceEqual(after.Children.Select(child => child.Id)))
        {
            yield return $"volgorde: {string.Join(", ", after.Children.Select(child => child.Id))}";
        }
    }

    private static Dictionary<string, string> Ways(ActivityNode flowchart) => flowchart.Connections
        .GroupBy(connection => $"{connection.Source.Activity} ({connection.Source.Name})")
        .ToDictionary(same => same.Key, same => same.First().Target.Activity);

    private static string NameOf(ActivityNode node) => node.DisplayName ?? node.Id;

    private static IEnumerable<string> Describe(ActivityNode node) =>
        [$"soort: {node.Type.Name}", .. node.Inputs.Select(input => $"{input.Key}: {input.Value.Text}")];

    private static IEnumerable<DefinitionChange> Whole(WorkflowDefinition older, WorkflowDefinition newer)
    {
        string[] details =
        [
            .. older.Name == newer.Name ? Array.Empty<string>() : [$"naam: {older.Name} → {newer.Name}"],
            .. older.Description == newer.Description ? Array.Empty<string>() : ["de beschrijving is gewijzigd"],
        ];
        return details.Length == 0 ? [] : [new(string.Empty, newer.Name, ChangeKind.Changed, details)];
    }
}
