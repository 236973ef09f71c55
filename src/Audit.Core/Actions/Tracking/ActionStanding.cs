namespace Audit.Core.Actions.Tracking;

/// <summary>How an action stands on a certain day: late, nearly due, stalled, or held up by another one. Dutch: <c>stand van een actie</c>.</summary>
/// <param name="IsOverdue">Open, and its due date has passed. Dutch: <c>te laat</c>.</param>
/// <param name="IsDueSoon">Open, and due within <see cref="SoonDays"/> days. Dutch: <c>streefdatum nadert</c>.</param>
/// <param name="QuietDays">For how many days nothing was changed or noted, once that is too long; else null. Dutch: <c>loopt vast</c>.</param>
/// <param name="BlockedBy">The actions that it waits for and that are not carried out; empty when none holds it up.</param>
public sealed record ActionStanding(bool IsOverdue, bool IsDueSoon, int? QuietDays, IReadOnlyList<ActionItem> BlockedBy)
{
    /// <summary>How many days ahead a due date counts as near.</summary>
    public const int SoonDays = 14;

    /// <summary>After how many days without a change or a note an action counts as stalled.</summary>
    public const int StalledDays = 30;

    /// <summary>Whether it should be going on and nobody touched it for a long time.</summary>
    public bool IsStalled => QuietDays is not null;

    /// <summary>Whether another action must be carried out first.</summary>
    public bool IsBlocked => BlockedBy.Count > 0;

    /// <summary>The standing of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="lastTouched">Day of the last change or note; the day of the plan when there was none.</param>
    /// <param name="waitsFor">The actions that it depends on.</param>
    /// <param name="today">The day to which the standing refers.</param>
    public static ActionStanding Of(ActionItem action, DateOnly lastTouched, IEnumerable<ActionItem> waitsFor, DateOnly today)
    {
        if (!action.Status.IsOpen())
        {
            return new(false, false, null, []);
        }

        return new(
            action.Due < today,
            action.Due >= today && action.Due <= today.AddDays(SoonDays),
            QuietDaysOf(action, lastTouched, today) is >= StalledDays and var days ? days : null,
            [.. waitsFor.Where(other => other.Status is not (ActionStatus.Done or ActionStatus.Closed))]);
    }

    /// <summary>Days since the last touch; a planned action is quiet from its start only, and without one it never is.</summary>
    private static int? QuietDaysOf(ActionItem action, DateOnly lastTouched, DateOnly today)
    {
        var since = action.Status != ActionStatus.Planned ? lastTouched
            : action.Start is { } start ? (start > lastTouched ? start : lastTouched)
            : (DateOnly?)null;
        return today.DayNumber - since?.DayNumber;
    }
}
