namespace Audit.Workflows.Mail;

/// <summary>An e-mail as it is handed to the outbox.</summary>
/// <param name="BodyId">The body on whose behalf it is sent.</param>
/// <param name="Key">What makes it the same e-mail, such as "digest/…/2026-03-02": a second one with this key is not written.</param>
/// <param name="Recipient">One address, without a name.</param>
/// <param name="Subject">One line; what does not fit is cut off.</param>
/// <param name="Text">Plain text.</param>
public sealed record OutgoingMail(Guid BodyId, string Key, string Recipient, string Subject, string Text)
{
    /// <summary>The case that it is about; null when it is about none.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>A file that goes with it; null without.</summary>
    public MailAttachment? Attachment { get; init; }
}

/// <summary>A file in an e-mail.</summary>
/// <param name="Name">Its name with extension, without a folder.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MailAttachment(string Name, ReadOnlyMemory<byte> Content);
