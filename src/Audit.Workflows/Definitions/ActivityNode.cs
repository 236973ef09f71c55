using System.Globalization;
using Audit.Core.Instruments;
using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>One activity in a definition, with the activities it holds.</summary>
/// <param name="Id">Unique in the file.</param>
/// <param name="Path">Ids from the root, separated by "/".</param>
/// <param name="Type">What it does.</param>
/// <param name="Line">1-based line.</param>
public sealed record ActivityNode(string Id, string Path, ActivityType Type, int Line)
{
    /// <summary>Its name for people; null when the file gives none.</summary>
    public LocalizedText? DisplayName { get; init; }

    /// <summary>Its inputs by name; those left out of the file are absent.</summary>
    public IReadOnlyDictionary<string, InputValue> Inputs { get; init; } = new Dictionary<string, InputValue>();

    /// <summary>Activities held: of a flowchart or sequence all of them, of a parallel step its body.</summary>
    public IReadOnlyList<ActivityNode> Children { get; init; } = [];

    /// <summary>Connections between the children of a flowchart.</summary>
    public IReadOnlyList<Connection> Connections { get; init; } = [];

    /// <summary>Id of the child where a flowchart begins.</summary>
    public string? Start { get; init; }

    /// <summary>Key of the step; empty when the file gives none.</summary>
    public string StepKey => Text(Activities.Inputs.StepKey) ?? string.Empty;

    /// <summary>Role that carries it out; empty when the file gives none.</summary>
    public string Role => Text(Activities.Inputs.Role) ?? string.Empty;

    /// <summary>Deadline in calendar days after opening; null = none.</summary>
    public int? DueDays => Number(Activities.Inputs.DueDays);

    /// <summary>Role that takes over after the deadline; null = none.</summary>
    public string? EscalateTo => Text(Activities.Inputs.EscalateTo);

    /// <summary>Different people who must choose the forward outcome, at least 1.</summary>
    public int Reviewers => Number(Activities.Inputs.Reviewers) ?? 1;

    /// <summary>How long a timed activity waits; null for other activities.</summary>
    public TimeSpan? Wait =>
        (Text(Activities.Inputs.TimeSpan) ?? Text(Activities.Inputs.Interval)) is { } text
            ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The literal text of an input; null when absent or not a literal.</summary>
    public string? Text(string input) =>
        Inputs.TryGetValue(input, out var value) && value.Expression == ExpressionType.Literal ? value.Text : null;

    /// <summary>The literal whole number of an input; null when absent.</summary>
    public int? Number(string input) => Text(input) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>This activity and all it holds, outermost first.</summary>
    public IEnumerable<ActivityNode> WithDescendants() => Children.SelectMany(child => child.WithDescendants()).Prepend(this);
}

/// <summary>How an input gets its value. Expressions that run code are refused.</summary>
public enum ExpressionType
{
    Literal,
    Variable,
    Input,
}

/// <summary>The value of an input as written.</summary>
/// <param name="Expression">How it gets its value.</param>
/// <param name="Text">The literal, or the name of the variable or input.</param>
/// <param name="Line">1-based line.</param>
public sealed record InputValue(ExpressionType Expression, string Text, int Line);

/// <summary>A line from the port of one activity to another activity.</summary>
/// <param name="Source">Where it begins.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="Line">1-based line.</param>
public sealed record Connection(Port Source, Port Target, int Line);

/// <summary>A named place on an activity where a connection begins or ends.</summary>
/// <param name="Activity">Id of the activity.</param>
/// <param name="Name">An outcome, or "In" for inbound connections.</param>
public sealed record Port(string Activity, string Name)
{
    public const string Inbound = "In";
}
