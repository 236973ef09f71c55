namespace Audit.Data.Database;

/// <summary>An action-plan workbook that went out, with the values it held: the base of the merge when it comes back.</summary>
public sealed class WorkbookExportRow : IBodyOwned
{
    public Guid BodyId { get; set; }

    /// <summary>The export id in the workbook.</summary>
    public Guid Id { get; set; }

    public Guid AssessmentId { get; set; }

    public Guid PlanId { get; set; }

    /// <summary>Rows with their values as exported, as JSON.</summary>
    public required string BaseJson { get; set; }

    /// <summary>Address to which it was sent when it holds the rows of one owner only; null when it holds the whole plan.</summary>
    public string? SentTo { get; set; }

    public Guid UserId { get; set; }

    public DateTime ExportedUtc { get; set; }
}

/// <summary>A workbook that came back: first to be looked at, then applied as a whole or not at all.</summary>
public sealed class WorkbookImportRow : IBodyOwned
{
    public Guid Id { get; set; }

    public Guid BodyId { get; set; }

    public Guid ExportId { get; set; }

    public Guid AssessmentId { get; set; }

    public required string FileName { get; set; }

    /// <summary>What was read from the workbook, as JSON; emptied once it was applied or set aside.</summary>
    public required string ContentJson { get; set; }

    public WorkbookImportStatus Status { get; set; }

    public Guid UserId { get; set; }

    public DateTime UploadedUtc { get; set; }

    /// <summary>What was changed, as JSON; null while nothing was.</summary>
    public string? PatchJson { get; set; }

    public DateTime? AppliedUtc { get; set; }

    public Guid? UndoneById { get; set; }

    public DateTime? UndoneUtc { get; set; }

    public Guid Version { get; set; }
}

/// <summary>How far a workbook is that came back.</summary>
public enum WorkbookImportStatus
{
    /// <summary>Ter controle.</summary>
    Previewed,

    /// <summary>Verwerkt.</summary>
    Applied,

    /// <summary>Ongedaan gemaakt.</summary>
    Undone,

    /// <summary>Weggelegd: nothing was changed.</summary>
    SetAside,
}
