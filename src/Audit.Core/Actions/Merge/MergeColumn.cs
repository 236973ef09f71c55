namespace Audit.Core.Actions.Merge;

/// <summary>What happens with a value that somebody changed in the sheet.</summary>
public enum ColumnUse
{
    /// <summary>Calculated by the product or copied into it: a change is reported, never applied.</summary>
    Derived,

    /// <summary>Taken from the sheet for a new action only; later a change is reported, never applied.</summary>
    NewOnly,

    /// <summary>Merged cell by cell.</summary>
    Editable,
}

/// <summary>How the texts of a column are compared.</summary>
public enum ValueKind
{
    /// <summary>As text: white space at the ends, line ends and Unicode form do not count.</summary>
    Text,

    /// <summary>As numbers, written without any culture: "0.5".</summary>
    Number,

    /// <summary>As days, written as "2026-12-31".</summary>
    Day,

    /// <summary>As moments to the minute, written as "2026-12-31T13:45".</summary>
    Moment,
}

/// <summary>A column as the merge sees it.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Header">What the reader sees above it; used in messages.</param>
/// <param name="Kind">How its values are compared.</param>
/// <param name="Use">What happens with a change.</param>
public sealed record MergeColumn(string Key, string Header, ValueKind Kind, ColumnUse Use)
{
    /// <summary>Whether the cell of an action must hold something.</summary>
    public bool Required { get; init; }

    /// <summary>What a new action gets when its cell is empty; empty = it stays so.</summary>
    public string Default { get; init; } = "";

    /// <summary>The only texts that a new action may have here; null when anything may be typed.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>The label that a typed text means: white space at the ends and capitals do not count; null when there is none.</summary>
    /// <param name="labels">The labels as the product writes them.</param>
    /// <param name="typed">What was typed.</param>
    public static string? LabelFor(IReadOnlyList<string> labels, string typed)
    {
        var normal = CellText.Normal(typed, ValueKind.Text);
        return labels.FirstOrDefault(label => CellText.Normal(label, ValueKind.Text) == normal)
            ?? labels.FirstOrDefault(label => string.Equals(CellText.Normal(label, ValueKind.Text), normal, StringComparison.OrdinalIgnoreCase));
    }
}
