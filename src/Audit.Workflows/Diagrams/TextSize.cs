using System.Globalization;

namespace Audit.Workflows.Diagrams;

/// <summary>Size and weight of letters.</summary>
/// <param name="Pixels">Height of the font.</param>
/// <param name="Bold">Whether the letters are bold.</param>
internal readonly record struct Font(int Pixels, bool Bold = false);

/// <summary>How wide text is at most, without a font at hand: widths are those of a wide font (DejaVu Sans), rounded up.</summary>
internal static class TextSize
{
    private const double BoldFactor = 1.12;
    private const string Ellipsis = "…";

    /// <summary>Unit: pixels.</summary>
    public static int Width(string text, Font font) =>
        (int)Math.Ceiling(text.Sum(WidthOf) * font.Pixels * (font.Bold ? BoldFactor : 1));

    /// <summary>The text in lines that fit; what does not fit in the last one is left out and shown as "…".</summary>
    public static IReadOnlyList<string> Wrap(string text, Font font, int width, int mostLines)
    {
        var lines = new List<string> { string.Empty };
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Pieces(word, font, width)))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (Width(longer, font) <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines.Count <= mostLines ? lines : [.. lines.Take(mostLines - 1), Shorten($"{lines[mostLines - 1]} {lines[mostLines]}", font, width)];
    }

    /// <summary>A word that is too wide for a line falls apart between characters as a reader sees them.</summary>
    private static IEnumerable<string> Pieces(string word, Font font, int width)
    {
        var piece = string.Empty;
        foreach (var character in Characters(word))
        {
            if (piece.Length > 0 && Width(piece + character, font) > width)
            {
                yield return piece;
                piece = string.Empty;
            }

            piece += character;
        }

        yield return piece;
    }

    private static string Shorten(string text, Font font, int width)
    {
        var kept = Characters(text).ToList();
        while (kept.Count > 1 && Width(string.Concat(kept) + Ellipsis, font) > width)
        {
            kept.RemoveAt(kept.Count - 1);
        }

        return string.Concat(kept).TrimEnd() + Ellipsis;
    }

    private static IEnumerable<string> Characters(string text)
    {
        for (var at = StringInfo.GetTextElementEnumerator(text); at.MoveNext();)
        {
            yield return at.GetTextElement();
        }
    }

    /// <summary>Width as a share of the height of the font.</summary>
    private static double WidthOf(char c) => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.35,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' => 0.43,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 1.0,
        >= 'A' and <= 'Z' => 0.76,
        < '\u2000' => 0.64,
        _ => 1.0,
    };
}
