namespace Audit.Core.Risks;

/// <summary>What in answers and score suggests a risk.</summary>
public enum RiskCue
{
    /// <summary>A legal gate fired.</summary>
    FiredGate,

    /// <summary>A legal gate is still to be investigated.</summary>
    OpenGate,

    /// <summary>A distinction has no justification that holds.</summary>
    UnjustifiedDistinction,

    /// <summary>An answer adds much to the score.</summary>
    Contribution,
}

/// <summary>A risk that a team may begin with; it rewrites it in its own words. Dutch: <c>voorstel voor het risicoregister</c>.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="Cue">What suggests it.</param>
/// <param name="Source">Id of the gate, the distinction or the question that suggests it.</param>
/// <param name="ComponentId">Component in which it arises.</param>
public sealed record RiskProposal(string TaskId, RiskCue Cue, string Source, string ComponentId)
{
    /// <summary>The risk in one sentence.</summary>
    public required Sentence Title { get; init; }

    /// <summary>What makes it arise.</summary>
    public required Sentence Cause { get; init; }

    /// <summary>Ids of the questions on which it rests.</summary>
    public IReadOnlyList<string> QuestionIds { get; init; } = [];

    /// <summary>Ids of the grounds of the groups that may be hit.</summary>
    public IReadOnlyList<string> GroundIds { get; init; } = [];

    /// <summary>Id of the distinction on which it rests; null when it rests on none.</summary>
    public string? DistinctionId => Cue == RiskCue.UnjustifiedDistinction ? Source : null;

    /// <summary>A beginning for what it leads to, which the team fills in.</summary>
    public static Sentence Consequence => Sentence.Of($"Mensen uit een groep kunnen hierdoor vaker of zwaarder worden geraakt dan anderen. Vul aan: welke groep, en welk nadeel?");
}
