namespace Audit.Data.Database;

/// <summary>An action plan as it was generated; a newer one has a higher sequence.</summary>
public sealed class PlanRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public int Sequence { get; set; }

    /// <summary>Class that the plan aims at, 0 low … 3 critical.</summary>
    public int TargetClass { get; set; }

    /// <summary>What the plan was asked to reach.</summary>
    public PlanGoal Goal { get; set; }

    /// <summary>Most effort that the plan may cost over all tasks; null unless a budget was the goal.</summary>
    public int? EffortBudget { get; set; }

    /// <summary>Who had it made; null when the process did.</summary>
    public Guid? MadeById { get; set; }

    public DateTime GeneratedUtc { get; set; }
}

/// <summary>What a plan is asked to reach.</summary>
public enum PlanGoal
{
    /// <summary>The least effort that brings every task to the target class.</summary>
    TargetClass,

    /// <summary>The largest reduction within a budget of effort.</summary>
    EffortBudget,

    /// <summary>The largest reduction that the catalogue can bring.</summary>
    LargestReduction,
}

/// <summary>What the plan promises for one task.</summary>
public sealed class PlanTaskRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

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

/// <summary>An action in the plan of a body. Texts are copied from the catalogue: later changes there do not alter a running plan.</summary>
public sealed class PlannedMeasureRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid PlanId { get; set; }

    public required string TaskKey { get; set; }

    public int Position { get; set; }

    /// <summary>Id of the measure in the catalogue; null for an action that somebody wrote.</summary>
    public string? MeasureId { get; set; }

    /// <summary>The measure as it was in the catalogue, as JSON; null for an action that somebody wrote.</summary>
    public string? MeasureJson { get; set; }

    /// <summary>Ids of the questions whose answer it moves, separated by a space.</summary>
    public required string Because { get; set; }

    public double? ResidualHighAfter { get; set; }

    /// <summary>What is done; null in plans of before this field: the catalogue and the score then give all texts.</summary>
    public string? Title { get; set; }

    /// <summary>Title of the component.</summary>
    public string Component { get; set; } = string.Empty;

    public string Risk { get; set; } = string.Empty;

    public string Why { get; set; } = string.Empty;

    public string Goal { get; set; } = string.Empty;

    public string TargetGroup { get; set; } = string.Empty;

    /// <summary>Eigenaar: who answers for it.</summary>
    public string Accountable { get; set; } = string.Empty;

    /// <summary>Verantwoordelijke: who carries it out.</summary>
    public string Responsible { get; set; } = string.Empty;

    public string Evaluator { get; set; } = string.Empty;

    public string Department { get; set; } = string.Empty;

    /// <summary>0 first, 1 next, 2 later.</summary>
    public int Priority { get; set; }

    /// <summary>Share of the work done, in [0, 1].</summary>
    public double Progress { get; set; }

    public string ExpectedEffect { get; set; } = string.Empty;

    public string Indicator { get; set; } = string.Empty;

    public string Baseline { get; set; } = string.Empty;

    public string TargetValue { get; set; } = string.Empty;

    public string MeasuredEffect { get; set; } = string.Empty;

    public string Evidence { get; set; } = string.Empty;

    public string Remark { get; set; } = string.Empty;

    /// <summary>Working class of the task when the action came into the plan, 0 low … 3 critical.</summary>
    public int? ClassBefore { get; set; }

    /// <summary>The member who is reminded and may not judge its effect; null when nobody was chosen.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Address of an owner without an account, to send reminders and rows to; null when there is none.</summary>
    public string? OwnerEmail { get; set; }

    public DateOnly? StartDate { get; set; }

    /// <summary>Streefdatum: the day on which it should work.</summary>
    public DateOnly? DueDate { get; set; }

    /// <summary>Position in the list of statuses: planned, running, waiting, ready, closed, dropped.</summary>
    public int Status { get; set; }

    /// <summary>When somebody last changed or noted something; null when never since it was made.</summary>
    public DateTime? ChangedUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>An action that has to wait for another one.</summary>
public sealed class ActionDependencyRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid ActionId { get; set; }

    public Guid DependsOnId { get; set; }
}

/// <summary>What people wrote about an action; append-only.</summary>
public sealed class ActionNoteRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid ActionId { get; set; }

    public ActionNoteKind Kind { get; set; }

    public required string Text { get; set; }

    /// <summary>Where the evidence can be looked up; null for other kinds.</summary>
    public string? Place { get; set; }

    /// <summary>Role or body of consultation to which it was escalated; null for other kinds.</summary>
    public string? Forum { get; set; }

    public Guid? UserId { get; set; }

    public DateTime AtUtc { get; set; }
}

/// <summary>What was written about an action.</summary>
public enum ActionNoteKind
{
    /// <summary>Notitie.</summary>
    Note,

    /// <summary>Bewijs dat de actie is uitgevoerd.</summary>
    Evidence,

    /// <summary>Opschaling.</summary>
    Escalation,

    /// <summary>Besluit na een opschaling.</summary>
    Decision,
}

/// <summary>What was measured again after an action; append-only, the newest per question counts.</summary>
public sealed class EffectMeasurementRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid ActionId { get; set; }

    /// <summary>Question that was answered again; null for a count of the indicator.</summary>
    public string? QuestionId { get; set; }

    /// <summary>Option id of the new answer; null for a count.</summary>
    public string? Value { get; set; }

    /// <summary>How many of <see cref="Total"/>; null for an answer.</summary>
    public int? Count { get; set; }

    public int? Total { get; set; }

    /// <summary>0–3 for E0–E3.</summary>
    public int Evidence { get; set; }

    public required string Motivation { get; set; }

    /// <summary>Where it can be looked up.</summary>
    public required string Place { get; set; }

    /// <summary>Day to which the measurement refers.</summary>
    public DateOnly MeasuredOn { get; set; }

    public Guid UserId { get; set; }

    public DateTime SavedUtc { get; set; }
}

/// <summary>The closing of an action on its effect, with what was promised and what came true; append-only but for its reopening.</summary>
public sealed class ActionClosureRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid ActionId { get; set; }

    public required string Statement { get; set; }

    /// <summary>Fall of R.hi that the plan promised for this action alone, in [0, 1]; null when it promised none.</summary>
    public double? Promised { get; set; }

    /// <summary>Fall of R.hi by the answers as measured again, in [-1, 1]; null when it moves no answer.</summary>
    public double? Realised { get; set; }

    public Guid UserId { get; set; }

    public DateTime ClosedUtc { get; set; }

    public DateTime? ReopenedUtc { get; set; }

    public string? ReopenReason { get; set; }
}
