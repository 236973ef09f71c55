namespace Audit.Data.Database;

/// <summary>An e-mail to be sent: written in the transaction of what it is about, sent afterwards by any node.</summary>
public sealed class MailRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    /// <summary>The case that it is about; null when it is about none.</summary>
    public Guid? AssessmentId { get; set; }

    /// <summary>What makes it the same e-mail: a second one with this key is not written.</summary>
    public required string Key { get; set; }

    public required string Recipient { get; set; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    /// <summary>Name of the attached workbook; null without.</summary>
    public string? AttachmentName { get; set; }

    /// <summary>The attached workbook in base64; emptied once it was sent.</summary>
    public string? Attachment { get; set; }

    public DateTime MadeUtc { get; set; }

    /// <summary>Not before this moment; moves on after every attempt that failed.</summary>
    public DateTime DueUtc { get; set; }

    public DateTime? SentUtc { get; set; }

    public int Attempts { get; set; }

    /// <summary>Why the last attempt failed; null when none did.</summary>
    public string? Failure { get; set; }

    public Guid Version { get; set; }
}

/// <summary>The secret address of somebody's calendar feed.</summary>
public sealed class CalendarFeedRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>SHA-256 of the secret in the address, in lower-case hexadecimal; the secret itself is not kept.</summary>
    public required string Sha256 { get; set; }

    public DateTime MadeUtc { get; set; }

    public DateTime? RevokedUtc { get; set; }
}
