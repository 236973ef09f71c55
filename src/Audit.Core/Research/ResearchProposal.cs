using Audit.Core.Instruments;

namespace Audit.Core.Research;

/// <summary>Why a question of the instrument is worth investigating.</summary>
public enum ResearchReason
{
    /// <summary>The team answered "weet niet".</summary>
    Unknown,

    /// <summary>A legal gate reads the answer, and nobody has answered yet.</summary>
    ReadByGate,

    /// <summary>A safeguard is said to be in place, and nothing backs that yet.</summary>
    WeakEvidence,
}

/// <summary>A research question that follows from the answers so far. Dutch: <c>voorstel voor het onderzoeksplan</c>.</summary>
/// <param name="TaskId">Id of the task; empty when it is about the whole body.</param>
/// <param name="Question">The question of the instrument that it helps to answer.</param>
/// <param name="Reason">Why it is proposed.</param>
public sealed record ResearchProposal(string TaskId, Question Question, ResearchReason Reason)
{
    /// <summary>What to look for; null when the instrument gives no hint of evidence.</summary>
    public LocalizedText? InformationNeeded => Question.Guidance.EvidenceHints;

    /// <summary>Where it may be found; null when the instrument does not say who knows.</summary>
    public LocalizedText? InformationSource => Question.Guidance.WhoKnows;

    /// <summary>Where it belongs.</summary>
    public ResearchPlace Place => new(TaskId, Question.Id);
}

/// <summary>A question of the instrument within a task, or within the whole body.</summary>
/// <param name="TaskId">Id of the task; empty for the whole body.</param>
/// <param name="QuestionId">Id of the question.</param>
public readonly record struct ResearchPlace(string TaskId, string QuestionId);
