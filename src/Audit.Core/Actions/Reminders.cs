using System.Globalization;
using Audit.Core.Actions.Tracking;

namespace Audit.Core.Actions;

/// <summary>Decides which reminders an action asks for on a day.</summary>
/// <remarks>
/// A reminder stays asked for until a later one takes its place, so that a day without reminders (a weekend, a stop of the
/// program) loses none; its key keeps it from being given twice. Terms: own choice of this product.
/// </remarks>
public static class Reminders
{
    private const int LongBefore = ActionStanding.SoonDays;
    private const int ShortlyBefore = 7;
    private const int OverdueAgain = 7;
    private const int StalledAfter = ActionStanding.StalledDays;

    /// <summary>The reminders that an action asks for; none when it is finished or dropped.</summary>
    /// <param name="action">The action.</param>
    /// <param name="day">A Dutch calendar day.</param>
    public static IReadOnlyList<Reminder> On(ReminderFacts action, DateOnly day)
    {
        if (!action.Status.IsOpen())
        {
            return [];
        }

        var deadline = action.Due is { } due ? OfDeadline(due, day) : null;
        Reminder?[] all = deadline?.Kind is ReminderKind.Overdue
            ? [deadline]
            : [deadline, OfWaiting(action), OfStart(action, day), OfStandstill(action, day)];
        return [.. all.OfType<Reminder>()];
    }

    private static Reminder? OfDeadline(DateOnly due, DateOnly day) =>
        day > due ? new(ReminderKind.Overdue, Key("overdue", due.AddDays(1 + DaysIn(day.DayNumber - due.DayNumber - 1, OverdueAgain))))
        : Workdays.After(day) >= due ? new(ReminderKind.DueTomorrow, Key("due-1", due))
        : day.AddDays(ShortlyBefore) >= due ? new(ReminderKind.DueIn7Days, Key("due-7", due))
        : day.AddDays(LongBefore) >= due ? new(ReminderKind.DueIn14Days, Key("due-14", due))
        : null;

    private static Reminder? OfWaiting(ReminderFacts action) =>
        action is { OthersAreFinished: true, Status: ActionStatus.Planned or ActionStatus.Waiting } ? new(ReminderKind.MayBegin, "may-begin") : null;

    private static Reminder? OfStart(ReminderFacts action, DateOnly day) =>
        action.Status is ActionStatus.Planned && action.Start is { } start && day >= start ? new(ReminderKind.Start, Key("start", start)) : null;

    private static Reminder? OfStandstill(ReminderFacts action, DateOnly day)
    {
        var hasBegun = action.Status is not ActionStatus.Planned || action.Start <= day;
        return hasBegun && action.LastChanged is { } changed && day.DayNumber - changed.DayNumber is >= StalledAfter and var passed
            ? new(ReminderKind.Stalled, Key("stalled", changed.AddDays(DaysIn(passed, StalledAfter))))
            : null;
    }

    /// <summary>The days in the whole periods that have passed.</summary>
    private static int DaysIn(int passed, int period) => passed / period * period;

    private static string Key(string word, DateOnly day) => $"{word}/{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
}
