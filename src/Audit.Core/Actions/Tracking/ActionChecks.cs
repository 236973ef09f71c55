using Audit.Core.Actions.Merge;

namespace Audit.Core.Actions.Tracking;

/// <summary>Something that is wrong with an action, or may be.</summary>
/// <param name="Column">Key of the column that it is about.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record ActionFinding(string Column, Sentence Text);

/// <summary>An action with the person who owns it.</summary>
/// <param name="Item">The action.</param>
/// <param name="Owner">Name or e-mail address of the owner; null when nobody was chosen.</param>
public sealed record OwnedAction(ActionItem Item, string? Owner);

/// <summary>What an action cannot be, and what deserves a second look. Only what changes is refused: an old fault does not stop other work.</summary>
public static class ActionChecks
{
    /// <summary>Why a change cannot be made; empty when it can.</summary>
    /// <param name="before">The action until now.</param>
    /// <param name="after">The action as it would become.</param>
    public static IReadOnlyList<ActionFinding> RefusalsOf(OwnedAction before, OwnedAction after)
    {
        var findings = new List<ActionFinding>();
        if (string.IsNullOrWhiteSpace(after.Item.Measure))
        {
            findings.Add(new("Maatregel", Sentence.Of($"Vul in wat er gedaan wordt.")));
        }

        if (after.Item.Start > after.Item.Due && (after.Item.Start, after.Item.Due) != (before.Item.Start, before.Item.Due))
        {
            findings.Add(after.Item.Due != before.Item.Due
                ? new("Streefdatum", Sentence.Of($"De streefdatum ligt vóór de start ({after.Item.Start:d-M-yyyy}). Kies een latere streefdatum."))
                : new("Start", Sentence.Of($"De start ligt na de streefdatum ({after.Item.Due:d-M-yyyy}). Kies een eerdere start.")));
        }

        if (JudgesOwnWork(after) && PeopleOf(after) != PeopleOf(before))
        {
            findings.Add(new("Evaluator", Sentence.Of($"De evaluator is ook de eigenaar. Wie eigenaar is, beoordeelt niet zelf het effect: kies iemand anders.")));
        }

        return findings;
    }

    /// <summary>What does not stop anybody but should be looked at.</summary>
    /// <param name="action">The action.</param>
    /// <param name="waitsFor">The actions that it depends on.</param>
    public static IReadOnlyList<ActionFinding> WarningsOf(ActionItem action, IEnumerable<ActionItem> waitsFor)
    {
        var findings = new List<ActionFinding>();
        if (ProgressRule.WarningOf(action) is { } progress)
        {
            findings.Add(new("Voortgang", progress));
        }

        if (StartAgreement.Holds(action.Status) && StartAgreement.MissingOf(action) is { Count: > 0 } missing)
        {
            findings.Add(new("Indicator", Sentence.Of($"De actie is begonnen, maar dit is niet vooraf vastgelegd: {Sentence.Join(", ", missing)}.")));
        }

        if (action.Status.IsOpen())
        {
            findings.AddRange(waitsFor.Where(other => other.Status.IsOpen() && other.Due > action.Start).Select(other =>
                new ActionFinding("Start", Sentence.Of($"Deze actie begint op {action.Start:d-M-yyyy}, maar wacht op actie {other.Number}, die pas op {other.Due:d-M-yyyy} klaar hoeft te zijn."))));
        }

        return findings;
    }

    /// <summary>Whether a text names somebody: capitals and white space at the ends do not count.</summary>
    public static bool IsSame(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other)
        && string.Equals(CellText.Normal(one, ValueKind.Text), CellText.Normal(other, ValueKind.Text), StringComparison.OrdinalIgnoreCase);

    private static bool JudgesOwnWork(OwnedAction action) =>
        IsSame(action.Item.Evaluator, action.Item.Accountable) || IsSame(action.Item.Evaluator, action.Owner);

    private static (string, string, string?) PeopleOf(OwnedAction action) => (action.Item.Evaluator, action.Item.Accountable, action.Owner);
}
