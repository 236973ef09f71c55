using System.Globalization;
using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>Inputs of activities and their values as a sentence names them.</summary>
internal static class InputWords
{
    private static string Empty => Tr($"niet ingevuld");

    public static string NameOf(string input) => input switch
    {
        Inputs.StepKey => Tr($"sleutel van de stap"),
        Inputs.Role => Tr($"rol"),
        Inputs.DueDays => Tr($"termijn"),
        Inputs.EscalateTo => Tr($"na de termijn ook voor"),
        Inputs.Reviewers => Tr($"aantal mensen dat akkoord moet geven"),
        Inputs.Condition => Tr($"voorwaarde"),
        Inputs.TimeSpan or Inputs.Interval => Tr($"wachttijd"),
        Inputs.Items => Tr($"lijst"),
        _ => input,
    };

    /// <summary>The value in words; null means that the file leaves the input out.</summary>
    public static string ValueOf(string input, string? text) => input switch
    {
        Inputs.Role or Inputs.EscalateTo => text is null ? Empty : RoleNames.Of(text),
        Inputs.DueDays when int.TryParse(text, CultureInfo.InvariantCulture, out var days) => Days(days),
        Inputs.Reviewers => text ?? "1",
        Inputs.TimeSpan or Inputs.Interval when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var wait) && wait.TotalDays % 1 == 0 => Days(wait.TotalDays),
        _ => text ?? Empty,
    };

    private static string Days(double days) => days is 1 ? Tr($"1 dag") : Tr($"{days:0} dagen");
}
