using Audit.Data.Excel;
using ClosedXML.Excel;

namespace Audit.Browser.Tests.Cases;

/// <summary>Cells of the running plan in a workbook, by column key.</summary>
public static class WorkbookCells
{
    private const string Running = "Acties";

    public static IXLCell Cell(this XLWorkbook workbook, int row, string key) => workbook.Worksheet(Running).Cell(row, ActionColumns.NumberOf(key));

    /// <summary>Types a new action in the first free row, under the task of the first action.</summary>
    public static void AddRow(this XLWorkbook workbook, string measure)
    {
        var row = workbook.Worksheet(Running).LastRowUsed().RowNumber() + 1;
        workbook.Cell(row, "Taak").SetValue(workbook.Cell(2, "Taak").GetString());
        workbook.Cell(row, "Maatregel").SetValue(measure);
    }
}
