namespace Audit.Data.Excel.Uploads;

/// <summary>What stands in a cell of an uploaded sheet.</summary>
internal enum CellContent
{
    Text,
    Number,

    /// <summary>A number that the sheet shows as a day; <see cref="UploadedCell.Text"/> is that day as yyyy-MM-dd.</summary>
    Date,

    Boolean,

    /// <summary>A calculation error such as #N/A.</summary>
    Error,
}

/// <summary>A cell with a value.</summary>
/// <param name="Column">1-based.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Text">The value as text, independent of language.</param>
/// <param name="Number">The value of a number or date; else 0.</param>
/// <param name="HasFormula">Whether the value was calculated.</param>
internal readonly record struct UploadedCell(int Column, CellContent Content, string Text, double Number, bool HasFormula)
{
    /// <summary>Whether a person would call the cell empty.</summary>
    public bool IsBlank => !HasFormula && Content == CellContent.Text && string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row with at least one cell.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Cells">Cells with a value, by column.</param>
internal sealed record UploadedRow(int Number, IReadOnlyList<UploadedCell> Cells)
{
    /// <summary>The cell in a column; null when it is empty.</summary>
    public UploadedCell? At(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column)
            {
                return cell.IsBlank ? null : cell;
            }
        }

        return null;
    }
}

/// <summary>A sheet of an uploaded workbook.</summary>
internal sealed record UploadedSheet(string Name, IReadOnlyList<UploadedRow> Rows);
