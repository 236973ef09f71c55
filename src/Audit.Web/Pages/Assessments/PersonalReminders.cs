using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Texts;
using Audit.Workflows.Reminders;

namespace Audit.Web.Pages.Assessments;

/// <summary>An action of the user that asks for attention.</summary>
/// <param name="Action">The action.</param>
/// <param name="Reasons">Why, most urgent first, as sentences.</param>
/// <param name="IsOverdue">Whether its due date has passed.</param>
public sealed record ReminderLine(FollowedAction Action, IReadOnlyList<string> Reasons, bool IsOverdue)
{
    public string Title => Action.Title is { } title ? Tr($"Actie {Action.Number}: {title}") : Tr($"Actie {Action.Number}");
}

/// <summary>The reminders that the user sees after signing in: what an e-mail would say, with the titles.</summary>
public static class PersonalReminders
{
    public static async Task<IReadOnlyList<ReminderLine>> OfAsync(AuditContext db, CurrentUser user)
    {
        var today = DutchText.Day(user.NowUtc);
        var actions = await FollowedActions.OfAsync(db, FollowedActions.CasesOf(db, (user.Id, user.BodyId)));
        return
        [
            .. actions.Where(action => action.IsOf(user.Id))
                .Select(action => LineOf(action, Reminders.On(action.Facts, today), today))
                .OfType<ReminderLine>()
                .OrderByDescending(line => line.IsOverdue)
                .ThenBy(line => line.Action.Facts.Due ?? DateOnly.MaxValue),
        ];
    }

    private static ReminderLine? LineOf(FollowedAction action, IReadOnlyList<Reminder> reminders, DateOnly today) => reminders.Count == 0 ? null : new(
        action,
        [.. reminders.Select(reminder => DutchText.Capital(ReminderTexts.Of(reminder, action.Facts, today)))],
        reminders.Any(reminder => reminder.Kind is ReminderKind.Overdue));
}
