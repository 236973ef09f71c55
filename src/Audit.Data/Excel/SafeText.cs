using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Audit.Core.Actions.Merge;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Puts text that people wrote into cells as text: it never becomes a formula, a number or a broken file.</summary>
public static partial class SafeText
{
    /// <summary>Most characters that a cell can hold.</summary>
    public const int MaxLength = CellText.MostCharacters;

    /// <summary>The text as a cell can hold it: legal XML characters, line ends as LF, cut with a visible note.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var legal = CellText.Legal(text);
        return legal.Length <= MaxLength ? legal : Cut(legal);
    }

    /// <summary>Whether the text could be read as a formula when somebody edits the cell or saves it as CSV.</summary>
    public static bool NeedsPrefix(string text)
    {
        if (text.Length == 0)
        {
            return false;
        }

        return text[0] is '\t' or '\r' or '\n' || FirstVisible(text) is '=' or '+' or '-' or '@';
    }

    /// <summary>The text as a part of the file holds it: one that looks like an escaped letter is escaped itself.</summary>
    internal static string Escaped(string text) => text.Contains("_x", StringComparison.Ordinal) ? LooksEscaped().Replace(text, "_x005F_$1") : text;

    /// <summary>The web address that a text consists of; null for anything but http and https.</summary>
    public static Uri? LinkIn(string text)
    {
        var isLink = Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

        // Excel refuses longer addresses.
        return isLink && uri!.AbsoluteUri.Length <= 2_079 ? uri : null;
    }

    /// <summary>Writes a text; an empty one leaves the cell empty.</summary>
    internal static void Write(IXLCell cell, string? text)
    {
        var clean = Clean(text);
        if (clean.Length == 0)
        {
            return;
        }

        cell.SetValue(clean);
        if (NeedsPrefix(clean))
        {
            cell.Style.IncludeQuotePrefix = true;
        }
    }

    [GeneratedRegex("_(x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();

    private static string Cut(string text)
    {
        var note = $"… [afgekapt: de tekst telt {text.Length} tekens, een cel hoogstens {MaxLength}]";
        var keep = MaxLength - note.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[keep - 1]) ? keep - 1 : keep), note);
    }

    /// <summary>First character that shows, with full-width and small forms folded to the plain one.</summary>
    private static char FirstVisible(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                continue;
            }

            return char.IsSurrogate(c) ? c : c.ToString().Normalize(NormalizationForm.FormKC)[0];
        }

        return '\0';
    }
}
