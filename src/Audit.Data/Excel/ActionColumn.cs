using Audit.Core.Actions;
using Audit.Core.Actions.Merge;

namespace Audit.Data.Excel;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>A text from a list in the workbook.</summary>
    Label,

    /// <summary>Free text; a web address becomes a link.</summary>
    Link,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A share, shown as a percentage.</summary>
    Percent,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day and a time.</summary>
    Moment,
}

/// <summary>A column of the tables with actions.</summary>
/// <param name="Key">Stable part of the defined name by which an import finds the column, wherever it was moved and however it was renamed.</param>
/// <param name="Header">What the reader sees above it.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Value">Takes the value from an action: string, int, double, DateOnly, DateTimeOffset or null.</param>
/// <param name="MaxWidth">Widest it becomes, in characters; longer texts wrap.</param>
public sealed record ActionColumn(string Key, string Header, ColumnKind Kind, Func<ActionItem, object?> Value, int MaxWidth)
{
    /// <summary>True for columns that only the round trip needs.</summary>
    public bool Hidden { get; init; }

    /// <summary>Name of the drop-down list; null when anything may be typed.</summary>
    public string? List { get; init; }

    /// <summary>What the reader is told when a cell of this column is chosen; empty = nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What happens with a value that somebody changed in the sheet.</summary>
    public ColumnUse Use { get; init; } = ColumnUse.Derived;

    /// <summary>Whether the cell of an action must hold something.</summary>
    public bool Required { get; init; }

    /// <summary>The labels of its list, when they are the same in every workbook; else null.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>What a new action gets when its cell is empty.</summary>
    public string Default { get; init; } = "";

    /// <summary>The column as the merge sees it.</summary>
    /// <param name="labels">The only texts that a new action may have here; null for the column's own, or for anything.</param>
    public MergeColumn ForMerge(IReadOnlyList<string>? labels = null) => new(Key, Header, ComparedAs, Use)
    {
        Required = Required,
        Default = Default,
        Labels = labels ?? Labels,
    };

    private ValueKind ComparedAs => Kind switch
    {
        ColumnKind.Text or ColumnKind.Label or ColumnKind.Link => ValueKind.Text,
        ColumnKind.Number or ColumnKind.Percent => ValueKind.Number,
        ColumnKind.Date => ValueKind.Day,
        ColumnKind.Moment => ValueKind.Moment,
    };
}
