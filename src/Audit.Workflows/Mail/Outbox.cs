using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Mail;

/// <summary>Where e-mails wait until a node sends them: written in the transaction of what they are about.</summary>
public static class Outbox
{
    /// <summary>Longest subject that the database takes.</summary>
    private const int LongestLine = 300;

    /// <summary>Writes an e-mail that is to be sent as soon as possible.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="mail">The e-mail.</param>
    /// <param name="nowUtc">This moment.</param>
    /// <returns>False when one with this key was written before; nothing is then written.</returns>
    public static async Task<bool> WriteAsync(AuditContext db, OutgoingMail mail, DateTime nowUtc)
    {
        // The unique key in the database is the last guard: of two writers at once the second one tries again and comes here.
        if (db.Mails.Local.Any(row => row.Key == mail.Key) || await db.Mails.AnyAsync(row => row.Key == mail.Key))
        {
            return false;
        }

        db.Mails.Add(new()
        {
            Id = Guid.CreateVersion7(),
            BodyId = mail.BodyId,
            AssessmentId = mail.AssessmentId,
            Key = mail.Key,
            Recipient = mail.Recipient.Trim(),
            Subject = OneLine.Of(mail.Subject, LongestLine),
            Text = mail.Text,
            AttachmentName = mail.Attachment is { } file ? OneLine.Of(file.Name, LongestLine) : null,
            Attachment = mail.Attachment is { } content ? Convert.ToBase64String(content.Content.Span) : null,
            MadeUtc = nowUtc,
            DueUtc = nowUtc,
            Version = Guid.NewGuid(),
        });
        return true;
    }

    /// <summary>Lets an e-mail that was given up be tried again, from the first attempt on.</summary>
    public static void TryAgain(MailRow row, DateTime nowUtc)
    {
        row.Attempts = 0;
        row.DueUtc = nowUtc;
        row.Version = Guid.NewGuid();
    }
}
