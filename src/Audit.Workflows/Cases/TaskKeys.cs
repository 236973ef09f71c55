using System.Globalization;
using System.Text;

namespace Audit.Workflows.Cases;

/// <summary>Makes stable keys for public tasks.</summary>
internal static class TaskKeys
{
    private const int Longest = 60;

    /// <summary>A key that reads like the name and is free: letters, digits and hyphens.</summary>
    public static string For(string name, IReadOnlyCollection<string> taken)
    {
        var letters = name.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);
        var stem = string.Join('-', words);
        stem = stem.Length == 0 || !char.IsAsciiLetter(stem[0]) ? $"taak-{stem}".TrimEnd('-') : stem;
        stem = stem.Length > Longest ? stem[..Longest].TrimEnd('-') : stem;
        var key = stem;
        for (var n = 2; taken.Contains(key); n++)
        {
            key = $"{stem}-{n}";
        }

        return key;
    }
}
