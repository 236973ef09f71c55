namespace Audit.Core.Actions;

/// <summary>Which measures inside the body a measure leans on: its precondition names them.</summary>
/// <remarks>Source: a safe workplace seems a precondition for measures toward citizens to work (Kamerstukken I 2023/24, 35 741, A).</remarks>
public static class Preconditions
{
    /// <summary>Ids of the measures that the precondition of a measure names and that are not chosen; empty when it names none.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="chosen">Ids of the measures in the plan, for whichever task.</param>
    public static IReadOnlyList<string> MissingOf(Measure measure, IReadOnlySet<string> chosen) =>
        [.. NamesIn(measure.Precondition?.Nl ?? "").Distinct().Where(id => id != measure.Id && !chosen.Contains(id))];

    /// <summary>Whatever is written as an id: parts in capitals or digits, joined by hyphens, as in M-OC-8.</summary>
    private static IEnumerable<string> NamesIn(string text) =>
        text.Split([' ', '(', ')', ',', '.', ';', ':'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.Contains('-', StringComparison.Ordinal) && word.All(letter => letter is '-' or (>= 'A' and <= 'Z') or (>= '0' and <= '9')));
}
