using System.Globalization;
using System.Text;

namespace Audit.Core.Actions.Merge;

/// <summary>Values of cells as texts that do not depend on culture, and when two of them are the same.</summary>
public static class CellText
{
    /// <summary>Most characters that a cell of a workbook can hold; a longer text is cut when it is exported.</summary>
    public const int MostCharacters = 32_767;

    // A program that stores 15 digits instead of 17 has not changed the number.
    private const int Decimals = 10;

    private static readonly string[] DayForms = ["yyyy-M-d", "yyyy-M-d'T'H:m", "yyyy-M-d'T'H:m:s"];
    private static readonly string[] MomentForms = ["yyyy-M-d'T'H:m", "yyyy-M-d'T'H:m:s", "yyyy-M-d'T'H:m:s.FFFFFFF", "yyyy-M-d"];

    /// <summary>The form in which values are compared; a text that is not of the kind is compared as text.</summary>
    public static string Normal(string text, ValueKind kind)
    {
        var plain = Legal(text).Normalize(NormalizationForm.FormC).Trim();
        return kind switch
        {
            ValueKind.Text => plain,
            ValueKind.Number => NumberIn(plain) ?? plain,
            ValueKind.Day => MomentIn(plain, DayForms)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? plain,
            ValueKind.Moment => MomentIn(plain, MomentForms)?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) ?? plain,
        };
    }

    /// <summary>The text as XML can hold it: without control characters and half pairs, line ends as LF.</summary>
    public static string Legal(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var legal = new StringBuilder(text.Length);
        var unix = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        for (var i = 0; i < unix.Length; i++)
        {
            if (i + 1 < unix.Length && char.IsSurrogatePair(unix[i], unix[i + 1]))
            {
                legal.Append(unix, i, 2);
                i++;
            }
            else if (IsLegal(unix[i]))
            {
                legal.Append(unix[i]);
            }
        }

        return legal.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c >= '\ud800' || !IsLegal(c) || c == '\r')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>XML 1.0, production 2, for one code unit that is not half of a pair.</summary>
    private static bool IsLegal(char c) => (c >= ' ' || c is '\t' or '\n' or '\r') && !char.IsSurrogate(c) && c is not ('\ufffe' or '\uffff');

    private static string? NumberIn(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
        {
            return null;
        }

        // Adding zero makes the negative zero an ordinary one.
        return (Math.Round(number, Decimals) + 0.0).ToString(CultureInfo.InvariantCulture);
    }

    private static DateTime? MomentIn(string text, string[] forms) =>
        DateTime.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : null;
}
