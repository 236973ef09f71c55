namespace Audit.Core.Instruments;

/// <summary>A publication or law that texts refer to.</summary>
/// <param name="Id">Stable id within the instrument.</param>
/// <param name="Title">Name as a reader would cite it.</param>
/// <param name="Url">http or https address; null when there is none.</param>
/// <param name="Date">Date of the publication, as given; null when unknown.</param>
public sealed record SourceReference(string Id, string Title, Uri? Url, string? Date)
{
    /// <summary>What sort of publication it is; null when the instrument does not say.</summary>
    public SourceKind? Kind { get; init; }
}

/// <summary>What sort of publication a text rests on, so that a reader sees what is law and what is our own proposal.</summary>
public enum SourceKind
{
    /// <summary>Law or treaty.</summary>
    Law,

    /// <summary>Framework of a supervisor or ministry.</summary>
    Framework,

    /// <summary>The pilots of the instrument, and what was written about them.</summary>
    Pilot,

    /// <summary>Letter or paper of parliament.</summary>
    Letter,

    /// <summary>Research, audits and reports of an ombudsman.</summary>
    Research,

    /// <summary>Proposal of this product.</summary>
    Own,
}

/// <summary>A subject under which questions are grouped.</summary>
/// <param name="Id">Stable id within the instrument.</param>
/// <param name="Title">What the user reads.</param>
public sealed record Theme(string Id, LocalizedText Title);

/// <summary>A part of the instrument with its questions. Dutch: <c>onderdeel</c>.</summary>
/// <param name="Id">Stable id within the instrument.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="Weight">ω, weight in the mean over components; above 0, no unit.</param>
/// <param name="Questions">In the order asked.</param>
public sealed record InstrumentComponent(string Id, LocalizedText Title, double Weight, IReadOnlyList<Question> Questions)
{
    /// <summary>Whether any question of it can enter the score; a component of context questions alone is left out of results on screen and in exports.</summary>
    public bool IsScored => Questions.Any(question => question.Kind is QuestionKind.Exposure or QuestionKind.Safeguard);
}

/// <summary>Whether the texts come from the State Commission itself.</summary>
public enum InstrumentStatus
{
    /// <summary>This product's own texts: every screen and export says "geen officiële tekst".</summary>
    Unofficial,

    /// <summary>The official texts.</summary>
    Official,
}

/// <summary>A version of the questions, scales and gates, immutable once published. Dutch: <c>doorlichtingsinstrument</c>.</summary>
/// <param name="Id">Stable id over all versions.</param>
/// <param name="Version">Version; running assessments stay on the one they began with.</param>
/// <param name="Status">Official texts or our own.</param>
/// <param name="Title">What the user reads.</param>
public sealed record Instrument(string Id, string Version, InstrumentStatus Status, LocalizedText Title)
{
    /// <summary>Publications and laws that are cited by id.</summary>
    public IReadOnlyList<SourceReference> Sources { get; init; } = [];

    /// <summary>Subjects; empty when the instrument does not use them.</summary>
    public IReadOnlyList<Theme> Themes { get; init; } = [];

    /// <summary>Parts answered once for the whole body; they may be named in conditions and never enter the score.</summary>
    public IReadOnlyList<InstrumentComponent> CrossCutting { get; init; } = [];

    /// <summary>Parts answered for every public task; their order matters for ties only.</summary>
    public IReadOnlyList<InstrumentComponent> Components { get; init; } = [];

    /// <summary>Questions on how grave the consequences for citizens are.</summary>
    public IReadOnlyList<Question> Severity { get; init; } = [];

    /// <summary>Legal knock-outs.</summary>
    public IReadOnlyList<Gate> Gates { get; init; } = [];

    /// <summary>The legal vocabulary and what the register of distinctions fills; <see cref="DistinctionRegister.None"/> when the instrument has none.</summary>
    public DistinctionRegister Register { get; init; } = DistinctionRegister.None;

    /// <summary>Guides for work sessions; empty when the instrument has none.</summary>
    public IReadOnlyList<WorkSessionScript> Sessions { get; init; } = [];

    /// <summary>Every question answered once for the body, in order.</summary>
    public IEnumerable<Question> BodyQuestions => CrossCutting.SelectMany(part => part.Questions);

    /// <summary>Every question answered per public task, in order: components first, then severity.</summary>
    public IEnumerable<Question> TaskQuestions => Components.SelectMany(part => part.Questions).Concat(Severity);

    /// <summary>Every question in instrument order: body, components, severity.</summary>
    public IEnumerable<Question> AllQuestions => BodyQuestions.Concat(TaskQuestions);

    /// <summary>The components that can enter the score, in order.</summary>
    public IEnumerable<InstrumentComponent> ScoredComponents => Components.Where(part => part.IsScored);

    /// <summary>The component that holds a question; null for questions on severity and unknown ids.</summary>
    /// <param name="questionId">Id of the question.</param>
    public InstrumentComponent? ComponentOf(string questionId) =>
        Components.Concat(CrossCutting).FirstOrDefault(part => part.Questions.Any(question => question.Id == questionId));
}
