using System.Globalization;
using System.Text;

namespace Audit.Web.Pages.Results;

/// <summary>Names of files that people download: letters, digits and hyphens only, whatever a case is called.</summary>
public static class SafeFileName
{
    private const int Longest = 60;

    /// <summary>Such as "actieplan-mijn-doorlichting-2026-11-22.xlsx".</summary>
    public static string Of(string kind, string name, DateOnly day, string extension)
    {
        var letters = name.Normalize(NormalizationForm.FormD).ToLowerInvariant()
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-');
        var stem = string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        stem = stem.Length > Longest ? stem[..Longest].TrimEnd('-') : stem;
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{string.Join('-', new[] { kind, stem, date }.Where(part => part.Length > 0))}.{extension}";
    }
}
