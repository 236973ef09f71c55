using System.Globalization;
using System.Text;

namespace Audit.Core.Actions.Merge;

/// <summary>Whether two actions are probably the same one, typed twice.</summary>
public static class NearDuplicates
{
    // Below this length one letter makes another word.
    private const int ShortTitle = 8;

    // Enough for any title; without it one file could keep a processor busy for hours.
    private const int MostCompared = 200;

    /// <summary>Whether two titles differ by capitals, accents, punctuation, white space or a few letters only.</summary>
    /// <remarks>
    /// Distance of Levenshtein (1966), at most one letter in ten and at least two; titles under eight letters must be the same.
    /// Titles with other numbers in them are different: "controle 2026" and "controle 2027".
    /// </remarks>
    public static bool Resemble(string one, string other) => ResembleFolded(Fold(one), Fold(other));

    /// <summary>The same for titles that were folded before, because folding costs more than comparing.</summary>
    internal static bool ResembleFolded(string one, string other)
    {
        if (one == other)
        {
            return true;
        }

        var longest = Math.Max(one.Length, other.Length);
        return Math.Min(one.Length, other.Length) >= ShortTitle
            && DigitsOf(one) == DigitsOf(other)
            && IsWithin(one, other, Math.Max(2, longest / 10));
    }

    /// <summary>Capital letters and digits with single spaces between the words.</summary>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in CellText.Legal(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                folded.Append(char.ToUpperInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString(0, Math.Min(folded.Length, MostCompared)).TrimEnd();
    }

    private static string DigitsOf(string text) => string.Concat(text.Where(char.IsDigit));

    /// <summary>Only the diagonal band of the table is calculated, so that long texts cost little.</summary>
    private static bool IsWithin(string one, string other, int most)
    {
        if (Math.Abs(one.Length - other.Length) > most)
        {
            return false;
        }

        var far = most + 1;
        var (above, row) = (new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            above[j] = Math.Min(j, far);
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var (from, to) = (Math.Max(1, i - most), Math.Min(other.Length, i + most));
            row[from - 1] = from == 1 ? Math.Min(i, far) : far;
            var least = row[from - 1];
            for (var j = from; j <= to; j++)
            {
                var replaced = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                var here = above[j] + 1;
                row[j] = Math.Min(far, Math.Min(replaced, Math.Min(here, row[j - 1] + 1)));
                least = Math.Min(least, row[j]);
            }

            if (least > most)
            {
                return false;
            }

            row[Math.Min(other.Length, to + 1)] = to < other.Length ? far : row[to];
            (above, row) = (row, above);
        }

        return above[other.Length] <= most;
    }
}
