namespace Audit.Core.Assessments;

/// <summary>The organisation that is examined. Dutch: <c>overheidsorganisatie</c>.</summary>
/// <param name="Name">Name as it is written officially.</param>
/// <param name="Id">TOOI address or other identifier; null when not given.</param>
public sealed record PublicBody(string Name, string? Id = null);

/// <summary>A task or service of the body that is examined. Dutch: <c>taak</c> or <c>dienst</c>.</summary>
/// <param name="Id">Stable id within the assessment.</param>
/// <param name="Name">What the user reads.</param>
/// <param name="Answers">Answers by question id; a question that is missing is open.</param>
public sealed record PublicTask(string Id, string Name, IReadOnlyDictionary<string, Answer> Answers)
{
    /// <summary>The register of distinctions of this task; empty when nobody has recorded one.</summary>
    public IReadOnlyList<Distinction> Distinctions { get; init; } = [];
}

/// <summary>One run of the instrument by one body. Dutch: <c>doorlichting</c>.</summary>
/// <param name="InstrumentId">Id of the instrument that was answered.</param>
/// <param name="InstrumentVersion">Version of it; the answers mean something against this version only.</param>
/// <param name="Organisation">The body.</param>
/// <param name="Tasks">The tasks chosen; at least one.</param>
/// <param name="CrossCutting">Answers given once for the body, by question id.</param>
/// <param name="Date">Reference date (peildatum): which gates are in force; null = the day of the calculation.</param>
public sealed record Assessment(
    string InstrumentId,
    string InstrumentVersion,
    PublicBody Organisation,
    IReadOnlyList<PublicTask> Tasks,
    IReadOnlyDictionary<string, Answer> CrossCutting,
    DateOnly? Date = null);
