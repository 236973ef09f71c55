namespace Audit.Core.Actions.Merge;

/// <summary>What an import would do, to be shown before anything is written.</summary>
/// <param name="Changes">Cells changed in the sheet only: applied.</param>
/// <param name="Conflicts">Cells changed in the sheet and in the database, differently: somebody chooses.</param>
/// <param name="NewRows">Rows that become new actions, unless somebody declines.</param>
/// <param name="Missing">Actions that were exported and are not in the file: never a deletion.</param>
/// <param name="Refused">Rows and cells that are not applied, each with a reason.</param>
/// <param name="Notes">What the reader should know and need not act on.</param>
public sealed record MergePreview(
    IReadOnlyList<CellEdit> Changes,
    IReadOnlyList<CellConflict> Conflicts,
    IReadOnlyList<NewRow> NewRows,
    IReadOnlyList<MissingRow> Missing,
    IReadOnlyList<Refusal> Refused,
    IReadOnlyList<MergeNote> Notes)
{
    /// <summary>Whether applying it with the default choices would write nothing.</summary>
    public bool IsEmpty => Changes.Count == 0 && NewRows.All(row => !row.AddByDefault);
}

/// <summary>Identity of a cell.</summary>
/// <param name="RowKey">Identity of the action.</param>
/// <param name="Column">Key of the column.</param>
public readonly record struct CellId(Guid RowKey, string Column);

/// <summary>A cell that was changed in the sheet only.</summary>
/// <param name="Cell">Which cell.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Ours">Value in the database, exactly.</param>
/// <param name="Theirs">Value in the sheet, normalised.</param>
public sealed record CellEdit(CellId Cell, SheetPlace Place, string Ours, string Theirs);

/// <summary>A cell that was changed in the sheet and in the database, differently.</summary>
/// <param name="Cell">Which cell.</param>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Base">Value as exported; null when that is not known.</param>
/// <param name="Ours">Value in the database, exactly.</param>
/// <param name="Theirs">Value in the sheet, normalised.</param>
public sealed record CellConflict(CellId Cell, SheetPlace Place, string? Base, string Ours, string Theirs);

/// <summary>A row of the sheet that is not an action yet.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Row">The action that it would become.</param>
/// <param name="Resembles">Titles of actions that it may be a duplicate of, with their place; empty = none.</param>
public sealed record NewRow(SheetPlace Place, ActionRow Row, IReadOnlyList<Sentence> Resembles)
{
    /// <summary>A possible duplicate is added only when somebody says so.</summary>
    public bool AddByDefault => Resembles.Count == 0;
}

/// <summary>An action that was exported and is not in the file.</summary>
/// <param name="RowKey">Identity of the action.</param>
/// <param name="Number">Its number in the plan, as exported.</param>
/// <param name="Task">Name of the task.</param>
/// <param name="Title">What is done.</param>
public sealed record MissingRow(Guid RowKey, string Number, string Task, string Title);

/// <summary>Why a row, a cell or a column is not applied.</summary>
public enum RefusalReason
{
    /// <summary>The same hidden key stands in more rows.</summary>
    DuplicateKey,

    /// <summary>The hidden key is not one.</summary>
    UnreadableKey,

    /// <summary>The action left the database after the export.</summary>
    Removed,

    /// <summary>A cell is empty that must hold something.</summary>
    Empty,

    /// <summary>The text is not in the list.</summary>
    UnknownLabel,

    /// <summary>A formula stands where a value should.</summary>
    Formula,

    /// <summary>The cell holds another kind of value.</summary>
    WrongType,

    /// <summary>The value lies outside what is possible.</summary>
    OutOfRange,

    /// <summary>The text is longer than a cell can hold, or was cut when it was exported.</summary>
    TooLong,

    /// <summary>A new row with a cell that could not be read.</summary>
    Incomplete,

    /// <summary>A rule of the product forbids it: an action closes on its measured effect only.</summary>
    NotAllowed,
}

/// <summary>A row or cell that is not applied.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Reason">Why.</param>
/// <param name="Text">What is wrong and what to do.</param>
public sealed record Refusal(SheetPlace Place, RefusalReason Reason, Sentence Text)
{
    /// <summary>Place and text as one Dutch sentence.</summary>
    public override string ToString() => $"{Place}: {Text}";
}

/// <summary>What a note is about.</summary>
public enum NoteKind
{
    /// <summary>A value was changed in a column that is not read back.</summary>
    NotApplied,

    /// <summary>A column that the product does not know.</summary>
    ExtraColumn,

    /// <summary>A column or a sheet that is gone.</summary>
    Gone,

    /// <summary>The hidden version is not the exported one; the values decide.</summary>
    UnreadableVersion,

    /// <summary>What was exported is not known for this row, so every difference is a conflict.</summary>
    BaseUnknown,

    /// <summary>The action left the database after the export; the sheet did not change it.</summary>
    Removed,
}

/// <summary>Something that the reader should know.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">What there is to know.</param>
public sealed record MergeNote(SheetPlace Place, NoteKind Kind, Sentence Text)
{
    /// <summary>Place and text as one sentence.</summary>
    public Sentence InWords() => Sentence.Of($"{Place.InWords()}: {Text}");

    /// <summary>Place and text as one Dutch sentence.</summary>
    public override string ToString() => InWords().ToString();
}
