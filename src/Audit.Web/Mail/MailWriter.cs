using Audit.Data.Database;
using MimeKit;

namespace Audit.Web.Mail;

/// <summary>Makes the message that goes over the line from an e-mail of the outbox.</summary>
public static class MailWriter
{
    /// <summary>The message; a second attempt carries the same message id, so that the receiver can recognise it.</summary>
    /// <exception cref="ParseException">The recipient is not one e-mail address.</exception>
    public static MimeMessage Write(MailRow row, MailSettings settings)
    {
        var message = new MimeMessage
        {
            MessageId = $"{row.Id:N}@{settings.From.Domain}",
            Date = new DateTimeOffset(DateTime.SpecifyKind(row.MadeUtc, DateTimeKind.Utc)),
            Subject = row.Subject,
            Body = BodyOf(row),
        };
        message.From.Add(settings.From);
        message.To.Add(AddressOf(row.Recipient));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    private static MailboxAddress AddressOf(string recipient) =>
        !recipient.Any(char.IsControl) && MailboxAddress.TryParse(recipient, out var address) && address.Address == recipient && address.Domain.Length > 0
            ? address
            : throw new ParseException("not one address", 0, 0);

    private static MimeEntity BodyOf(MailRow row)
    {
        var text = new TextPart("plain") { Text = row.Text };
        if (row is not { Attachment: { } content, AttachmentName: { } name })
        {
            return text;
        }

        var file = new MimePart(MimeTypes.GetMimeType(name))
        {
            Content = new MimeContent(new MemoryStream(Convert.FromBase64String(content))),
            ContentDisposition = new(ContentDisposition.Attachment),
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = name,
        };
        return new Multipart("mixed") { text, file };
    }
}
