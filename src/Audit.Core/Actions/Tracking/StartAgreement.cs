namespace Audit.Core.Actions.Tracking;

/// <summary>What must be settled before an action begins, so that its effect can be judged fairly: indicator, baseline, target and date. Dutch: <c>afspraak vóór de start</c>.</summary>
/// <remarks>Source: the question on evaluation criteria in the letter to the Eerste Kamer of 28 August 2024 (35 741, H).</remarks>
public static class StartAgreement
{
    private static readonly (string Column, Sentence Name, Func<ActionItem, bool> IsMissing)[] Parts =
    [
        ("Indicator", Sentence.Of($"indicator"), action => Empty(action.Indicator)),
        ("Nulmeting", Sentence.Of($"nulmeting"), action => Empty(action.Baseline)),
        ("Streefwaarde", Sentence.Of($"streefwaarde"), action => Empty(action.TargetValue)),
        ("Streefdatum", Sentence.Of($"streefdatum"), action => action.Due is null),
    ];

    /// <summary>Names of what is not settled yet; empty when everything is.</summary>
    public static IReadOnlyList<Sentence> MissingOf(ActionItem action) => [.. Parts.Where(part => part.IsMissing(action)).Select(part => part.Name)];

    /// <summary>Whether work has begun in a status, so that the agreement should stand.</summary>
    public static bool Holds(ActionStatus status) => status switch
    {
        ActionStatus.Running or ActionStatus.Waiting or ActionStatus.Done or ActionStatus.Closed => true,
        ActionStatus.Planned or ActionStatus.Dropped => false,
    };

    /// <summary>The sentence for a change of the agreement after work began; null when a change is none.</summary>
    /// <param name="column">Key of the column that changed.</param>
    /// <param name="before">Status in which the action was before the change.</param>
    public static Sentence? LateChange(string column, ActionStatus before) =>
        Holds(before) && Parts.FirstOrDefault(part => part.Column == column) is { Name: { } name } ? Sentence.Of($"{name} na de start gewijzigd") : null;

    private static bool Empty(string text) => string.IsNullOrWhiteSpace(text);
}
