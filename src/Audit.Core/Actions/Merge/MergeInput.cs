namespace Audit.Core.Actions.Merge;

/// <summary>The three sides of a merge.</summary>
/// <param name="ExportId">Id of the export that came back; keys of new actions follow from it.</param>
/// <param name="Columns">Every column of the sheets, in order.</param>
/// <param name="Base">The actions as exported under that id; empty when that is not known.</param>
/// <param name="Theirs">The uploaded sheets.</param>
/// <param name="Ours">The actions as they are in the database now.</param>
/// <exception cref="ArgumentException">A key stands twice in the base or in the database.</exception>
public sealed record MergeInput(
    Guid ExportId,
    IReadOnlyList<MergeColumn> Columns,
    IReadOnlyList<ActionRow> Base,
    SheetContent Theirs,
    IReadOnlyList<ActionRow> Ours)
{
    /// <summary>Key of the column with the name of the task.</summary>
    public string TaskColumn { get; init; } = "Taak";

    /// <summary>Key of the column that says what is done.</summary>
    public string TitleColumn { get; init; } = "Maatregel";

    /// <summary>Key of the column with the number in the plan.</summary>
    public string NumberColumn { get; init; } = "Nr";
}
