namespace Audit.Data.Database;

/// <summary>A suspicion of discrimination that somebody reported in a case, with its own process beside the main one.</summary>
/// <remarks>Only its reporter, the coaches and its recipient may know of it.</remarks>
public sealed class SuspicionRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid AssessmentId { get; set; }

    /// <summary>The process that handles it.</summary>
    public Guid InstanceId { get; set; }

    public Guid ReporterId { get; set; }

    /// <summary>Who receives it instead of the sponsors because a sponsor is concerned; null = the sponsors receive it.</summary>
    public Guid? RecipientId { get; set; }

    /// <summary>Key of the task it is about, or empty.</summary>
    public required string TaskKey { get; set; }

    /// <summary>What was noticed; about the work, not about persons.</summary>
    public required string Text { get; set; }

    public DateTime ReportedUtc { get; set; }
}

/// <summary>What was written down in one step of handling a suspicion; append-only.</summary>
public sealed class SuspicionEntryRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid SuspicionId { get; set; }

    public required string StepKey { get; set; }

    public required string Text { get; set; }

    /// <summary>What was decided; null when nothing was.</summary>
    public string? Decision { get; set; }

    /// <summary>Who has been informed; null when nobody was.</summary>
    public string? Informed { get; set; }

    public Guid UserId { get; set; }

    public DateTime SavedUtc { get; set; }
}
