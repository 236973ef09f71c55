namespace Audit.Core.Instruments;

/// <summary>Something that the team does in a work session. Dutch: <c>opdracht</c>.</summary>
/// <param name="Id">Stable id within the session.</param>
/// <param name="Title">What the user reads first.</param>
/// <param name="Text">What the coach says and the team does.</param>
/// <param name="IsOpening">True for the assignment with which the session begins. Dutch: <c>startopdracht</c>.</param>
public sealed record SessionAssignment(string Id, LocalizedText Title, LocalizedText Text, bool IsOpening);

/// <summary>Guide for the process coach of a work session. Dutch: <c>draaiboek van een werksessie</c>.</summary>
/// <param name="Id">Key of the workflow step that it guides.</param>
/// <param name="Title">What the user reads.</param>
/// <param name="Goal">Doel.</param>
/// <param name="SetUp">Opbouw.</param>
/// <param name="Outcome">Uitkomst: what the team can do or has at the end.</param>
/// <param name="Assignments">In the order done.</param>
public sealed record WorkSessionScript(
    string Id, LocalizedText Title, LocalizedText Goal, LocalizedText SetUp, LocalizedText Outcome, IReadOnlyList<SessionAssignment> Assignments)
{
    /// <summary>Short label, such as "Werksessie 1"; null when the title says it.</summary>
    public LocalizedText? Label { get; init; }

    /// <summary>What has to be arranged beforehand. Dutch: <c>checklist vooraf</c>.</summary>
    public IReadOnlyList<LocalizedText> Checklist { get; init; } = [];

    /// <summary>Decisions that the session should record.</summary>
    public IReadOnlyList<LocalizedText> Decisions { get; init; } = [];

    /// <summary>Ids of the sources on which it rests.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
