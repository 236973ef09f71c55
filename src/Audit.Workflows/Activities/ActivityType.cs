namespace Audit.Workflows.Activities;

/// <summary>An activity that a definition may use.</summary>
/// <param name="Name">Its type in the definition, such as "Audit.ReviewStep".</param>
/// <param name="Kind">What happens on arrival.</param>
/// <param name="Description">What it does.</param>
/// <param name="Inputs">Its fields.</param>
/// <param name="Outcomes">Its source ports; at least one.</param>
/// <param name="ForwardOutcome">The outcome that a run without a screen chooses to go on.</param>
public sealed record ActivityType(
    string Name,
    ActivityKind Kind,
    Sentence Description,
    IReadOnlyList<ActivityInput> Inputs,
    IReadOnlyList<ActivityOutcome> Outcomes,
    string ForwardOutcome)
{
    /// <summary>Whether a process stops here until a person or a moment moves it.</summary>
    public bool Waits => Kind is ActivityKind.Human or ActivityKind.Timed;

    /// <summary>Whether it holds other activities.</summary>
    public bool IsContainer => Kind is ActivityKind.Flowchart or ActivityKind.Sequence or ActivityKind.Parallel;

    /// <summary>Whether a person chooses between ways on.</summary>
    public bool IsHumanDecision => Kind is ActivityKind.Human && Outcomes.Count > 1;

    public ActivityInput? Input(string name) => Inputs.FirstOrDefault(input => input.Name == name);

    public bool HasOutcome(string name) => Outcomes.Any(outcome => outcome.Name == name);
}
