using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Row heights from text lengths: not every program fits rows to wrapped text when it opens a file.</summary>
internal static class RowHeights
{
    /// <summary>Highest row that the file format knows. Unit: points.</summary>
    private const double Highest = 409;

    private const double HeaderHeight = 32;

    private const double Lowest = 15;

    /// <summary>Widths are counted in digits; running text takes less room per letter.</summary>
    private const double LettersPerDigit = 1.08;

    private const double LineSpacing = 1.28;

    /// <summary>Makes every row as high as its texts need; call when all texts and widths are set.</summary>
    public static void Fit(IXLWorksheet sheet)
    {
        foreach (var row in sheet.RowsUsed())
        {
            row.Height = Limited(TextsOf(row).Select(cell => HeightOf(cell.GetString(), LookOf(cell))));
        }
    }

    /// <summary>The same for a table from A1, whose columns look alike from row to row: asking every cell for its look takes long.</summary>
    public static void FitTable(IXLWorksheet sheet)
    {
        var looks = sheet.ColumnsUsed().ToDictionary(column => column.ColumnNumber(), column => LookOf(column.Cell(2)));
        foreach (var row in sheet.RowsUsed())
        {
            row.Height = Limited(TextsOf(row).Select(cell => HeightOf(cell.GetString(), looks[cell.Address.ColumnNumber])));
        }

        // The filter buttons of a header take room that its texts do not show.
        sheet.Row(1).Height = HeaderHeight;
    }

    /// <summary>Height of a row of such a table from its values, without cells.</summary>
    public static Func<object?[], double> OfTable(IXLWorksheet sheet, int columns)
    {
        Look[] looks = [.. Enumerable.Range(1, columns).Select(column => LookOf(sheet.Column(column).Cell(2)))];
        return values => Limited(values.Select((value, i) => value is string { Length: > 0 } text ? HeightOf(SafeText.Clean(text), looks[i]) : 0));
    }

    /// <summary>Formulas are left out: asking for their value would calculate them.</summary>
    private static IEnumerable<IXLCell> TextsOf(IXLRow row) => row.CellsUsed().Where(cell => !cell.HasFormula && cell.DataType == XLDataType.Text);

    private static double Limited(IEnumerable<double> heights) => Math.Min(Highest, heights.Append(Lowest).Max());

    private static Look LookOf(IXLCell cell)
    {
        var column = cell.WorksheetColumn();
        var wraps = cell.Style.Alignment.WrapText && !column.IsHidden;
        return new Look(cell.Style.Font.FontSize, wraps ? (int)(column.Width * LettersPerDigit) : null);
    }

    private static double HeightOf(string text, Look look) =>
        ((look.Letters is { } letters ? LinesOf(text, letters, (int)(Highest / look.FontSize)) : 1) * look.FontSize * LineSpacing) + 2;

    /// <summary>Lines that a text takes when words go to the next line, counted up to a maximum.</summary>
    private static int LinesOf(string text, int width, int most)
    {
        var lines = 0;
        foreach (var paragraph in text.AsSpan().EnumerateLines())
        {
            lines += 1;
            var used = 0;
            foreach (var word in paragraph.Split(' '))
            {
                var length = word.End.Value - word.Start.Value;
                var fits = used + 1 + length <= width || used == 0;
                used = fits ? used + length + (used > 0 ? 1 : 0) : length;
                lines += (fits ? 0 : 1) + (Math.Max(0, used - 1) / width);
                used = used > width ? used % width : used;
            }
        }

        return Math.Min(lines, most);
    }

    /// <summary>How a cell shows its text.</summary>
    /// <param name="FontSize">Unit: points.</param>
    /// <param name="Letters">Letters per line; null when the text stays on one line.</param>
    private readonly record struct Look(double FontSize, int? Letters);
}
