using Audit.Core.Actions;

namespace Audit.Web.Texts;

/// <summary>Reminders in plain Dutch, without answers or scores.</summary>
public static class ReminderTexts
{
    /// <summary>What a reminder says about an action, as the end of a sentence that begins with the action.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="action">The action.</param>
    /// <param name="today">The day on which it is read.</param>
    public static string Of(Reminder reminder, ReminderFacts action, DateOnly today) => reminder.Kind switch
    {
        ReminderKind.Start => $"{(action.Start == today ? "begint vandaag" : $"had op {Dates.DayOrNone(action.Start)} moeten beginnen")}.",
        ReminderKind.DueIn14Days or ReminderKind.DueIn7Days or ReminderKind.DueTomorrow => $"moet {WhenOf(action.Due!.Value, today)} klaar zijn.",
        ReminderKind.Overdue => $"had op {Dates.DayOrNone(action.Due)} klaar moeten zijn.",
        ReminderKind.Stalled => $"is niet bijgewerkt sinds {Dates.DayOrNone(action.LastChanged)}.",
        ReminderKind.MayBegin => "kan verder: de acties waarop deze wachtte, zijn klaar of vervallen.",
    };

    private static string WhenOf(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => $"vandaag, {Dates.Day(due)},",
        1 => $"morgen, {Dates.Day(due)},",
        var days => $"op {Dates.Day(due)} (over {days} dagen)",
    };
}
