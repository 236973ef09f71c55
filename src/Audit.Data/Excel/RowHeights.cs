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

    /// <summary>Makes every row as high as its texts need; call when all texts and widths are set.</summary>
    public static void Fit(IXLWorksheet sheet, bool hasHeader)
    {
        var widths = sheet.ColumnsUsed().ToDictionary(column => column.ColumnNumber(), column => column.IsHidden ? 1e6 : column.Width);
        foreach (var row in sheet.RowsUsed())
        {
            // The filter buttons of a header take room that its texts do not show.
            var height = hasHeader && row.RowNumber() == 1 ? HeaderHeight : Lowest;
            foreach (var cell in row.CellsUsed())
            {
                // Formulas are skipped: asking for their value would calculate them.
                if (!cell.HasFormula && cell.DataType == XLDataType.Text)
                {
                    height = Math.Max(height, HeightOf(cell, widths[cell.Address.ColumnNumber]));
                }
            }

            row.Height = Math.Min(Highest, height);
        }
    }

    private static double HeightOf(IXLCell cell, double width)
    {
        var size = cell.Style.Font.FontSize;
        var lines = cell.Style.Alignment.WrapText ? LinesOf(cell.GetString(), (int)(width * LettersPerDigit), (int)(Highest / size)) : 1;
        return (lines * size * 1.28) + 2;
    }

    /// <summary>Lines that a text takes when words go to the next line, counted up to a maximum.</summary>
    internal static int LinesOf(string text, int width, int most)
    {
        var lines = 1;
        var used = 0;
        foreach (var word in text.AsSpan().SplitAny(' ', '\n'))
        {
            var length = word.End.Value - word.Start.Value;
            var broken = word.Start.Value > 0 && text[word.Start.Value - 1] == '\n';
            if (broken || (used > 0 && used + 1 + length > width))
            {
                lines++;
                used = 0;
            }

            used += length + (used > 0 ? 1 : 0);
            if (used > width)
            {
                lines += (used - 1) / width;
                used %= width;
            }

            if (lines >= most)
            {
                return most;
            }
        }

        return lines;
    }
}
