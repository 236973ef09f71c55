namespace Audit.Data.Database;

/// <summary>A message to everybody with a role in a case, shown on its pages.</summary>
public sealed class MessageRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>One of <see cref="Roles.All"/>.</summary>
    public required string Role { get; set; }

    public MessageKind Kind { get; set; }

    /// <summary>Process that it comes from: of a suspicion only those who may see it are told.</summary>
    public Guid InstanceId { get; set; }

    /// <summary>Step that it is about; null for a notice of the process itself.</summary>
    public Guid? StepId { get; set; }

    /// <summary>Key of the step or of the notice.</summary>
    public required string StepKey { get; set; }

    /// <summary>Key of the branch's task, or empty.</summary>
    public required string TaskKey { get; set; }

    public DateTime SentUtc { get; set; }
}

/// <summary>What a message says.</summary>
public enum MessageKind
{
    /// <summary>The process tells something, such as "adopted" or "time to repeat".</summary>
    Notice,

    /// <summary>A deadline comes near.</summary>
    Reminder,

    /// <summary>A deadline has passed.</summary>
    Escalation,
}
