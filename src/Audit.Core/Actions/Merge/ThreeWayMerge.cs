namespace Audit.Core.Actions.Merge;

/// <summary>Merges an uploaded sheet with the database, cell by cell, against what was exported.</summary>
/// <remarks>
/// Base = as exported, theirs = the sheet, ours = the database. Theirs equals base: nothing. Ours equals base: theirs is applied.
/// Theirs equals ours: nothing. Otherwise a conflict, for which the database is the default. Nothing is ever deleted.
/// </remarks>
public static class ThreeWayMerge
{
    /// <summary>What the import would do. Every difference between sheet and base is in exactly one list, unless the database has it already.</summary>
    public static MergePreview Preview(MergeInput input)
    {
        var draft = new MergeDraft(input.Theirs);
        var known = input.Base.ToDictionary(row => row.RowKey);
        var ours = input.Ours.ToDictionary(row => row.RowKey);
        var keyed = WithOwnKey(input.Theirs.Rows, draft);
        var cells = new CellMerge(input, draft);
        var added = new NewRows(input, draft);
        foreach (var (row, key) in keyed)
        {
            if (key is { } id && ours.TryGetValue(id, out var current))
            {
                cells.Merge(row, known.GetValueOrDefault(id), current);
            }
            else if (key is { } gone && known.TryGetValue(gone, out var exported))
            {
                cells.ReportRemoved(row, exported);
            }
            else
            {
                added.Take(row);
            }
        }

        ReportMissing(input, ours, draft);
        return draft.ToPreview();
    }

    /// <summary>Rows with the key that they may be found by: null for a row without one. Rows that cannot be told apart are refused.</summary>
    private static List<(SheetRow Row, Guid? Key)> WithOwnKey(IReadOnlyList<SheetRow> rows, MergeDraft draft)
    {
        var places = rows.Where(row => Guid.TryParse(row.RowKey, out _)).ToLookup(row => Guid.Parse(row.RowKey), row => row.Place);
        var keyed = new List<(SheetRow, Guid?)>(rows.Count);
        foreach (var row in rows)
        {
            if (CellText.Normal(row.RowKey, ValueKind.Text).Length == 0)
            {
                keyed.Add((row, null));
            }
            else if (!Guid.TryParse(row.RowKey, out var key))
            {
                draft.Refuse(row.Place, RefusalReason.UnreadableKey, MergeTexts.UnreadableKey);
            }
            else if (places[key].Skip(1).Any())
            {
                draft.Refuse(row.Place, RefusalReason.DuplicateKey, MergeTexts.DuplicateKey(places[key]));
            }
            else
            {
                keyed.Add((row, key));
            }
        }

        return keyed;
    }

    private static void ReportMissing(MergeInput input, Dictionary<Guid, ActionRow> ours, MergeDraft draft)
    {
        var inFile = input.Theirs.Rows.Select(row => Guid.TryParse(row.RowKey, out var key) ? key : Guid.Empty).ToHashSet();
        foreach (var row in input.Base.Where(row => ours.ContainsKey(row.RowKey) && !inFile.Contains(row.RowKey)))
        {
            draft.Missing.Add(new MissingRow(
                row.RowKey, row.ValueOf(input.NumberColumn) ?? "", row.ValueOf(input.TaskColumn) ?? "", row.ValueOf(input.TitleColumn) ?? ""));
        }
    }
}
