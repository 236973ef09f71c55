namespace Audit.Core.Instruments;

/// <summary>A legal knock-out: no average can buy it off. Dutch: <c>drempelregel</c>.</summary>
/// <param name="Id">Stable id, unique within the instrument.</param>
/// <param name="Text">What is the matter when it fires.</param>
/// <param name="Sources">Ids of the sources that it rests on.</param>
/// <param name="When">The statement about answers that makes it fire.</param>
/// <param name="Floor">The class is at least this when the gate fires; null for a gate that only blocks.</param>
/// <param name="OpenFloor">The class may be at least this while the gate is undecided; null = no effect.</param>
/// <param name="BlocksPublication">True when results may not be published while the gate fires.</param>
public sealed record Gate(
    string Id,
    LocalizedText Text,
    IReadOnlyList<string> Sources,
    Condition When,
    RiskClass? Floor,
    RiskClass? OpenFloor,
    bool BlocksPublication)
{
    /// <summary>First day on which the rule is in force, inclusive; null = always was.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the rule is in force, inclusive; null = no end known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Whether the rule is in force on a day; outside its dates a gate is not evaluated at all.</summary>
    /// <param name="day">The reference date of the assessment (peildatum).</param>
    public bool IsInForceOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);
}
