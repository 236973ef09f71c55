namespace Audit.Core.Assessments;

/// <summary>How well a safeguard answer is backed. Dutch: <c>bewijskracht</c>.</summary>
public enum EvidenceGrade
{
    /// <summary>Asserted only.</summary>
    E0,

    /// <summary>Shown in a document.</summary>
    E1,

    /// <summary>Sampled in practice.</summary>
    E2,

    /// <summary>Independent investigation or data.</summary>
    E3,
}

/// <summary>What a team answered to one question.</summary>
/// <param name="Value">Id of an option, or <see cref="Unknown"/>, or <see cref="NotApplicable"/>.</param>
/// <param name="Evidence">Grade of the evidence, on safeguards only; null counts as <see cref="EvidenceGrade.E0"/>.</param>
/// <param name="Motivation">Why; required with <see cref="NotApplicable"/>.</param>
/// <param name="Source">Where it can be looked up.</param>
/// <param name="By">Who answered, in words.</param>
/// <param name="At">When, as written in the file.</param>
public sealed record Answer(
    string Value,
    EvidenceGrade? Evidence = null,
    string? Motivation = null,
    string? Source = null,
    string? By = null,
    string? At = null)
{
    /// <summary>"Weet niet": the question stays open, as a range and never as zero.</summary>
    public const string Unknown = "unknown";

    /// <summary>"N.v.t.": the question is removed, with a motivation.</summary>
    public const string NotApplicable = "na";

    /// <summary>True for an option of the scale, false for unknown and not applicable.</summary>
    public bool IsOption => Value is not (Unknown or NotApplicable);
}
