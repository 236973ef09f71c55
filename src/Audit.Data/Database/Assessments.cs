namespace Audit.Data.Database;

/// <summary>An instrument or profile as it was published: content with its hash, immutable.</summary>
public sealed class PublishedContentRow
{
    public Guid Id { get; set; }

    /// <summary>"instrument", "profile" or "measures".</summary>
    public required string Kind { get; set; }

    public required string ContentId { get; set; }

    public required string ContentVersion { get; set; }

    /// <summary>SHA-256 of the canonical JSON (RFC 8785), lower-case hexadecimal.</summary>
    public required string Sha256 { get; set; }

    /// <summary>The content as canonical JSON.</summary>
    public required string Json { get; set; }

    /// <summary>When an administrator published it on screen; null when it came with the program.</summary>
    public DateTime? PublishedUtc { get; set; }

    public Guid? PublishedById { get; set; }

    /// <summary>The catalogue of measures that was published together with this instrument; null = the one that comes with the program.</summary>
    public Guid? MeasuresId { get; set; }
}

/// <summary>An instrument that an administrator uploaded and has not published yet.</summary>
public sealed class InstrumentDraftRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public required string FileName { get; set; }

    /// <summary>The instrument as canonical JSON.</summary>
    public required string InstrumentJson { get; set; }

    /// <summary>The measures that came with it, as canonical JSON; null when there were none.</summary>
    public string? MeasuresJson { get; set; }

    public Guid UploadedById { get; set; }

    public DateTime UploadedUtc { get; set; }
}

/// <summary>What a person may do in one case.</summary>
public sealed class MemberRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>One of <see cref="Roles.All"/>.</summary>
    public required string Role { get; set; }
}

/// <summary>A public task chosen for examination.</summary>
public sealed class PublicTaskRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Stable key within the case, as in the answers file.</summary>
    public required string Key { get; set; }

    public required string Name { get; set; }

    /// <summary>Why this task was chosen.</summary>
    public string? Reason { get; set; }

    public int Position { get; set; }

    /// <summary>When it was taken out of the examination; its answers stay. Null = it is examined.</summary>
    public DateTime? DroppedUtc { get; set; }

    /// <summary>Why it was taken out.</summary>
    public string? DropReason { get; set; }
}

/// <summary>The current answer to one question; earlier ones are in <see cref="AnswerRevisionRow"/>.</summary>
public sealed class AnswerRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task, or empty for answers given once for the body.</summary>
    public required string TaskKey { get; set; }

    public required string QuestionId { get; set; }

    /// <summary>Option id, "unknown" or "na".</summary>
    public required string Value { get; set; }

    /// <summary>0–3 for E0–E3; null when not given.</summary>
    public int? Evidence { get; set; }

    public string? Motivation { get; set; }

    /// <summary>Where the answer can be looked up.</summary>
    /// <remarks>Not named after its column: code that EF generates has a variable of that name.</remarks>
    public string? PublicSource { get; set; }

    public required string By { get; set; }

    /// <summary>As written in an imported file, otherwise the moment of saving in UTC.</summary>
    public required string At { get; set; }

    public int Revision { get; set; }

    public Guid Version { get; set; }
}

/// <summary>What an answer was at some moment; append-only.</summary>
public sealed class AnswerRevisionRow : IBodyOwned
{
    public long Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AnswerId { get; set; }

    public int Revision { get; set; }

    public required string Value { get; set; }

    public int? Evidence { get; set; }

    public string? Motivation { get; set; }

    /// <summary>Where the answer can be looked up.</summary>
    /// <remarks>Not named after its column: code that EF generates has a variable of that name.</remarks>
    public string? PublicSource { get; set; }

    public required string By { get; set; }

    public required string At { get; set; }

    public Guid? UserId { get; set; }

    public DateTime SavedUtc { get; set; }
}

/// <summary>Notes that a step produced: a work session, the research plan, the reasons for choosing tasks.</summary>
public sealed class StepNoteRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public required string StepKey { get; set; }

    public required string TaskKey { get; set; }

    public required string Text { get; set; }

    /// <summary>What was decided; null when nothing was recorded.</summary>
    public string? Decisions { get; set; }

    /// <summary>Numbers present per role, as JSON object; null when not recorded. Never names.</summary>
    public string? AttendanceJson { get; set; }

    /// <summary>Positions of the ticked items of the checklist, as JSON list; null when none.</summary>
    public string? ChecklistJson { get; set; }

    public Guid UserId { get; set; }

    public DateTime SavedUtc { get; set; }
}

/// <summary>A distinction in the register of a task.</summary>
public sealed class DistinctionRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public required string TaskKey { get; set; }

    /// <summary>Stable key within the task, as in the answers file.</summary>
    public required string Key { get; set; }

    /// <summary>The distinction as in the answers file, as JSON.</summary>
    public required string ContentJson { get; set; }

    public int Position { get; set; }

    public Guid Version { get; set; }
}

/// <summary>A question that the team investigates between the work sessions. Dutch: <c>onderzoeksvraag</c>.</summary>
public sealed class ResearchItemRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task, or empty for the whole body.</summary>
    public required string TaskKey { get; set; }

    /// <summary>Question of the instrument that it helps to answer; null when there is none.</summary>
    public string? QuestionId { get; set; }

    public required string Question { get; set; }

    public string? InformationNeeded { get; set; }

    /// <summary>Where the information is to be had: a file, a system, a person's function.</summary>
    public string? InformationSource { get; set; }

    public Guid? OwnerId { get; set; }

    public DateOnly? DueDate { get; set; }

    public ResearchStatus Status { get; set; }

    /// <summary>What was found; null while nothing was recorded.</summary>
    public string? Finding { get; set; }

    public int Position { get; set; }

    public Guid Version { get; set; }
}

/// <summary>How far a research question is.</summary>
public enum ResearchStatus
{
    /// <summary>Nog te doen.</summary>
    Open,

    /// <summary>Bezig.</summary>
    Running,

    /// <summary>Klaar.</summary>
    Done,

    /// <summary>Niet te beantwoorden: the information is not to be had.</summary>
    NotAvailable,
}
