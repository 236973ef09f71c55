using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Actions;

/// <summary>Which answer a measure is expected to move, and to what.</summary>
/// <param name="QuestionId">An exposure or safeguard question.</param>
/// <param name="To">Option that the answer is expected to become.</param>
/// <param name="Evidence">Grade of evidence that the measure brings; null = none.</param>
public sealed record MeasureEffect(string QuestionId, string To, EvidenceGrade? Evidence = null);

/// <summary>Who does what for a measure, and how its effect is seen.</summary>
/// <param name="Goal">What it is meant to reach.</param>
/// <param name="TargetGroup">For whom.</param>
/// <param name="Responsible">Role that carries it out. Dutch: <c>verantwoordelijke</c>.</param>
/// <param name="Accountable">Role that answers for it. Dutch: <c>eigenaar</c>.</param>
/// <param name="Indicator">How the effect is checked.</param>
public sealed record MeasureDescription(
    LocalizedText Goal,
    LocalizedText TargetGroup,
    LocalizedText Responsible,
    LocalizedText Accountable,
    LocalizedText Indicator);

/// <summary>What a programme or training has to say of itself before it begins.</summary>
/// <remarks>Source: the questions of the Eerste Kamer on leadership programmes and training (Kamerstukken I 2023/24, 35 741, H).</remarks>
/// <param name="Objectives">Doelstellingen.</param>
/// <param name="Roles">Who has which role.</param>
/// <param name="Responsibilities">Verantwoordelijkheden.</param>
/// <param name="Evaluation">How and when the effect is measured; null when not given.</param>
public sealed record MeasureProgramme(
    IReadOnlyList<LocalizedText> Objectives, IReadOnlyList<LocalizedText> Roles, IReadOnlyList<LocalizedText> Responsibilities, LocalizedText? Evaluation)
{
    /// <summary>True when nothing was given.</summary>
    public bool IsEmpty => Objectives.Count == 0 && Roles.Count == 0 && Responsibilities.Count == 0 && Evaluation is null;
}

/// <summary>Whether a measure is described elsewhere.</summary>
public enum MeasureBasis
{
    /// <summary>A named publication describes it or its effect.</summary>
    Source,

    /// <summary>Proposal of this product or of the body.</summary>
    Proposal,
}

/// <summary>A measure of the catalogue: a suggestion for a dialogue, not an obligation. Dutch: <c>maatregel</c>.</summary>
/// <param name="Id">Stable id in the catalogue.</param>
/// <param name="ComponentId">Component that it belongs to.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="Description">Who, for whom and how the effect is checked.</param>
/// <param name="Effort">1 (light) to 5 (heavy); no unit, our own estimate.</param>
/// <param name="LeadTimeDays">Time until it works. Unit: days, at least 0.</param>
/// <param name="Effects">Answers that it is expected to move.</param>
public sealed record Measure(
    string Id,
    string ComponentId,
    LocalizedText Title,
    MeasureDescription Description,
    int Effort,
    int LeadTimeDays,
    IReadOnlyList<MeasureEffect> Effects)
{
    /// <summary>Publications that it comes from, or "eigen voorstel".</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether it is described elsewhere; null when the catalogue does not say.</summary>
    public MeasureBasis? Basis { get; init; }

    /// <summary>Codes of the risk patterns that it answers.</summary>
    public IReadOnlyList<string> Patterns { get; init; } = [];

    /// <summary>What has to be in place inside the body for it to work; null when nothing special.</summary>
    public LocalizedText? Precondition { get; init; }

    /// <summary>Aims, roles and evaluation of a programme or training; empty for other measures.</summary>
    public MeasureProgramme Programme { get; init; } = new([], [], [], null);
}
