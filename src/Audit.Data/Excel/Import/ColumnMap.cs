using Audit.Core.Actions.Merge;
using Audit.Data.Excel.Uploads;

namespace Audit.Data.Excel.Import;

/// <summary>Where the columns of one table stand in an uploaded workbook.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="HeaderRow">Number of the row with the captions.</param>
/// <param name="Columns">The columns that were found, by their number in the sheet.</param>
/// <param name="Notes">Columns that are extra or gone.</param>
internal sealed record ColumnMap(UploadedSheet Sheet, int HeaderRow, IReadOnlyDictionary<int, ActionColumn> Columns, IReadOnlyList<MergeNote> Notes)
{
    private const int MostExtra = 20;
    private const int LastHeaderRow = 50;

    /// <summary>Finds the columns by their defined names, wherever they were moved; those without a name by their caption.</summary>
    /// <param name="table">Name of the sheet as exported.</param>
    /// <param name="sheets">The sheets in the file.</param>
    /// <param name="names">The defined names in the file.</param>
    /// <returns>Null when the sheet is not in the file.</returns>
    public static ColumnMap? Find(string table, IReadOnlyList<UploadedSheet> sheets, UploadedNames names)
    {
        var named = ActionColumns.All.Where(column => names.Cells.ContainsKey(ActionColumns.NameOf(table, column.Key)))
            .Select(column => (Column: column, At: names.Cells[ActionColumns.NameOf(table, column.Key)])).ToList();
        var name = named.GroupBy(one => one.At.Sheet, StringComparer.OrdinalIgnoreCase).MaxBy(group => group.Count())?.Key ?? table;
        var sheet = sheets.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? sheets.FirstOrDefault(one => string.Equals(one.Name, table, StringComparison.OrdinalIgnoreCase));
        if (sheet is null)
        {
            return null;
        }

        named.RemoveAll(one => !string.Equals(one.At.Sheet, sheet.Name, StringComparison.OrdinalIgnoreCase));
        var row = named.GroupBy(one => one.At.Row).MaxBy(group => group.Count())?.Key ?? HeaderRowIn(sheet);
        var found = new Dictionary<int, ActionColumn>();
        foreach (var (column, at) in named.Where(one => one.At.Row == row))
        {
            found.TryAdd(at.Column, column);
        }

        return WithCaptions(sheet, row, found);
    }

    private static ColumnMap WithCaptions(UploadedSheet sheet, int row, Dictionary<int, ActionColumn> found)
    {
        var captions = (sheet.Rows.FirstOrDefault(one => one.Number == row)?.Cells ?? []).Where(cell => !cell.IsBlank).ToList();
        foreach (var column in ActionColumns.All.Except(found.Values).ToList())
        {
            var at = captions.FirstOrDefault(cell => !found.ContainsKey(cell.Column) && IsCaption(cell, column)).Column;
            if (at > 0)
            {
                found.Add(at, column);
            }
        }

        var extra = captions.Where(cell => !found.ContainsKey(cell.Column)).Select(cell => cell.Text.Trim()).ToList();
        var place = new SheetPlace(sheet.Name, row);
        return new ColumnMap(sheet, row, found,
        [
            .. extra.Take(MostExtra).Select(text => new MergeNote(
                place with { Column = CellValues.Short(text) }, NoteKind.ExtraColumn, Sentence.Of($"deze kolom hoort niet bij het actieplan en is niet ingelezen."))),
            .. extra.Skip(MostExtra).Take(1).Select(_ => new MergeNote(place, NoteKind.ExtraColumn, Sentence.Of($"nog {extra.Count - MostExtra} kolommen zijn niet ingelezen."))),
            .. ActionColumns.All.Except(found.Values).Select(column => new MergeNote(
                place with { Column = column.Header }, NoteKind.Gone, Sentence.Of($"deze kolom ontbreekt; in deze kolom verandert niets."))),
        ]);
    }

    private static bool IsCaption(UploadedCell cell, ActionColumn column) => string.Equals(cell.Text.Trim(), column.Header, StringComparison.OrdinalIgnoreCase);

    /// <summary>The row with the caption of the key, for a file without names.</summary>
    private static int HeaderRowIn(UploadedSheet sheet)
    {
        var key = ActionColumns.All[ActionColumns.NumberOf("RowKey") - 1];
        return sheet.Rows.TakeWhile(row => row.Number <= LastHeaderRow).FirstOrDefault(row => row.Cells.Any(cell => IsCaption(cell, key)))?.Number ?? 1;
    }
}
