using Audit.Data.Database;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Mail;

/// <summary>Tells colleagues by e-mail that a comment calls them by name: that and where, never what was written.</summary>
public sealed class MentionMail(MailSettings settings)
{
    /// <summary>Writes one e-mail for each who was called in a comment that is being added.</summary>
    /// <param name="db">The open transaction, with the comment added and not saved.</param>
    /// <param name="of">The case.</param>
    /// <param name="path">Page of the question.</param>
    /// <param name="nowUtc">This moment.</param>
    public async Task WriteAsync(AuditContext db, AssessmentRow of, string path, DateTime nowUtc)
    {
        if (!settings.IsOn)
        {
            return;
        }

        foreach (var mention in db.Mentions.Local.Where(row => row.SeenUtc is null).ToList())
        {
            var person = await db.Users.SingleAsync(user => user.Id == mention.UserId);
            var body = await db.Bodies.SingleAsync(row => row.Id == of.BodyId);
            if (person.Email is { Length: > 0 } address)
            {
                using var language = Use(person.Language);
                await Outbox.WriteAsync(db, new(of.BodyId, $"mention/{mention.CommentId}/{person.Id}", address, DigestText.SubjectOf(body.Name, Tr($"een collega noemt u")), TextOf(person, of, path)) { AssessmentId = of.Id }, nowUtc);
            }
        }
    }

    private string TextOf(UserRow person, AssessmentRow of, string path) => string.Join('\n',
        Tr($"Beste {OneLine.Of(person.DisplayName)},"),
        string.Empty,
        Tr($"Een collega noemt u in een opmerking bij een vraag van de doorlichting ‘{OneLine.Of(of.Name)}’."),
        $"{settings.PublicAddress}{path}",
        string.Empty,
        Tr($"In deze e-mail staat niet wat er geschreven is. Antwoorden op deze e-mail worden niet gelezen."),
        string.Empty);
}
