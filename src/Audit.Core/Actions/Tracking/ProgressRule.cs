namespace Audit.Core.Actions.Tracking;

/// <summary>How status and progress of an action keep in step.</summary>
public static class ProgressRule
{
    /// <summary>Why the progress was set, in Dutch, for the history.</summary>
    public const string Reason = "volgt uit de status gereed";

    /// <summary>An action that is carried out has all of its work done: progress follows when the status becomes <see cref="ActionStatus.Done"/>.</summary>
    /// <param name="before">Status until now.</param>
    /// <param name="after">The action as it becomes.</param>
    public static ActionItem Settle(ActionStatus before, ActionItem after) =>
        after.Status == ActionStatus.Done && before != ActionStatus.Done && after.Progress < 1 ? after with { Progress = 1 } : after;

    /// <summary>What does not fit together; null when it fits.</summary>
    public static Sentence? WarningOf(ActionItem action) => (action.Status, action.Progress) switch
    {
        (ActionStatus.Planned, > 0) => Sentence.Of($"De status is gepland, maar er is al voortgang ingevuld."),
        (ActionStatus.Running or ActionStatus.Waiting, >= 1) => Sentence.Of($"De voortgang is 100%, maar de status is nog niet gereed."),
        (ActionStatus.Done or ActionStatus.Closed, < 1) => Sentence.Of($"De status is {action.Status.InSentence()}, maar de voortgang is geen 100%."),
        _ => null,
    };
}
