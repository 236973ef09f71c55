namespace Audit.Data.Database;

/// <summary>A score as it was calculated, with everything needed to calculate it again; append-only.</summary>
public sealed class ScoreRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public required string TaskKey { get; set; }

    /// <summary>1, 2, 3 … per task; the highest counts.</summary>
    public int Sequence { get; set; }

    public double? ResidualLow { get; set; }

    public double? ResidualHigh { get; set; }

    /// <summary>0 low … 3 critical; null when nothing determines it.</summary>
    public int? ClassLow { get; set; }

    public int? ClassHigh { get; set; }

    /// <summary>Day that decided which gates were in force.</summary>
    public DateOnly ReferenceDate { get; set; }

    /// <summary>The answers that were scored, in the form of an answers file; with instrument and profile they make the receipt.</summary>
    public required string AnswersJson { get; set; }

    /// <summary>The result as in the JSON of <c>audit score</c>.</summary>
    public required string ResultJson { get; set; }

    public DateTime CalculatedUtc { get; set; }
}

/// <summary>A decision by a reviewer or the sponsor; append-only.</summary>
public sealed class DecisionRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>Key of the task, or empty for a decision on the whole case.</summary>
    public required string TaskKey { get; set; }

    public required string StepKey { get; set; }

    /// <summary>The outcome of the step: Approved or SendBack.</summary>
    public required string Outcome { get; set; }

    public string? Motivation { get; set; }

    public Guid UserId { get; set; }

    public DateTime DecidedUtc { get; set; }
}

/// <summary>Who did what, when and why; append-only, in the same transaction as the change, and sealed onto the chain of its body.</summary>
public sealed class TrailRow : IBodyOwned
{
    /// <summary>The "body" of records about the whole installation.</summary>
    public static readonly Guid Installation = new("00000000-0000-0000-0000-000000000001");

    public long Id { get; set; }

    /// <summary>The body, or <see cref="Installation"/>.</summary>
    public Guid BodyId { get; set; }

    public Guid? AssessmentId { get; set; }

    /// <summary>The suspicion that it belongs to: only those who may see that one may see this record. Null for all others.</summary>
    public Guid? SuspicionId { get; set; }

    public Guid? UserId { get; set; }

    public DateTime AtUtc { get; set; }

    /// <summary>What happened, as a stable word: "answer.saved", "task.scored" …</summary>
    public required string Event { get; set; }

    /// <summary>What it happened to: task, question, step.</summary>
    public required string Subject { get; set; }

    /// <summary>With the two below the part that can be erased; the hashes stay.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    public string? Reason { get; set; }

    /// <summary>When the values were erased; null while they are there.</summary>
    public DateTime? ErasedUtc { get; set; }

    /// <summary>1, 2, 3 … per body; given when it is saved. Null only for records of a version without a chain.</summary>
    public long? Sequence { get; internal set; }

    /// <summary>Keyed hash of this record and of the seal before it.</summary>
    public byte[]? Seal { get; internal set; }

    /// <summary>The key of seal and hashes.</summary>
    public string? KeyId { get; internal set; }

    public byte[]? BeforeHash { get; internal set; }

    public byte[]? AfterHash { get; internal set; }

    public byte[]? ReasonHash { get; internal set; }
}
