namespace Audit.Core.Actions.Tracking;

/// <summary>What must be settled before an action begins, so that its effect can be judged fairly: indicator, baseline, target and date. Dutch: <c>afspraak vóór de start</c>.</summary>
/// <remarks>Source: the question on evaluation criteria in the letter to the Eerste Kamer of 28 August 2024 (35 741, H).</remarks>
public static class StartAgreement
{
    private static readonly (string Column, string Name, Func<ActionItem, bool> IsMissing)[] Parts =
    [
        ("Indicator", "indicator", action => Empty(action.Indicator)),
        ("Nulmeting", "nulmeting", action => Empty(action.Baseline)),
        ("Streefwaarde", "streefwaarde", action => Empty(action.TargetValue)),
        ("Streefdatum", "streefdatum", action => action.Due is null),
    ];

    /// <summary>Dutch names of what is not settled yet; empty when everything is.</summary>
    public static IReadOnlyList<string> MissingOf(ActionItem action) => [.. Parts.Where(part => part.IsMissing(action)).Select(part => part.Name)];

    /// <summary>Whether work has begun in a status, so that the agreement should stand.</summary>
    public static bool Holds(ActionStatus status) => status switch
    {
        ActionStatus.Running or ActionStatus.Waiting or ActionStatus.Done or ActionStatus.Closed => true,
        ActionStatus.Planned or ActionStatus.Dropped => false,
    };

    /// <summary>The Dutch sentence for a change of the agreement after work began; null when a change is none.</summary>
    /// <param name="column">Key of the column that changed.</param>
    /// <param name="before">Status in which the action was before the change.</param>
    public static string? LateChange(string column, ActionStatus before) =>
        Holds(before) && Parts.FirstOrDefault(part => part.Column == column) is { Name: { } name } ? $"{name} na de start gewijzigd" : null;

    private static bool Empty(string text) => string.IsNullOrWhiteSpace(text);
}
