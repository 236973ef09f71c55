using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Texts;
using Audit.Workflows.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Mail;

/// <summary>Collects of what people are to be reminded now and were not before.</summary>
public sealed class DigestReader(ContentStore contents)
{
    /// <summary>Older messages are no news any more, for instance when e-mail is switched on for the first time.</summary>
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(14);

    /// <summary>A digest for everybody who is to get one, in all bodies.</summary>
    public async Task<IReadOnlyList<Digest>> ReadAsync(AuditContext db, DateTime nowUtc)
    {
        var given = await GivenAsync(db);
        var lines = (await OfActionsAsync(db, DutchTime.DayOf(nowUtc)))
            .Concat(await OfMessagesAsync(db, nowUtc - LongestDelay))
            .Where(pair => !given.Contains(pair.Line.Mark));
        return [.. lines.GroupBy(pair => pair.Person, pair => pair.Line).Select(ofPerson => new Digest(ofPerson.Key, [.. ofPerson]))];
    }

    private static async Task<HashSet<DigestMark>> GivenAsync(AuditContext db)
    {
        var rows = await db.Trail.Where(row => row.Event == DigestMark.Event).Select(row => new { row.Subject, row.After }).ToListAsync();
        return [.. rows.Select(row => new DigestMark(row.Subject, row.After!))];
    }

    private static async Task<IEnumerable<(Recipient Person, DigestLine Line)>> OfActionsAsync(AuditContext db, DateOnly today) =>
        from action in await FollowedActions.OfAsync(db, db.Assessments)
        from reminder in Reminders.On(action.Facts, today)
        from owner in action.Owners
        select (owner, new DigestLine(
            action.Case,
            DigestMark.OfAction(action.Id, owner, reminder.Key),
            TextFor(owner, (action, reminder), today),
            StepLinks.OfAction(action.Case.Id, action.Id)));

    private static string TextFor(Recipient owner, (FollowedAction Action, Reminder Reminder) about, DateOnly today)
    {
        using var language = Use(owner.Language);
        return Tr($"Actie {about.Action.Number} {ReminderTexts.Of(about.Reminder, about.Action.Facts, today)}");
    }

    private async Task<IEnumerable<(Recipient Person, DigestLine Line)>> OfMessagesAsync(AuditContext db, DateTime sinceUtc)
    {
        var lines = new List<(Recipient, DigestLine)>();
        foreach (var message in await PersonalMessages.SinceAsync(db, sinceUtc))
        {
            lines.Add((message.For, new(message.Case, DigestMark.OfMessage(message.Message.Id, message.For), await TextOfAsync(db, message), PathOf(message))
            {
                SuspicionId = message.SuspicionId,
            }));
        }

        return lines;
    }

    /// <summary>Notices read like those of a suspicion, so that nobody can tell from an e-mail that there is one.</summary>
    private async Task<string> TextOfAsync(AuditContext db, PersonalMessage message)
    {
        using var language = Use(message.For.Language);
        if (message.SuspicionId is not null || message.Step is not { DueUtc: { } due } step)
        {
            return Tr($"Er is een bericht voor u.");
        }

        var instrumentId = await db.Assessments.Where(row => row.Id == message.Case.Id).Select(row => row.InstrumentId).SingleAsync();
        var name = StepTexts.NameOf(step.Activity, step.StepKey, (await contents.InstrumentAsync(db, instrumentId)).Value);
        return message.Message.Kind is MessageKind.Reminder
            ? Tr($"De stap ‘{name}’ moet uiterlijk {Dates.Day(due)} klaar zijn.")
            : Tr($"De stap ‘{name}’ had op {Dates.Day(due)} klaar moeten zijn.");
    }

    private static string PathOf(PersonalMessage message) =>
        message.SuspicionId is null && message.Step is not null ? StepLinks.Hub(message.Case.Id) : "/doorlichtingen";
}
