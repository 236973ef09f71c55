namespace Audit.Data.Database;

/// <summary>A score as it was calculated, with everything needed to calculate it again; append-only.</summary>
public sealed class ScoreRow
{
    public Guid Id { get; set; }

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
public sealed class DecisionRow
{
    public Guid Id { get; set; }

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

/// <summary>An action plan as it was generated; a newer one has a higher sequence.</summary>
public sealed class PlanRow
{
    public Guid Id { get; set; }

    public Guid AssessmentId { get; set; }

    public int Sequence { get; set; }

    /// <summary>Class that the plan aims at, 0 low … 3 critical.</summary>
    public int TargetClass { get; set; }

    public DateTime GeneratedUtc { get; set; }
}

/// <summary>What the plan promises for one task.</summary>
public sealed class PlanTaskRow
{
    public Guid Id { get; set; }

    public Guid PlanId { get; set; }

    public required string TaskKey { get; set; }

    public int? ClassBeforeLow { get; set; }

    public int? ClassBeforeHigh { get; set; }

    public int? ClassAfterLow { get; set; }

    public int? ClassAfterHigh { get; set; }

    /// <summary>False when the search was cut off, so that a cheaper plan may exist.</summary>
    public bool ProvenLeast { get; set; }

    public double? ResidualAfterLow { get; set; }

    public double? ResidualAfterHigh { get; set; }
}

/// <summary>A measure in the plan of a body. Texts are copied from the catalogue: later changes there do not alter a running plan.</summary>
public sealed class PlannedMeasureRow
{
    public Guid Id { get; set; }

    public Guid PlanId { get; set; }

    public required string TaskKey { get; set; }

    public int Position { get; set; }

    public required string MeasureId { get; set; }

    /// <summary>The measure as it was in the catalogue, as JSON.</summary>
    public required string MeasureJson { get; set; }

    /// <summary>Ids of the questions whose answer it moves, separated by a space.</summary>
    public required string Because { get; set; }

    public double? ResidualHighAfter { get; set; }

    public DateOnly StartDate { get; set; }

    /// <summary>Streefdatum: the day on which it should work.</summary>
    public DateOnly DueDate { get; set; }

    /// <summary>Position in the list of statuses: planned, running, waiting, ready, closed, dropped.</summary>
    public int Status { get; set; }

    public Guid Version { get; set; }
}

/// <summary>Who did what, when and why; append-only, in the same transaction as the change.</summary>
public sealed class TrailRow
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
