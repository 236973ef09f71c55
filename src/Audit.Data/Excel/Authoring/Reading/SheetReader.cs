using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Uploads;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Reads the rows of a sheet by its form.</summary>
/// <param name="sheet">The sheet as uploaded.</param>
/// <param name="order">Its place in the workbook.</param>
/// <param name="findings">Receives what is wrong.</param>
internal sealed class SheetReader(UploadedSheet sheet, int order, Findings findings)
{
    private const string FieldCaption = "Veld";
    private const string ValueCaption = "Waarde";

    /// <summary>Columns of the sheet with single values.</summary>
    public static SheetForm SingleForm(string name) => new(
        name, string.Empty, 1,
        new FormColumn(FieldCaption, "field", FieldKind.Code) { Presence = Presence.Column, Width = 34 },
        new FormColumn(ValueCaption, "value", FieldKind.Prose) { Presence = Presence.Column, Width = 80 },
        new FormColumn("Uitleg", "about", FieldKind.Prose));

    public IReadOnlyList<FormRow> Rows(SheetForm form)
    {
        var header = SheetHeader.Find(sheet, order, form, findings);
        var reader = new RowReader(form, findings);
        var rows = new List<FormRow>();
        foreach (var row in sheet.Rows.Where(row => row.Number > header.Row && header.Columns.Values.Any(column => row.At(column) is not null)))
        {
            rows.Add(reader.Read(new CellSource(
                column => header.Columns.TryGetValue(column.Caption, out var number) ? row.At(number) : null,
                column => Line(header, column.Caption, row.Number))));
        }

        return rows;
    }

    /// <summary>The sheet with single values: the columns of its form are rows there.</summary>
    public FormRow Single(SheetForm form)
    {
        var header = SheetHeader.Find(sheet, order, SingleForm(form.Name), findings);
        var byCaption = form.Columns.ToDictionary(column => SheetHeader.Normal(column.Caption));
        var rows = new Dictionary<string, UploadedRow>();
        foreach (var row in sheet.Rows.Where(row => row.Number > header.Row && Cell(header, row, FieldCaption) is not null))
        {
            var name = Cell(header, row, FieldCaption)!.Value.Text;
            var line = Line(header, FieldCaption, row.Number);
            if (!byCaption.TryGetValue(SheetHeader.Normal(name), out var column))
            {
                findings.Warning(line, Sentence.Of($"het veld '{name}' hoort niet op dit blad en wordt niet gelezen"));
            }
            else if (!rows.TryAdd(column.Caption, row))
            {
                findings.Error(line, Sentence.Of($"het veld '{name}' staat er twee keer"));
            }
        }

        var top = Line(header, FieldCaption, header.Row);
        foreach (var column in form.Columns.Where(column => column.Presence == Presence.Cell && !rows.ContainsKey(column.Caption)))
        {
            findings.Error(top, Sentence.Of($"de regel '{column.Caption}' ontbreekt"));
        }

        return new RowReader(form, findings).Read(new CellSource(
            column => rows.TryGetValue(column.Caption, out var row) ? Cell(header, row, ValueCaption) : null,
            column => rows.TryGetValue(column.Caption, out var row) ? Line(header, ValueCaption, row.Number) : top));
    }

    private static UploadedCell? Cell(SheetHeader header, UploadedRow row, string caption) => header.Columns.TryGetValue(caption, out var column) ? row.At(column) : null;

    private int Line(SheetHeader header, string caption, int row) => header.Columns.TryGetValue(caption, out var column)
        ? findings.LineOf(new(order, sheet.Name, row, column))
        : findings.LineOf(new(order, sheet.Name, header.Row, 1));
}
