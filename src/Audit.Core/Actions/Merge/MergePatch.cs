namespace Audit.Core.Actions.Merge;

/// <summary>One cell that is written.</summary>
/// <param name="Cell">Which cell.</param>
/// <param name="Old">Value before, exactly.</param>
/// <param name="New">Value after.</param>
public sealed record CellChange(CellId Cell, string Old, string New);

/// <summary>Everything that one import writes; or, reversed, what undoes it.</summary>
/// <param name="Cells">Cells of actions that stay.</param>
/// <param name="Added">Actions that come.</param>
/// <param name="Removed">Actions that go: only in the undo of an import that added them.</param>
public sealed record MergePatch(IReadOnlyList<CellChange> Cells, IReadOnlyList<ActionRow> Added, IReadOnlyList<ActionRow> Removed)
{
    /// <summary>The patch that takes this one back.</summary>
    public MergePatch Reverse() => new([.. Cells.Select(cell => new CellChange(cell.Cell, cell.New, cell.Old))], Removed, Added);

    /// <summary>The rows with the patch applied, or the cells that stop it: all or nothing.</summary>
    /// <param name="rows">The actions as they are in the database now.</param>
    public PatchResult ApplyTo(IReadOnlyList<ActionRow> rows)
    {
        var byKey = rows.ToDictionary(row => row.RowKey);
        var inTheWay = new List<CellId>();
        inTheWay.AddRange(Cells.Where(change => !byKey.TryGetValue(change.Cell.RowKey, out var row) || (row.ValueOf(change.Cell.Column) ?? "") != change.Old).Select(change => change.Cell));
        inTheWay.AddRange(Added.Where(row => byKey.ContainsKey(row.RowKey)).Select(row => new CellId(row.RowKey, "")));
        inTheWay.AddRange(Removed.SelectMany(row => ChangedSince(row, byKey.GetValueOrDefault(row.RowKey))));
        if (inTheWay.Count > 0)
        {
            return new PatchResult(null, inTheWay);
        }

        var changes = Cells.ToLookup(change => change.Cell.RowKey);
        var gone = Removed.Select(row => row.RowKey).ToHashSet();
        return new PatchResult([.. rows.Where(row => !gone.Contains(row.RowKey)).Select(row => With(row, changes[row.RowKey])), .. Added], []);
    }

    private static IEnumerable<CellId> ChangedSince(ActionRow expected, ActionRow? found) => found is null
        ? [new CellId(expected.RowKey, "")]
        : expected.Values.Where(pair => found.ValueOf(pair.Key) != pair.Value).Select(pair => new CellId(expected.RowKey, pair.Key));

    private static ActionRow With(ActionRow row, IEnumerable<CellChange> changes)
    {
        Dictionary<string, string>? values = null;
        foreach (var change in changes)
        {
            values ??= new Dictionary<string, string>(row.Values);
            values[change.Cell.Column] = change.New;
        }

        return values is null ? row : row with { Values = values };
    }
}

/// <summary>What became of a patch.</summary>
/// <param name="Rows">The rows afterwards; null when the patch was refused as a whole.</param>
/// <param name="InTheWay">Cells that no longer hold what the patch expects; an empty column means the whole row.</param>
public sealed record PatchResult(IReadOnlyList<ActionRow>? Rows, IReadOnlyList<CellId> InTheWay);
