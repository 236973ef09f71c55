using Audit.Workflows.Reminders;

namespace Audit.Web.Mail;

/// <summary>One thing of which somebody is reminded.</summary>
/// <param name="Case">The case.</param>
/// <param name="Mark">What makes it the same reminder for this person.</param>
/// <param name="Text">What the person reads.</param>
/// <param name="Path">Page that it leads to, for who can sign in.</param>
public sealed record DigestLine(NamedCase Case, DigestMark Mark, string Text, string Path)
{
    /// <summary>The suspicion behind it, so that its record goes where only a few may read; null for all others.</summary>
    public Guid? SuspicionId { get; init; }
}

/// <summary>How the trail tells that somebody was reminded.</summary>
/// <param name="Subject">What it was about and who was reminded; for an action it begins with the key of the action.</param>
/// <param name="Key">Which reminder it was.</param>
public sealed record DigestMark(string Subject, string Key)
{
    /// <summary>Event in the trail.</summary>
    public const string Event = "reminder.mailed";

    /// <summary>Begin of what stands after the action in the subject of such a record.</summary>
    public const string AboutReminder = "reminder/";

    public static DigestMark OfAction(Guid actionId, Recipient person, string key) => new($"{actionId:D}/{AboutReminder}{person.Key}", key);

    public static DigestMark OfMessage(Guid messageId, Recipient person) => new($"message/{messageId:D}/{person.Key}", "message");
}

/// <summary>Everything of which one person is reminded on one day.</summary>
public sealed record Digest(Recipient Person, IReadOnlyList<DigestLine> Lines);
