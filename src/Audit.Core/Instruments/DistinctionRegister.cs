namespace Audit.Core.Instruments;

/// <summary>How a criterion relates to a protected ground.</summary>
/// <remarks>Source: Algoritmekader ver-03 and the College's test sequence, as summarised in docs/method.md.</remarks>
public enum DistinctionKind
{
    /// <summary>Looked at, and no relation found.</summary>
    None,

    /// <summary>The criterion is the ground itself. Dutch: <c>direct onderscheid</c>.</summary>
    Direct,

    /// <summary>A neutral criterion that particularly disadvantages a protected group. Dutch: <c>indirect onderscheid</c>.</summary>
    Indirect,

    /// <summary>A characteristic that stands in for the ground. Dutch: <c>proxykenmerk</c>.</summary>
    Proxy,

    /// <summary>Not known yet.</summary>
    Unknown,
}

/// <summary>What the test of a distinction comes to. A signal for the dialogue, never a legal verdict. Dutch: <c>oordeel over het onderscheid</c>.</summary>
public enum DistinctionVerdict
{
    /// <summary>No distinction by a protected ground.</summary>
    NoDistinction,

    /// <summary>A statutory exception, or a complete objective justification.</summary>
    Justified,

    /// <summary>Laid down in law without a test that holds: a signal to the legislator.</summary>
    PrescribedByLaw,

    /// <summary>Part of the test is still open.</summary>
    ToBeSubstantiated,

    /// <summary>A step of the test fails.</summary>
    NotJustified,
}

/// <summary>Which test a direct distinction by a ground has to pass.</summary>
public enum DirectTest
{
    /// <summary>Only a statutory exception will do.</summary>
    StatutoryException,

    /// <summary>A statutory exception or an objective justification.</summary>
    ObjectiveJustification,
}

/// <summary>An article of law that protects a ground.</summary>
/// <param name="SourceId">Id of the law among the sources of the instrument.</param>
/// <param name="Article">Article as a lawyer would cite it.</param>
/// <param name="Note">What to know about its reach; null when there is nothing special.</param>
public sealed record LegalNorm(string SourceId, string Article, LocalizedText? Note = null)
{
    /// <summary>First day in force, inclusive; null = not known, taken as always.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day in force, inclusive; null = no end known.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    /// <param name="day">Reference date (peildatum).</param>
    public bool IsInForceOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidUntil is null || day <= ValidUntil);
}

/// <summary>A ground by which the law forbids unjustified distinction. Dutch: <c>discriminatiegrond</c>.</summary>
/// <param name="Id">Code of the law's word, such as <c>ras</c>.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="DirectNeeds">The test for a direct distinction.</param>
/// <param name="Norms">Articles that protect it; at least one.</param>
public sealed record Ground(string Id, LocalizedText Title, DirectTest DirectNeeds, IReadOnlyList<LegalNorm> Norms)
{
    /// <summary>What falls under it; null when the title says enough.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>Whether any norm protects it on a day.</summary>
    /// <param name="day">Reference date (peildatum).</param>
    public bool IsProtectedOn(DateOnly day) => Norms.Any(norm => norm.IsInForceOn(day));
}

/// <summary>An exception that the law itself makes. Dutch: <c>wettelijke uitzondering</c>.</summary>
/// <param name="Id">Stable code.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="Norm">Where it stands.</param>
/// <param name="GroundIds">Grounds for which it can count; empty = all.</param>
public sealed record StatutoryException(string Id, LocalizedText Title, LegalNorm Norm, IReadOnlyList<string> GroundIds)
{
    /// <summary>When it counts; null when the title says enough.</summary>
    public LocalizedText? Help { get; init; }
}

/// <summary>Which answer a distinction gives to a question that the register fills.</summary>
/// <param name="OptionId">Option of the question's scale.</param>
/// <param name="Kinds">Kinds for which it holds; empty = all.</param>
/// <param name="Verdicts">Verdicts for which it holds; empty = all.</param>
public sealed record RegisterOption(string OptionId, IReadOnlyList<DistinctionKind> Kinds, IReadOnlyList<DistinctionVerdict> Verdicts)
{
    /// <summary>Whether a distinction of this kind and verdict gives this answer.</summary>
    /// <param name="kind">How the criterion relates to the ground.</param>
    /// <param name="verdict">What its test comes to.</param>
    public bool Fits(DistinctionKind kind, DistinctionVerdict verdict) =>
        (Kinds.Count == 0 || Kinds.Contains(kind)) && (Verdicts.Count == 0 || Verdicts.Contains(verdict));
}

/// <summary>A question that the register answers from its distinctions; the most severe answer wins.</summary>
/// <param name="QuestionId">A question of a task whose options all carry a value.</param>
/// <param name="GroundIds">Grounds that count; empty = all.</param>
/// <param name="ComponentIds">Components that count; empty = all.</param>
/// <param name="Options">Tried in order; the first that fits is the answer of a distinction.</param>
public sealed record RegisterFill(
    string QuestionId, IReadOnlyList<string> GroundIds, IReadOnlyList<string> ComponentIds, IReadOnlyList<RegisterOption> Options);

/// <summary>The legal vocabulary of an instrument, and how the register of distinctions fills its questions. Dutch: <c>onderscheidregister</c>.</summary>
/// <param name="Grounds">Grounds in the order shown.</param>
/// <param name="Exceptions">Exceptions in the order shown.</param>
/// <param name="Fills">Questions that are filled.</param>
public sealed record DistinctionRegister(
    IReadOnlyList<Ground> Grounds, IReadOnlyList<StatutoryException> Exceptions, IReadOnlyList<RegisterFill> Fills)
{
    /// <summary>The register of an instrument that has none.</summary>
    public static DistinctionRegister None { get; } = new([], [], []);

    /// <summary>Examples of criteria that are direct distinctions.</summary>
    public IReadOnlyList<LocalizedText> Markers { get; init; } = [];

    /// <summary>Examples of characteristics that may stand in for a ground.</summary>
    public IReadOnlyList<LocalizedText> Proxies { get; init; } = [];

    /// <summary>A ground by its code; null when there is none.</summary>
    /// <param name="id">Code of the ground.</param>
    public Ground? FindGround(string id) => Grounds.FirstOrDefault(ground => ground.Id == id);
}
