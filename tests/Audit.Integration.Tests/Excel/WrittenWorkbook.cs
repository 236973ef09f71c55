using Audit.Data.Excel;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Audit.Integration.Tests.Excel;

/// <summary>An export that was written and opened again, by the library and as raw parts.</summary>
internal sealed class WrittenWorkbook : IDisposable
{
    private readonly MemoryStream forLibrary = new();
    private readonly MemoryStream forParts;

    public WrittenWorkbook(ActionPlanExport plan)
    {
        ActionPlanWorkbook.Write(plan, forLibrary);
        forParts = new MemoryStream(forLibrary.ToArray());
        forLibrary.Position = 0;
        Library = new XLWorkbook(forLibrary);
        Parts = SpreadsheetDocument.Open(forParts, isEditable: false);
    }

    public XLWorkbook Library { get; }

    public SpreadsheetDocument Parts { get; }

    public IXLWorksheet this[string sheet] => Library.Worksheet(sheet);

    public IReadOnlyList<string> Errors =>
    [
        .. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(Parts)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
    ];

    /// <summary>Every cell with a formula as stored: sheet, address, formula and stored value.</summary>
    public IReadOnlyList<(string Sheet, string Address, string Formula, string Value)> Formulas =>
    [
        .. from sheet in Parts.WorkbookPart!.Workbook.Descendants<Sheet>()
           from cell in PartOf(sheet.Name!).Worksheet.Descendants<Cell>()
           where cell.CellFormula is not null
           select (sheet.Name!.Value!, cell.CellReference!.Value!, cell.CellFormula!.Text, cell.CellValue?.Text ?? ""),
    ];

    public WorksheetPart PartOf(string? sheet)
    {
        var workbook = Parts.WorkbookPart!;
        return (WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().First(one => one.Name == sheet).Id!);
    }

    /// <summary>All texts of a sheet.</summary>
    public IReadOnlyList<string> Texts(string sheet) =>
        [.. this[sheet].CellsUsed(cell => !cell.HasFormula).Where(cell => cell.DataType == XLDataType.Text).Select(cell => cell.GetString())];

    /// <summary>The cell of an action, found by column key.</summary>
    public IXLCell Cell(string sheet, int row, string key) => this[sheet].Cell(row, ActionColumns.NumberOf(key));

    public string RawXml(string sheet)
    {
        using var reader = new StreamReader(PartOf(sheet).GetStream());
        return reader.ReadToEnd();
    }

    public void Dispose()
    {
        Library.Dispose();
        Parts.Dispose();
        forLibrary.Dispose();
        forParts.Dispose();
    }
}
