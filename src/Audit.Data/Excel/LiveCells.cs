using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>The only way in which formulas enter the workbook: their text comes from code alone.</summary>
/// <remarks>Previewers do not calculate, so the value of the moment is kept too; the library cannot calculate over table columns.</remarks>
internal sealed class LiveCells
{
    private readonly Dictionary<(string Sheet, string Address), object> values = [];

    /// <summary>Value at the time of export, a number or a text, by sheet and address.</summary>
    public IReadOnlyDictionary<(string Sheet, string Address), object> Values => values;

    public void Put(IXLCell cell, string formula, object value)
    {
        cell.FormulaA1 = formula;
        values.Add(KeyOf(cell), value);
    }

    public double NumberAt(IXLCell cell) => (double)values[KeyOf(cell)];

    private static (string Sheet, string Address) KeyOf(IXLCell cell) => (cell.Worksheet.Name, cell.Address.ToString()!);
}
