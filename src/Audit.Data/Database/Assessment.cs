namespace Audit.Data.Database;

/// <summary>One run of the instrument by one body.</summary>
public sealed class AssessmentRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public required string Name { get; set; }

    /// <summary>The instrument as it was when the case began, or the version to which an administrator moved it while it ran.</summary>
    public Guid InstrumentId { get; set; }

    public Guid ProfileId { get; set; }

    /// <summary>The catalogue of measures that belongs to that version, as it was at that moment.</summary>
    public Guid MeasuresId { get; set; }

    /// <summary>Class that the plan aims at, 0 low … 3 critical.</summary>
    public int TargetClass { get; set; }

    /// <summary>Peildatum: which gates are in force. Null = the day of each calculation.</summary>
    public DateOnly? ReferenceDate { get; set; }

    public AssessmentStatus Status { get; set; }

    /// <summary>When the sponsor adopted it; null while nobody has.</summary>
    public DateTime? AdoptedUtc { get; set; }

    /// <summary>The case whose answers this one began with; null when it began empty.</summary>
    public Guid? PreviousId { get; set; }

    public DateTime CreatedUtc { get; set; }

    /// <summary>When the team showed its answers to auditor, manager, sponsor and jurist; null while they are a draft of the team.</summary>
    public DateTime? SharedUtc { get; set; }

    /// <summary>When it was put away, out of the lists; null while it is in use.</summary>
    public DateTime? ArchivedUtc { get; set; }

    /// <summary>When it was withdrawn: nothing can be changed any more; null while it counts.</summary>
    public DateTime? WithdrawnUtc { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; set; }

    /// <summary>When what people wrote in it was erased because its period was over; null while it is there.</summary>
    public DateTime? ErasedUtc { get; set; }

    /// <summary>Whether it takes no changes any more: withdrawn, or erased.</summary>
    public bool IsReadOnly => WithdrawnUtc is not null || ErasedUtc is not null;

    /// <summary>Changes with every write; two writers at once are noticed by it.</summary>
    public Guid Version { get; set; }
}

/// <summary>Where a case is, as people speak of it; the open steps are in the workflow.</summary>
public enum AssessmentStatus
{
    /// <summary>In uitvoering.</summary>
    Running,

    /// <summary>Vastgesteld door de opdrachtgever.</summary>
    Adopted,

    /// <summary>Afgerond.</summary>
    Finished,
}
