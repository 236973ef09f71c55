using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reminders;

/// <summary>A message of a process for one person who may see it.</summary>
/// <param name="Case">The case.</param>
/// <param name="Message">The message.</param>
/// <param name="For">The person.</param>
public sealed record PersonalMessage(NamedCase Case, MessageRow Message, Recipient For)
{
    /// <summary>The step that it is about and that is still open; null for a notice.</summary>
    public WorkflowStepRow? Step { get; init; }

    /// <summary>The suspicion that it belongs to: nothing of it may be told; null for all others.</summary>
    public Guid? SuspicionId { get; init; }
}

/// <summary>Reads messages of processes for each person with the role they are meant for.</summary>
public static class PersonalMessages
{
    /// <summary>Notices, and messages about steps that are still open.</summary>
    /// <param name="db">A context.</param>
    /// <param name="sinceUtc">Older ones are left out.</param>
    public static async Task<IReadOnlyList<PersonalMessage>> SinceAsync(AuditContext db, DateTime sinceUtc)
    {
        var lines = await (
            from message in db.Messages
            join row in db.Assessments on message.AssessmentId equals row.Id
            join step in db.WorkflowSteps on message.StepId equals step.Id into steps
            from step in steps.DefaultIfEmpty()
            where message.SentUtc >= sinceUtc && (message.StepId == null || step.Status == StepStatus.Open)
            orderby message.SentUtc, message.Id
            select new Line(new NamedCase(row.Id, row.BodyId, row.Name), message, step)).ToListAsync();
        var cases = db.Assessments.Where(row => db.Messages.Any(message => message.AssessmentId == row.Id && message.SentUtc >= sinceUtc));
        var members = await MemberBook.OfAsync(db, cases);
        var suspicions = await SuspicionsAsync(db, cases);
        return [.. lines.SelectMany(line => suspicions.Find(known => known.Row.InstanceId == line.Message.InstanceId) is { } suspicion
            ? OfSuspicion(line, suspicion, members)
            : members.With(line.Case.Id, line.Message.Role).Select(person => new PersonalMessage(line.Case, line.Message, person) { Step = line.Step }))];
    }

    /// <summary>The same people who are shown the suspicion: with a second recipient, that person has the place of the sponsors.</summary>
    private static IEnumerable<PersonalMessage> OfSuspicion(Line line, ConfidentialCase suspicion, MemberBook members) =>
        members.With(line.Case.Id, line.Message.Role)
            .Append(suspicion.Recipient)
            .OfType<Recipient>()
            .Distinct()
            .Where(person => RightsOf(line, suspicion.Row, person, members) is { MaySee: true } rights && rights.Has(line.Message.Role))
            .Select(person => new PersonalMessage(line.Case, line.Message, person) { Step = line.Step, SuspicionId = suspicion.Row.Id });

    private static SuspicionRights RightsOf(Line line, SuspicionRow suspicion, Recipient person, MemberBook members) =>
        new(suspicion, person.UserId!.Value, members.RolesOf(line.Case.Id, person.UserId.Value));

    private static async Task<List<ConfidentialCase>> SuspicionsAsync(AuditContext db, IQueryable<AssessmentRow> cases)
    {
        var rows = await (
            from row in cases
            join suspicion in db.Suspicions on row.Id equals suspicion.AssessmentId
            join user in db.Users on new { Id = suspicion.RecipientId, row.BodyId } equals new { Id = (Guid?)user.Id, user.BodyId } into users
            from user in users.DefaultIfEmpty()
            select new { Suspicion = suspicion, row.BodyId, User = user }).ToListAsync();
        return [.. rows.Select(row => new ConfidentialCase(
            row.Suspicion,
            row.User is { Email: { } address } user ? new(row.BodyId, user.Id, address, user.DisplayName) { Language = user.Language } : null))];
    }

    private sealed record Line(NamedCase Case, MessageRow Message, WorkflowStepRow? Step);

    private sealed record ConfidentialCase(SuspicionRow Row, Recipient? Recipient);
}
