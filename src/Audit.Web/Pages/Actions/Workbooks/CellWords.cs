using System.Globalization;
using Audit.Data.Excel;
using Audit.Web.Charts;
using Audit.Web.Texts;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>Values of cells as the reader knows them from the sheet.</summary>
public static class CellWords
{
    public static string Empty => Tr($"(leeg)");

    /// <summary>Most characters of a value in a narrow column.</summary>
    public const int Narrow = 36;

    private const int Most = 44;
    private const int Before = 12;

    private static readonly Dictionary<string, ActionColumn> Columns = ActionColumns.All.ToDictionary(column => column.Key);

    public static string HeaderOf(string column) => ColumnTexts.Of(column)!;

    /// <summary>The whole value.</summary>
    /// <param name="column">Key of the column.</param>
    /// <param name="text">The value without culture; null when it is not known.</param>
    public static string Of(string column, string? text) => text switch
    {
        null => Tr($"onbekend"),
        "" => Empty,
        _ => Columns[column].Kind switch
        {
            ColumnKind.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture) : text,
            ColumnKind.Percent => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? $"{DutchText.Number(share * 100, share * 100 % 1 == 0 ? 0 : 1)}%" : text,
            ColumnKind.Label => ActionTexts.LabelOf(text) ?? text,
            ColumnKind.Text or ColumnKind.Link or ColumnKind.Number or ColumnKind.Moment => text,
        },
    };

    /// <summary>Whether a value is too long to be shown whole in a table.</summary>
    public static bool IsLong(string text) => text.Length > Most;

    /// <summary>The piece of a text in which it differs from another one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="other">The other one; the text itself for its beginning.</param>
    /// <param name="most">Most characters, the dots left aside.</param>
    public static string Piece(string text, string other, int most = Most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var same = text == other ? 0 : text.AsSpan().CommonPrefixLength(other);
        var from = Math.Max(0, Math.Min(same - Before, text.Length - most));
        from = from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from;
        var to = Math.Min(text.Length, from + most);
        to = to < text.Length && char.IsHighSurrogate(text[to - 1]) ? to - 1 : to;
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}";
    }
}
