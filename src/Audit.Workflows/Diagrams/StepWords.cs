using System.Globalization;
using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>What an activity is called, who does it and when, in plain Dutch.</summary>
public static class StepWords
{
    /// <summary>The name that the file gives, or else the id.</summary>
    public static string NameOf(ActivityNode node) => node.DisplayName ?? node.Id;

    /// <summary>Who does it: a role, or "automatisch" when nobody does.</summary>
    public static string WhoOf(ActivityNode node) => node.Type switch
    {
        { Name: ActivityNames.Notify } => $"automatisch bericht aan {RoleNames.Dutch(node.Role)}",
        { Kind: ActivityKind.Human } when node.Reviewers > 1 => $"{RoleNames.Dutch(node.Role)} ({node.Reviewers} mensen)",
        { Kind: ActivityKind.Human } => RoleNames.Dutch(node.Role),
        { Kind: ActivityKind.Decision } => $"automatisch, {ConditionOf(node)}",
        _ => "automatisch",
    };

    /// <summary>The deadline or the time of waiting; null when it has neither.</summary>
    public static string? TimeOf(ActivityNode node) => node.Type.Kind switch
    {
        ActivityKind.Timed when node.Type.Name == ActivityNames.Timer => $"wacht telkens {DurationOf(node)}",
        ActivityKind.Timed => $"wacht {DurationOf(node)}",
        _ when node.DueDays is { } days => Count(days, "dag", "dagen") + (node.EscalateTo is { } role ? $", daarna {RoleNames.Dutch(role)}" : string.Empty),
        _ => null,
    };

    /// <summary>How a container does what it holds; empty when its lines say so.</summary>
    public static string MannerOf(ActivityNode container) => container.Type.Kind switch
    {
        ActivityKind.Parallel => "per publieke taak, tegelijk",
        ActivityKind.Sequence => "na elkaar",
        _ => string.Empty,
    };

    /// <summary>Outcomes in Dutch, such as "Terug" or "Klaar of overgeslagen".</summary>
    public static string OutcomesOf(ActivityNode node, IEnumerable<string> outcomes)
    {
        var words = string.Join(" of ", node.Type.Outcomes.Where(known => outcomes.Contains(known.Name)).Select(known => known.Description.ToLowerInvariant()));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string ConditionOf(ActivityNode decision)
    {
        var condition = decision.Inputs[Inputs.Condition];
        return condition.Expression is ExpressionType.Literal
            ? $"altijd {(condition.Text == "true" ? "ja" : "nee")}"
            : $"feit '{condition.Text[DefinitionVariable.FactPrefix.Length..]}'";
    }

    private static string DurationOf(ActivityNode timed)
    {
        var wait = timed.Wait!.Value;
        return wait.TotalDays % 1 == 0 ? Count(wait.TotalDays, "dag", "dagen")
            : wait.TotalHours % 1 == 0 ? Count(wait.TotalHours, "uur", "uur")
            : Count(Math.Ceiling(wait.TotalMinutes), "minuut", "minuten");
    }

    private static string Count(double count, string one, string more) =>
        $"{count.ToString("0", CultureInfo.InvariantCulture)} {(count is 1 ? one : more)}";
}
