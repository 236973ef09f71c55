using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>What an activity is called, who does it and when, in plain words.</summary>
public static class StepWords
{
    /// <summary>The name that the file gives, for the reader, or else the id.</summary>
    public static string NameOf(ActivityNode node) => node.DisplayName?.Shown() ?? node.Id;

    /// <summary>Who does it: a role, or that it goes by itself.</summary>
    public static string WhoOf(ActivityNode node) => node.Type switch
    {
        { Name: ActivityNames.Notify } => Tr($"automatisch bericht aan {RoleNames.Of(node.Role)}"),
        { Kind: ActivityKind.Human } when node.Reviewers > 1 => Tr($"{RoleNames.Of(node.Role)} ({node.Reviewers} mensen)"),
        { Kind: ActivityKind.Human } => RoleNames.Of(node.Role),
        { Kind: ActivityKind.Decision } => Tr($"automatisch, {ConditionOf(node)}"),
        _ => Tr($"automatisch"),
    };

    /// <summary>The deadline or the time of waiting; null when it has neither.</summary>
    public static string? TimeOf(ActivityNode node) => node.Type.Kind switch
    {
        ActivityKind.Timed when node.Type.Name == ActivityNames.Timer => Tr($"wacht telkens {DurationOf(node)}"),
        ActivityKind.Timed => Tr($"wacht {DurationOf(node)}"),
        _ when node.DueDays is { } days => Days(days) + (node.EscalateTo is { } role ? Tr($", daarna {RoleNames.Of(role)}") : string.Empty),
        _ => null,
    };

    /// <summary>How a container does what it holds; empty when its lines say so.</summary>
    public static string MannerOf(ActivityNode container) => container.Type.Kind switch
    {
        ActivityKind.Parallel => Tr($"per publieke taak, tegelijk"),
        ActivityKind.Sequence => Tr($"na elkaar"),
        _ => string.Empty,
    };

    /// <summary>Outcomes in words, such as "Terug" or "Klaar of overgeslagen".</summary>
    public static string OutcomesOf(ActivityNode node, IEnumerable<string> outcomes)
    {
        var words = string.Join(Tr($" of "), node.Type.Outcomes.Where(known => outcomes.Contains(known.Name)).Select(known => known.Words.ToLowerInvariant()));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string ConditionOf(ActivityNode decision)
    {
        var condition = decision.Inputs[Inputs.Condition];
        return condition.Expression is ExpressionType.Literal
            ? (condition.Text == "true" ? Tr($"altijd ja") : Tr($"altijd nee"))
            : Tr($"feit '{condition.Text[DefinitionVariable.FactPrefix.Length..]}'");
    }

    private static string DurationOf(ActivityNode timed)
    {
        var wait = timed.Wait!.Value;
        return wait.TotalDays % 1 == 0 ? Days(wait.TotalDays)
            : wait.TotalHours % 1 == 0 ? (wait.TotalHours is 1 ? Tr($"1 uur") : Tr($"{wait.TotalHours:0} uur"))
            : wait.TotalMinutes is <= 1 ? Tr($"1 minuut") : Tr($"{Math.Ceiling(wait.TotalMinutes):0} minuten");
    }

    private static string Days(double days) => days is 1 ? Tr($"1 dag") : Tr($"{days:0} dagen");
}
