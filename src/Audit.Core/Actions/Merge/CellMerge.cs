namespace Audit.Core.Actions.Merge;

/// <summary>Merges the cells of rows that are both in the sheet and in the database.</summary>
internal sealed class CellMerge(MergeInput input, MergeDraft draft)
{
    public void Merge(SheetRow theirs, ActionRow? known, ActionRow ours)
    {
        var exported = known ?? ProvenBase(theirs, ours);
        if (exported is null)
        {
            draft.Note(theirs.Place, NoteKind.BaseUnknown, MergeTexts.BaseUnknown);
        }
        else if (theirs.RowVersion is { } version && CellText.Normal(version, ValueKind.Text) != CellText.Normal(exported.RowVersion, ValueKind.Text))
        {
            draft.Note(theirs.Place, NoteKind.UnreadableVersion, MergeTexts.UnreadableVersion);
        }

        foreach (var column in input.Columns.Where(column => theirs.Values.ContainsKey(column.Key)))
        {
            MergeCell(column, theirs, exported, ours);
        }
    }

    /// <summary>An action that is no longer in the database: an edit of it is reported, with what it was.</summary>
    public void ReportRemoved(SheetRow theirs, ActionRow exported)
    {
        var edited = input.Columns.Where(column => column.Use != ColumnUse.Derived
            && theirs.Values.TryGetValue(column.Key, out var value)
            && CellText.Normal(value, column.Kind) != NormalOf(exported, column)).ToList();
        if (edited.Count == 0)
        {
            draft.Note(theirs.Place, NoteKind.Removed, MergeTexts.Removed);
            return;
        }

        foreach (var column in edited)
        {
            draft.Refuse(theirs.Place with { Column = column.Header }, RefusalReason.Removed, MergeTexts.RemovedEdit(theirs.Values[column.Key]));
        }
    }

    /// <summary>When nobody changed the row since the version in the sheet, the database still holds what was exported.</summary>
    private static ActionRow? ProvenBase(SheetRow theirs, ActionRow ours) => ours.RowVersion != "0" && theirs.RowVersion?.Trim() == ours.RowVersion ? ours : null;

    private static string? NormalOf(ActionRow? row, MergeColumn column) => row?.ValueOf(column.Key) is { } value ? CellText.Normal(value, column.Kind) : null;

    private void MergeCell(MergeColumn column, SheetRow row, ActionRow? exported, ActionRow current)
    {
        var place = row.Place with { Column = column.Header };
        var theirs = CellText.Normal(row.Values[column.Key], column.Kind);
        var before = NormalOf(exported, column);
        var ours = NormalOf(current, column) ?? "";
        if (theirs == ours || theirs == before)
        {
            return;
        }

        if (column.Use != ColumnUse.Editable)
        {
            // Without a base a difference says nothing: the product itself may have changed it.
            if (before is not null)
            {
                draft.Note(place, NoteKind.NotApplied, MergeTexts.NotApplied(before, theirs));
            }
        }
        else if (WhyNot(column, theirs, ours) is var (reason, text))
        {
            draft.Refuse(place, reason, text);
        }
        else if (ours == before)
        {
            draft.Changes.Add(new CellEdit(new(current.RowKey, column.Key), place, current.ValueOf(column.Key) ?? "", theirs));
        }
        else
        {
            draft.Conflicts.Add(new CellConflict(new(current.RowKey, column.Key), place, before, current.ValueOf(column.Key) ?? "", theirs));
        }
    }

    private static (RefusalReason Reason, Sentence Text)? WhyNot(MergeColumn column, string theirs, string ours) =>
        column.Required && theirs.Length == 0 ? (RefusalReason.Empty, MergeTexts.Empty)
        : ours.Length > CellText.MostCharacters ? (RefusalReason.TooLong, MergeTexts.WasCut)
        : null;
}
