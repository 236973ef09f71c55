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
        ReminderKind.Start => $"{(action.Start == today ? Tr($"begint vandaag") : Tr($"had op {Dates.DayOrNone(action.Start)} moeten beginnen"))}.",
        ReminderKind.DueIn14Days or ReminderKind.DueIn7Days or ReminderKind.DueTomorrow => Tr($"moet {WhenOf(action.Due!.Value, today)} klaar zijn."),
        ReminderKind.Overdue => Tr($"had op {Dates.DayOrNone(action.Due)} klaar moeten zijn."),
        ReminderKind.Stalled => Tr($"is niet bijgewerkt sinds {Dates.DayOrNone(action.LastChanged)}."),
        ReminderKind.MayBegin => Tr($"kan verder: de acties waarop deze wachtte, zijn klaar of vervallen."),
    };

    private static string WhenOf(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        0 => Tr($"vandaag, {Dates.Day(due)},"),
        1 => Tr($"morgen, {Dates.Day(due)},"),
        var days => Tr($"op {Dates.Day(due)} (over {days} dagen)"),
    };
}
