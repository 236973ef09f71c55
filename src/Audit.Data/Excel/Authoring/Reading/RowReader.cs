using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Uploads;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Gives the cells of one thing: a row of a sheet, or the whole sheet with single values.</summary>
/// <param name="Find">The cell of a column; null when it is empty.</param>
/// <param name="LineOf">Line number of the place of a column; where the column is missing, of the header.</param>
internal sealed record CellSource(Func<FormColumn, UploadedCell?> Find, Func<FormColumn, int> LineOf);

/// <summary>Makes part of a tree of the cells of one row.</summary>
internal sealed class RowReader(SheetForm form, Findings findings)
{
    private readonly CellParser parser = new(findings);

    public FormRow Read(CellSource cells)
    {
        var keys = new Dictionary<string, Node>();
        var entries = new List<MapEntry>();
        var isEmptyList = IsEmptyList(cells);
        foreach (var group in form.Columns.GroupBy(column => column.Name))
        {
            var columns = group.ToList();
            var node = columns[0].Language is null ? Value(columns[0], cells, columns[0].Presence == Presence.Cell && !isEmptyList) : Localized(columns, cells, isEmptyList);
            if (node is not null && columns[0].IsKey)
            {
                keys[group.Key] = node;
            }
            else if (node is not null)
            {
                entries.Add(new MapEntry(group.Key, node.Line, node));
            }
        }

        return new FormRow(new MapNode(cells.LineOf(form.Main), entries), keys)
        {
            IsEmptyList = isEmptyList,
            Blanks = form.Columns.Where(column => column.Presence == Presence.Column && cells.Find(column) is null).ToDictionary(column => column.Name, cells.LineOf),
        };
    }

    private bool IsEmptyList(CellSource cells) =>
        (form.Main.Kind == FieldKind.Code && cells.Find(form.Main)?.Text.Trim() == FormRow.EmptyList) || form.Columns.Any(column => IsMark(column, cells.Find(column)));

    private static bool IsMark(FormColumn column, UploadedCell? cell) =>
        column.Field == Columns.List && cell?.Text.TrimEnd().EndsWith(FormRow.EmptyList, StringComparison.Ordinal) == true;

    private Node? Value(FormColumn column, CellSource cells, bool isRequired)
    {
        var line = cells.LineOf(column);
        if (cells.Find(column) is { } cell)
        {
            return parser.Parse(column, IsMark(column, cell) ? cell with { Text = cell.Text.TrimEnd()[..^FormRow.EmptyList.Length] } : cell, line);
        }

        if (isRequired)
        {
            findings.ErrorOnce(line, Sentence.Of($"vul '{column.Caption}' in"));
            return CellParser.Nothing(line);
        }

        return null;
    }

    /// <summary>A text in languages: whoever fills in one of them fills in the first.</summary>
    private MapNode? Localized(List<FormColumn> columns, CellSource cells, bool isEmptyList)
    {
        var isThere = columns.Exists(column => cells.Find(column) is not null) || (columns[0].Presence == Presence.Cell && !isEmptyList);
        if (!isThere)
        {
            return null;
        }

        var texts = columns.Select((column, index) => (column.Language, Value: Value(column, cells, isRequired: index == 0))).Where(text => text.Value is not null);
        return new MapNode(cells.LineOf(columns[0]), [.. texts.Select(text => new MapEntry(text.Language!, text.Value!.Line, text.Value))]);
    }
}
