using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Column widths from text lengths; measuring with fonts needs native libraries and is very slow.</summary>
internal static class ColumnWidths
{
    private const int FilterButton = 3;

    /// <summary>As wide as the longest text needs, between the longest word of the header and a maximum.</summary>
    public static double For(string header, IEnumerable<string> texts, int max)
    {
        var width = header.Split(' ').Max(word => word.Length) + FilterButton;
        foreach (var text in texts)
        {
            if (width >= max)
            {
                break;
            }

            width = Math.Max(width, Math.Min(max, text.Length + 2));
        }

        return width;
    }

    public static void Set(IXLWorksheet sheet, params ReadOnlySpan<double> widths)
    {
        for (var i = 0; i < widths.Length; i++)
        {
            sheet.Column(i + 1).Width = widths[i];
        }
    }
}
