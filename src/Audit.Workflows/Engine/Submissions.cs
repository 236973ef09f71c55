using Audit.Workflows.Activities;

namespace Audit.Workflows.Engine;

/// <summary>Which process to begin for which case.</summary>
public sealed record StartRequest(string DefinitionId, Guid AssessmentId, Guid? UserId)
{
    /// <summary>Id of the process, for who must refer to it before it has begun.</summary>
    public Guid InstanceId { get; init; } = Guid.CreateVersion7();
}

/// <summary>Someone finishes a step.</summary>
/// <param name="StepId">The step as shown in <see cref="OpenStep"/>.</param>
/// <param name="Outcome">One of the outcomes of its activity.</param>
/// <param name="SubmissionId">Made when the form was shown: the same form sent twice has the same id and counts once.</param>
/// <param name="UserId">Who submits.</param>
public sealed record StepSubmission(Guid StepId, string Outcome, Guid SubmissionId, Guid UserId);

/// <summary>What became of a submission.</summary>
public enum SubmitStatus
{
    /// <summary>The process went on.</summary>
    Advanced,

    /// <summary>Counted; a second person must still agree before the process goes on.</summary>
    AwaitsSecond,

    /// <summary>This submission, or another one, had already finished the step.</summary>
    AlreadyDone,

    /// <summary>Not taken; nothing has changed.</summary>
    Refused,
}

/// <summary>What became of a submission.</summary>
/// <param name="Status">Outcome of the attempt.</param>
/// <param name="Reason">Why it was refused, for the reader; null otherwise.</param>
public sealed record SubmitResult(SubmitStatus Status, string? Reason = null)
{
    public static SubmitResult Advanced { get; } = new(SubmitStatus.Advanced);

    public static SubmitResult AwaitsSecond { get; } = new(SubmitStatus.AwaitsSecond);

    public static SubmitResult AlreadyDone { get; } = new(SubmitStatus.AlreadyDone);

    /// <summary>Whether the submission has been written.</summary>
    public bool IsTaken => Status is SubmitStatus.Advanced or SubmitStatus.AwaitsSecond;

    public static SubmitResult Refused(string reason) => new(SubmitStatus.Refused, reason);
}

/// <summary>A place where a process waits.</summary>
/// <param name="StepId">What a submission refers to.</param>
/// <param name="InstanceId">The process.</param>
/// <param name="Activity">Type, such as "Audit.ReviewStep".</param>
/// <param name="StepKey">Key of the step in the definition; empty for timed activities.</param>
public sealed record OpenStep(Guid StepId, Guid InstanceId, string Activity, string StepKey)
{
    /// <summary>Which process this belongs to, such as "doorlichting".</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Id of the activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Key of the branch's task, or empty outside a branch.</summary>
    public required string TaskKey { get; init; }

    /// <summary>Role that carries it out; empty for timed activities.</summary>
    public required string Role { get; init; }

    public required DateTime OpenedUtc { get; init; }

    /// <summary>Deadline of a human step, or the moment at which a timed one goes on.</summary>
    public DateTime? DueUtc { get; init; }

    /// <summary>Role that takes over after the deadline.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>When the deadline passed and that role was brought in; null while the step is in time.</summary>
    public DateTime? EscalatedUtc { get; init; }

    /// <summary>Why the last attempt to go on failed; null when none did.</summary>
    public Sentence? Incident { get; init; }

    /// <summary>Different people who must choose the forward outcome.</summary>
    public int Reviewers { get; init; } = 1;

    /// <summary>Whether it waits for a person; otherwise it waits for a moment.</summary>
    public bool IsHuman => ActivityCatalogue.Get(Activity).Kind == ActivityKind.Human;

    public bool IsOverdue(DateTime nowUtc) => IsHuman && DueUtc < nowUtc;
}

/// <summary>When and by whom a definition is published.</summary>
/// <param name="NowUtc">The moment.</param>
/// <param name="UserId">The administrator; null when it comes from the folder of definitions.</param>
public sealed record Publication(DateTime NowUtc, Guid? UserId);

/// <summary>A timer whose moment has come.</summary>
public sealed record DueTimer(Guid TimerId, Guid StepId);

/// <summary>An automatic activity failed.</summary>
/// <param name="why">What went wrong, for people; as a message it is Dutch.</param>
/// <param name="inner">The failure itself.</param>
public sealed class ActivityFailedException(Sentence why, Exception? inner = null) : Exception(why.ToString(), inner)
{
    /// <summary>What went wrong, for people.</summary>
    public Sentence Why => why;
}
