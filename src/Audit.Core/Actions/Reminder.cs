namespace Audit.Core.Actions;

/// <summary>Why somebody is reminded of an action.</summary>
public enum ReminderKind
{
    /// <summary>The day on which it should begin is there, and it has not begun.</summary>
    Start,

    /// <summary>Its due date is at most 14 days away.</summary>
    DueIn14Days,

    /// <summary>Its due date is at most 7 days away.</summary>
    DueIn7Days,

    /// <summary>It is due on or before the next working day.</summary>
    DueTomorrow,

    /// <summary>Its due date has passed; again every 7 days.</summary>
    Overdue,

    /// <summary>Nothing was changed or noted for 30 days; again every 30 days.</summary>
    Stalled,

    /// <summary>Every action that it waited for is finished.</summary>
    MayBegin,
}

/// <summary>A reminder of an action. Dutch: <c>herinnering</c>.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Key">What makes it the same reminder of this action: one with this key is given once.</param>
public sealed record Reminder(ReminderKind Kind, string Key);

/// <summary>What decides whether an action asks for a reminder.</summary>
/// <param name="Status">How far it is.</param>
/// <param name="Start">First day; null when not agreed yet.</param>
/// <param name="Due">Day on which it should work; null when not agreed yet.</param>
public sealed record ReminderFacts(ActionStatus Status, DateOnly? Start, DateOnly? Due)
{
    /// <summary>Day on which something was last changed or noted; null when not known.</summary>
    public DateOnly? LastChanged { get; init; }

    /// <summary>Whether it waits for other actions and each of those is finished or dropped.</summary>
    public bool OthersAreFinished { get; init; }
}
