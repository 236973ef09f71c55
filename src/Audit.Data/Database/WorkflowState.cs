namespace Audit.Data.Database;

/// <summary>A workflow definition as it was published: running cases stay on the version they began with.</summary>
public sealed class WorkflowDefinitionRow
{
    public Guid Id { get; set; }

    public required string DefinitionId { get; set; }

    public int DefinitionVersion { get; set; }

    /// <summary>SHA-256 of the canonical JSON: changed content under an unchanged version is refused.</summary>
    public required string Sha256 { get; set; }

    public required string Json { get; set; }

    public DateTime PublishedUtc { get; set; }

    /// <summary>Who published it on screen; null when it came from the folder of definitions.</summary>
    public Guid? PublishedById { get; set; }
}

/// <summary>A definition that an administrator uploaded and has not published yet.</summary>
public sealed class WorkflowDraftRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public required string FileName { get; set; }

    /// <summary>The file as uploaded; only files that the checker accepts are kept.</summary>
    public required string Json { get; set; }

    public Guid UploadedById { get; set; }

    public DateTime UploadedUtc { get; set; }
}

/// <summary>A running or finished process of one case. Process state only; answers and decisions are domain data.</summary>
public sealed class WorkflowInstanceRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    public Guid WorkflowDefinitionId { get; set; }

    public WorkflowStatus Status { get; set; }

    public DateTime StartedUtc { get; set; }

    /// <summary>Why an activity failed, as <c>SentenceJson</c> stores it; null when none did.</summary>
    public string? Incident { get; set; }

    /// <summary>Changes with every step: two submissions at once on one instance are taken one after the other.</summary>
    public Guid Version { get; set; }
}

public enum WorkflowStatus
{
    Running,
    Finished,
    Cancelled,
}

/// <summary>A place where a process waits or waited: a human step, a delay or a failed activity.</summary>
public sealed class WorkflowStepRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid InstanceId { get; set; }

    /// <summary>Ids of the activities from the root, separated by "/".</summary>
    public required string Path { get; set; }

    /// <summary>Key of the branch's task, or empty outside a branch.</summary>
    public required string TaskKey { get; set; }

    /// <summary>Type of the activity, such as "Audit.ReviewStep".</summary>
    public required string Activity { get; set; }

    public required string StepKey { get; set; }

    /// <summary>Role that may submit it; empty for delays.</summary>
    public required string Role { get; set; }

    public StepStatus Status { get; set; }

    public DateTime OpenedUtc { get; set; }

    public DateTime? DueUtc { get; set; }

    public DateTime? ClosedUtc { get; set; }

    /// <summary>When its deadline passed and the other role was brought in; null while it is in time.</summary>
    public DateTime? EscalatedUtc { get; set; }

    public string? Outcome { get; set; }

    /// <summary>The submission that closed it: replaying it is answered with "already done".</summary>
    public Guid? SubmissionId { get; set; }

    public Guid? UserId { get; set; }

    public string? Incident { get; set; }

    public Guid Version { get; set; }
}

public enum StepStatus
{
    Open,
    Done,
    Cancelled,
    Failed,
}

/// <summary>One branch of a parallel step.</summary>
public sealed class WorkflowBranchRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid InstanceId { get; set; }

    /// <summary>Path of the parallel step.</summary>
    public required string Path { get; set; }

    public required string TaskKey { get; set; }

    public bool Done { get; set; }
}

/// <summary>A fact that an activity stored for later decisions.</summary>
public sealed class WorkflowFactRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    public Guid InstanceId { get; set; }

    /// <summary>Key of the task for which it holds, or empty when it holds for the whole process.</summary>
    public required string TaskKey { get; set; }

    public required string Name { get; set; }

    public required string Value { get; set; }
}

/// <summary>A moment at which a process goes on or someone is reminded.</summary>
public sealed class WorkflowTimerRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid StepId { get; set; }

    public TimerKind Kind { get; set; }

    public DateTime DueUtc { get; set; }

    public bool Fired { get; set; }

    public Guid Version { get; set; }
}

/// <summary>What a timer brings about.</summary>
public enum TimerKind
{
    /// <summary>The process goes on.</summary>
    GoOn,

    /// <summary>The deadline comes near: its role is reminded.</summary>
    Reminder,

    /// <summary>The deadline is there: the other role is brought in.</summary>
    Deadline,

    /// <summary>The deadline is past and nothing has happened: both roles are reminded again.</summary>
    Overdue,
}

/// <summary>Someone agreed with a step that needs two people; the second one closes it.</summary>
public sealed class WorkflowVoteRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid StepId { get; set; }

    public Guid UserId { get; set; }

    /// <summary>The submission that brought it: replaying it does not count twice.</summary>
    public Guid SubmissionId { get; set; }

    public DateTime VotedUtc { get; set; }
}
