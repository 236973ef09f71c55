namespace Audit.Data.Database;

/// <summary>What a member says about a question, or about a case as a whole. It is not part of the answer and does not count in a score.</summary>
public sealed class CommentRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task; empty for questions of the body and for the case as a whole.</summary>
    public string TaskKey { get; set; } = string.Empty;

    /// <summary>The question; empty for the case as a whole.</summary>
    public string QuestionId { get; set; } = string.Empty;

    public Guid UserId { get; set; }

    public required string Text { get; set; }

    public DateTime MadeUtc { get; set; }

    /// <summary>When its writer took it back: the place stays, the text is no longer shown.</summary>
    public DateTime? WithdrawnUtc { get; set; }

    /// <summary>When somebody said that it is settled; null while it is open.</summary>
    public DateTime? SettledUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A member who is called by name in a comment.</summary>
public sealed class MentionRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid CommentId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>When the person opened it; null while unread.</summary>
    public DateTime? SeenUtc { get; set; }
}

/// <summary>A question that one member looks after. Others may still answer it.</summary>
public sealed class QuestionAssignmentRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task; empty for questions of the body.</summary>
    public string TaskKey { get; set; } = string.Empty;

    public required string QuestionId { get; set; }

    /// <summary>Who looks after it.</summary>
    public Guid UserId { get; set; }

    public Guid AssignedByUserId { get; set; }

    public DateTime AssignedUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>What somebody typed at a question before an answer is chosen. The answer takes its place.</summary>
public sealed class StartedAnswerRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task; empty for questions of the body.</summary>
    public string TaskKey { get; set; } = string.Empty;

    public required string QuestionId { get; set; }

    /// <summary>0–3 for E0–E3; null when not given.</summary>
    public int? Evidence { get; set; }

    public string? Motivation { get; set; }

    /// <summary>Where the answer can be looked up.</summary>
    /// <remarks>Not named after its column: code that EF generates has a variable of that name.</remarks>
    public string? PublicSource { get; set; }

    public required string By { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A file that supports an answer: its facts. The bytes are in <see cref="AttachmentContentRow"/> or in a folder.</summary>
public sealed class AttachmentRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task; empty for questions of the body.</summary>
    public string TaskKey { get; set; } = string.Empty;

    public required string QuestionId { get; set; }

    /// <summary>Name as it was handed in, without folder; only ever shown, never used as a path.</summary>
    public required string FileName { get; set; }

    /// <summary>Extension of an allowed kind, lower case, without dot.</summary>
    public required string Kind { get; set; }

    /// <summary>Size. Unit: bytes.</summary>
    public long Bytes { get; set; }

    public required string Sha256 { get; set; }

    /// <summary>Whether the bytes are in the folder; otherwise in the database.</summary>
    public bool InFolder { get; set; }

    public Guid UserId { get; set; }

    public DateTime MadeUtc { get; set; }

    /// <summary>When a scanner found no malware; null when none is configured.</summary>
    public DateTime? ScannedUtc { get; set; }

    /// <summary>When the bytes were removed; the facts stay.</summary>
    public DateTime? RemovedUtc { get; set; }

    /// <summary>Why they were removed: what somebody typed, or a sentence as <c>SentenceJson</c> stores it.</summary>
    public string? RemovedReason { get; set; }

    public Guid Version { get; set; }
}

/// <summary>The bytes of an attachment that is kept in the database.</summary>
public sealed class AttachmentContentRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid AttachmentId { get; set; }

    public required byte[] Content { get; set; }
}
