namespace Audit.Data.Excel.Authoring.Forms;

/// <summary>What the cells of a column hold.</summary>
internal enum FieldKind
{
    /// <summary>A text for readers; kept letter by letter.</summary>
    Prose,

    /// <summary>An id, version, date or address.</summary>
    Code,

    /// <summary>A word from a list.</summary>
    Word,

    /// <summary>Words from a list, with commas.</summary>
    Words,

    /// <summary>Ids with commas.</summary>
    Ids,

    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    Condition,
}

/// <summary>Whether a column and its cells may be left out.</summary>
internal enum Presence
{
    Optional,

    /// <summary>The column must be there, cells may be empty.</summary>
    Column,

    /// <summary>The column must be there, and every row has a value in it.</summary>
    Cell,
}

/// <summary>A column of a sheet, or a row of the sheet with single values.</summary>
/// <param name="Caption">What stands above it; the import finds it by this text, wherever it was moved.</param>
/// <param name="Field">Field of the file format; after a point the language of a text. A mark in front means that it says where the row belongs.</param>
/// <param name="Kind">What its cells hold.</param>
internal sealed record FormColumn(string Caption, string Field, FieldKind Kind)
{
    private const char KeyMark = '^';

    public Presence Presence { get; init; }

    /// <summary>Words that a cell may hold.</summary>
    public WordList? Words { get; init; }

    /// <summary>Name of a drop-down list of ids that grows with the workbook; other ids give a warning only.</summary>
    public string? Ids { get; init; }

    /// <summary>What the author is told when a cell is chosen.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Widest the column becomes. Unit: characters.</summary>
    public int Width { get; init; } = 60;

    /// <summary>True when the column says where the row belongs and is no field of the row itself.</summary>
    public bool IsKey => Field[0] == KeyMark;

    /// <summary>The field without its language.</summary>
    public string Name => Field.Split('.')[0];

    /// <summary>The language of a text, as the file format spells it; null for other fields.</summary>
    public string? Language => Field.Contains('.', StringComparison.Ordinal) ? Field.Split('.')[1] : null;

    /// <summary>Name of the named range with the choices; null when anything may be typed.</summary>
    public string? ListName => Words is not null && Kind == FieldKind.Word ? Words.Name : Kind == FieldKind.Flag ? WordList.YesNo.Name : Ids;
}

/// <summary>A sheet on which every row is one thing.</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="About">What its rows are, for the guide.</param>
/// <param name="Frozen">Columns that stay in sight.</param>
/// <param name="Columns">From left to right.</param>
internal sealed record SheetForm(string Name, string About, int Frozen, params IReadOnlyList<FormColumn> Columns)
{
    /// <summary>True when a workbook may do without the sheet.</summary>
    public bool Optional { get; init; }

    /// <summary>The column that names a row in messages: its id where it has one.</summary>
    public FormColumn Main => Columns.FirstOrDefault(column => column.Field == "id") ?? Columns.First(column => !column.IsKey);
}
