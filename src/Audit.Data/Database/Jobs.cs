namespace Audit.Data.Database;

/// <summary>Long work that goes on while its maker does something else: an export, an import, a recalculation.</summary>
public sealed class JobRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    /// <summary>The case that it is about; null when it is about none.</summary>
    public Guid? AssessmentId { get; set; }

    /// <summary>Who began it; nobody else sees it.</summary>
    public Guid UserId { get; set; }

    /// <summary>Which work it is; says which code does it.</summary>
    public required string Kind { get; set; }

    /// <summary>What the work needs, in JSON.</summary>
    public string? InputJson { get; set; }

    /// <summary>Input as bytes, such as a workbook that was handed in; emptied when the work ended.</summary>
    public byte[]? InputContent { get; set; }

    public JobState State { get; set; }

    /// <summary>How far it is, out of <see cref="Total"/>. Unit: pieces of work.</summary>
    public int Done { get; set; }

    /// <summary>How much work there is; 0 while that is not known.</summary>
    public int Total { get; set; }

    public DateTime MadeUtc { get; set; }

    public DateTime? StartedUtc { get; set; }

    /// <summary>Last sign of life; a job without one for long was on a node that stopped, and begins again.</summary>
    public DateTime? SeenUtc { get; set; }

    public DateTime? EndedUtc { get; set; }

    /// <summary>When its maker asked to stop it; null while nobody did.</summary>
    public DateTime? CancelledUtc { get; set; }

    /// <summary>What came of it, or why it failed; a sentence as <c>SentenceJson</c> stores it.</summary>
    public string? Outcome { get; set; }

    /// <summary>Name of the file that it made; null when it made none.</summary>
    public string? ResultName { get; set; }

    public byte[]? ResultContent { get; set; }

    /// <summary>Where its result is shown, a local path; null when it has none.</summary>
    public string? ResultPath { get; set; }

    public Guid Version { get; set; }
}

/// <summary>Where a job is.</summary>
public enum JobState
{
    /// <summary>Wacht.</summary>
    Waiting,

    /// <summary>Bezig.</summary>
    Running,

    /// <summary>Klaar.</summary>
    Done,

    /// <summary>Mislukt.</summary>
    Failed,

    /// <summary>Gestopt.</summary>
    Cancelled,
}
