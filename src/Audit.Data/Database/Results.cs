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

/// <summary>Who did what, when and why; append-only, in the same transaction as the change.</summary>
public sealed class TrailRow : IBodyOwned
{
    public long Id { get; set; }

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

    public string? Before { get; set; }

    public string? After { get; set; }

    public string? Reason { get; set; }
}
