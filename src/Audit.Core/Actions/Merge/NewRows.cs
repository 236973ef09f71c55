using System.Security.Cryptography;
using System.Text;

namespace Audit.Core.Actions.Merge;

/// <summary>Makes actions of rows that are not in the database, after looking for what they may be a duplicate of.</summary>
internal sealed class NewRows
{
    private const int MostNamed = 3;

    private readonly MergeInput input;
    private readonly MergeDraft draft;
    private readonly HashSet<Guid> taken;
    private readonly Dictionary<string, List<(string Title, Sentence Named)>> titlesOfTask = [];

    public NewRows(MergeInput input, MergeDraft draft)
    {
        (this.input, this.draft) = (input, draft);
        taken = [.. input.Ours.Concat(input.Base).Select(row => row.RowKey)];
        foreach (var row in input.Ours)
        {
            Remember(row, MergeTexts.Existing(row.ValueOf(input.NumberColumn), row.ValueOf(input.TitleColumn) ?? ""));
        }
    }

    public void Take(SheetRow row)
    {
        if (row.Unread.Count > 0)
        {
            draft.Refuse(row.Place, RefusalReason.Incomplete, MergeTexts.Incomplete(row.Unread));
            return;
        }

        if (ValuesOf(row) is not { } values)
        {
            return;
        }

        var added = new ActionRow(KeyFor(row.Place, values), "0", values);
        draft.NewRows.Add(new NewRow(row.Place, added, Resembling(added)));
        Remember(added, MergeTexts.AlsoNew(row.Place, added.Values[input.TitleColumn]));
    }

    /// <summary>The values of the new action; null when a cell is refused.</summary>
    private Dictionary<string, string>? ValuesOf(SheetRow row)
    {
        var values = new Dictionary<string, string>();
        var isRight = true;
        foreach (var column in input.Columns.Where(column => column.Use != ColumnUse.Derived))
        {
            var typed = CellText.Normal(row.Values.GetValueOrDefault(column.Key, ""), column.Kind);
            var value = typed.Length == 0 ? column.Default : column.Labels is { } labels ? MergeColumn.LabelFor(labels, typed) : typed;
            if (value is null || (value.Length == 0 && column.Required))
            {
                isRight = false;
                draft.Refuse(
                    row.Place with { Column = column.Header },
                    value is null ? RefusalReason.UnknownLabel : RefusalReason.Empty,
                    value is null ? MergeTexts.UnknownLabel(typed, column.Labels!) : MergeTexts.EmptyInNewRow);
            }

            values[column.Key] = value ?? "";
        }

        return isRight ? values : null;
    }

    /// <summary>The same file gives the same keys; never the key in the file, which may belong to an action of another assessment.</summary>
    private Guid KeyFor(SheetPlace place, Dictionary<string, string> values)
    {
        for (var attempt = 0; ; attempt++)
        {
            var text = $"{input.ExportId:D}\u001f{place.Sheet}\u001f{place.Row}\u001f{values[input.TaskColumn]}\u001f{values[input.TitleColumn]}\u001f{attempt}";
            var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
            bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
            bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
            var key = new Guid(bytes, bigEndian: true);
            if (taken.Add(key))
            {
                return key;
            }
        }
    }

    private List<Sentence> Resembling(ActionRow row)
    {
        var title = NearDuplicates.Fold(row.Values[input.TitleColumn]);
        return titlesOfTask.TryGetValue(TaskOf(row), out var titles)
            ? [.. titles.Where(other => NearDuplicates.ResembleFolded(title, other.Title)).Select(other => other.Named).Take(MostNamed)]
            : [];
    }

    private void Remember(ActionRow row, Sentence named)
    {
        if (!titlesOfTask.TryGetValue(TaskOf(row), out var titles))
        {
            titlesOfTask[TaskOf(row)] = titles = [];
        }

        titles.Add((NearDuplicates.Fold(row.ValueOf(input.TitleColumn) ?? ""), named));
    }

    private string TaskOf(ActionRow row) => NearDuplicates.Fold(row.ValueOf(input.TaskColumn) ?? "");
}
