using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Excel.Authoring.Reading;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using ClosedXML.Excel;

namespace Audit.Data.Excel.Authoring.Writing;

/// <summary>The named ranges behind the drop-downs: fixed words and ids on a hidden sheet, and the id columns of the other sheets.</summary>
internal static class FormLists
{
    public static void Add(XLWorkbook workbook, MapNode instrument)
    {
        var sheet = workbook.AddWorksheet(WorkbookReader.ListsName);
        var column = 1;
        foreach (var words in WordList.All)
        {
            Put(sheet, column++, words.Name, words.Entries.Select(entry => entry.Label));
        }

        Put(sheet, column++, IdLists.Scales, instrument.Maps("scales").Select(scale => scale.Text("id")!));
        var parts = instrument.Maps("crossCutting").Concat(instrument.Maps("components"));
        Put(sheet, column, IdLists.Components, parts.Select(part => part.Text("id")!).Append(InstrumentForms.SeverityPlace));
        foreach (var (name, form) in IdLists.Live)
        {
            var ids = workbook.Worksheet(form.Name);
            var at = form.Columns.Index().First(pair => pair.Item == form.Main).Index + 1;
            workbook.NamedRanges.Add(name, ids.Range(2, at, (ids.LastRowUsed()?.RowNumber() ?? 1) + FormSheet.SpareRows, at));
        }

        sheet.Visibility = XLWorksheetVisibility.Hidden;
    }

    private static void Put(IXLWorksheet sheet, int column, string name, IEnumerable<string> texts)
    {
        Styles.Put(sheet.Cell(1, column), name);
        var row = 1;
        foreach (var text in texts)
        {
            Styles.Put(sheet.Cell(++row, column), text);
        }

        // A named range needs a cell, also when the list is empty.
        sheet.Workbook.NamedRanges.Add(name, sheet.Range(2, column, Math.Max(2, row), column));
    }
}
