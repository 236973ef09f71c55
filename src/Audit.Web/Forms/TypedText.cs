using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Forms;

/// <summary>Reads texts and days as people type them.</summary>
public static class TypedText
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "d-M-yyyy"];

    /// <summary>The text as it is kept; null when there is none.</summary>
    public static string? Of(string? typed) => typed?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A day such as 22-11-2026; null when it is no day.</summary>
    public static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Adds an error at a text that is missing or too long.</summary>
    /// <param name="state">Receives the error.</param>
    /// <param name="field">Name of the field.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="rule">What is said when it is missing (null = it may be), and its greatest length in characters.</param>
    public static void CheckText(this ModelStateDictionary state, string field, string? typed, (string? Missing, int Most) rule)
    {
        var text = Of(typed);
        if (text is null && rule.Missing is { } missing)
        {
            state.AddModelError(field, missing);
        }
        else if (text?.Length > rule.Most)
        {
            state.AddModelError(field, Tr($"Maak deze tekst korter: hooguit {rule.Most} tekens, nu {text.Length}."));
        }
    }
}
