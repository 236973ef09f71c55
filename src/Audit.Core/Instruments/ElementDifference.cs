namespace Audit.Core.Instruments;

/// <summary>What sort of thing in an instrument differs.</summary>
public enum InstrumentElement
{
    /// <summary>The instrument as a whole: title, status, lists of examples.</summary>
    Whole,

    /// <summary>A component or cross-cutting part.</summary>
    Component,

    /// <summary>A question.</summary>
    Question,

    /// <summary>A list of answers.</summary>
    Scale,

    /// <summary>A legal knock-out.</summary>
    Gate,

    /// <summary>A theme.</summary>
    Theme,

    /// <summary>A source.</summary>
    Source,

    /// <summary>A ground of the register.</summary>
    Ground,

    /// <summary>A statutory exception of the register.</summary>
    Exception,

    /// <summary>A question that the register fills.</summary>
    Fill,

    /// <summary>A guide for a work session.</summary>
    Session,
}

/// <summary>How something differs between two versions.</summary>
public enum DifferenceKind
{
    /// <summary>Only the newer version has it.</summary>
    Added,

    /// <summary>Both have it and it is not the same.</summary>
    Changed,

    /// <summary>Only the older version has it.</summary>
    Removed,
}

/// <summary>Which part of something differs.</summary>
public enum ChangedField
{
    /// <summary>Title, or the text of a question or gate, in Dutch.</summary>
    Text,

    /// <summary>Only the English text.</summary>
    English,

    /// <summary>Explanation beside a question, ground or exception.</summary>
    Help,

    /// <summary>Example beside a question.</summary>
    Example,

    /// <summary>What could serve as evidence.</summary>
    EvidenceHints,

    /// <summary>Who is likely to know.</summary>
    WhoKnows,

    /// <summary>What an answer says about the risk: a value of <see cref="QuestionKind"/> by name.</summary>
    Kind,

    /// <summary>Id of the scale.</summary>
    Scale,

    /// <summary>The answers that are offered: ids for a question; id, label and value for a scale.</summary>
    Options,

    /// <summary>Weight; no unit.</summary>
    Weight,

    /// <summary>When it is asked, or when the gate fires.</summary>
    Condition,

    /// <summary>Id of the component that holds the question.</summary>
    Part,

    /// <summary>Id of the theme.</summary>
    Theme,

    /// <summary>Whether the quick scan asks it: "true" or "false".</summary>
    QuickScan,

    /// <summary>Ids of measures.</summary>
    Measures,

    /// <summary>Ids of sources.</summary>
    Sources,

    /// <summary>Order of the questions in a component, by id.</summary>
    Order,

    /// <summary>Class when the gate fires: a value of <see cref="RiskClass"/> by name.</summary>
    Floor,

    /// <summary>Class while the gate is undecided: a value of <see cref="RiskClass"/> by name.</summary>
    OpenFloor,

    /// <summary>Whether the gate forbids publication: "true" or "false".</summary>
    Blocks,

    /// <summary>Days on which it is in force.</summary>
    Validity,

    /// <summary>Official or not: a value of <see cref="InstrumentStatus"/> by name.</summary>
    Status,

    /// <summary>Anything else; the texts are too long to set side by side.</summary>
    Contents,
}

/// <summary>One field before and after.</summary>
/// <param name="Field">The field.</param>
/// <param name="Before">Its value in the older version; null when it had none, or when it is not shown.</param>
/// <param name="After">Its value in the newer version; null when it has none, or when it is not shown.</param>
public sealed record FieldChange(ChangedField Field, string? Before, string? After);

/// <summary>One thing that differs between two versions of an instrument.</summary>
/// <param name="Element">What sort of thing it is.</param>
/// <param name="Id">Its id; empty for the instrument as a whole.</param>
/// <param name="Title">What a reader knows it by, from the newer version when that has it.</param>
/// <param name="Kind">Added, changed or removed.</param>
/// <param name="Fields">Only for what changed: at least one field.</param>
public sealed record ElementDifference(
    InstrumentElement Element, string Id, string Title, DifferenceKind Kind, IReadOnlyList<FieldChange> Fields);
