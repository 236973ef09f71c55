using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Authoring.Reading;
using ClosedXML.Excel;

namespace Audit.Data.Excel.Authoring.Writing;

/// <summary>Writes a sheet by its form: header, one row per thing, drop-downs and hints.</summary>
internal sealed class FormSheet(XLWorkbook workbook, PageTexts page)
{
    /// <summary>Rules and lists reach so many rows below the last one, for what authors add.</summary>
    public const int SpareRows = 300;

    private const double SmallFont = 10;

    public void Add(SheetForm form, IReadOnlyList<FormRow> rows)
    {
        var sheet = workbook.AddWorksheet(form.Name);
        for (var c = 0; c < form.Columns.Count; c++)
        {
            var column = form.Columns[c];
            var values = rows.Select(row => row.IsEmptyList && column == form.Main && column.Kind == FieldKind.Code ? FormRow.EmptyList : CellValue.Of(column, row)).ToList();
            Format(sheet.Column(c + 1), column, values);
            for (var r = 0; r < values.Count; r++)
            {
                Styles.Put(sheet.Cell(r + 2, c + 1), values[r]);
            }

            FormRules.Apply(sheet.Range(2, c + 1, rows.Count + 1 + SpareRows, c + 1), column);
        }

        Finish(sheet, form, Math.Max(2, rows.Count + 1));
    }

    /// <summary>The sheet with single values, where the columns of the form are rows.</summary>
    public void AddSingle(SheetForm form, FormRow row)
    {
        var sheet = workbook.AddWorksheet(form.Name);
        var layout = SheetReader.SingleForm(form.Name);
        for (var c = 0; c < layout.Columns.Count; c++)
        {
            Format(sheet.Column(c + 1), layout.Columns[c], []);
            sheet.Column(c + 1).Width = layout.Columns[c].Width;
        }

        for (var r = 0; r < form.Columns.Count; r++)
        {
            var column = form.Columns[r];
            Styles.PutRow(sheet, r + 2, column.Caption, CellValue.Of(column, row), column.Hint);
            FormRules.Apply(sheet.Range(r + 2, 2, r + 2, 2), column);
        }

        Finish(sheet, layout, form.Columns.Count + 1);
    }

    private static void Format(IXLColumn column, FormColumn definition, IEnumerable<object?> values)
    {
        Styles.Wrapped(column);
        column.Style.Font.FontSize = SmallFont;
        column.Width = ColumnWidths.For(definition.Caption, values.OfType<string>(), definition.Width);
        if (definition.Kind == FieldKind.Number)
        {
            Styles.Numbers(column, "General");
        }
        else
        {
            // What somebody types in a column of text stays text: "1.0" and 2026-11-22 would become a number and a day.
            column.Style.NumberFormat.SetFormat("@");
        }
    }

    private void Finish(IXLWorksheet sheet, SheetForm form, int lastRow)
    {
        for (var c = 0; c < form.Columns.Count; c++)
        {
            sheet.Cell(1, c + 1).SetValue(form.Columns[c].Caption);
        }

        Styles.Header(sheet.Range(1, 1, 1, form.Columns.Count));
        sheet.Range(1, 1, lastRow, form.Columns.Count).SetAutoFilter();
        RowHeights.FitTable(sheet);
        sheet.SheetView.Freeze(1, form.Frozen);
        PageLayout.Apply(sheet, page, headerRow: 1);
    }
}
