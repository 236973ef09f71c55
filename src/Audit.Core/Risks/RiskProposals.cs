using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Risks;

/// <summary>Finds risks that a register should probably contain, so that a team does not begin with an empty page. The register itself is the team's.</summary>
public static class RiskProposals
{
    private const int LargestContributions = 3;

    /// <summary>The proposals for one task: gates first, then distinctions, then the answers that add most to the score.</summary>
    /// <param name="instrument">The instrument that was answered.</param>
    /// <param name="task">The task.</param>
    /// <param name="score">Its score.</param>
    /// <param name="day">Reference date: which exceptions are in force.</param>
    public static IReadOnlyList<RiskProposal> Of(Instrument instrument, PublicTask task, TaskScore score, DateOnly day)
    {
        var texts = new ProposalTexts(instrument, score);
        var gates = score.Gates.Where(result => result.State != Truth.False).OrderByDescending(result => result.State).Select(texts.OfGate).ToList();
        var taken = gates.SelectMany(proposal => proposal.QuestionIds).ToHashSet();
        var largest = score.Contributions
            .Where(part => part.Value > 0 && !taken.Contains(part.QuestionId))
            .OrderByDescending(part => part.Value)
            .Take(LargestContributions);
        return
        [
            .. gates,
            .. task.Distinctions.Where(distinction => IsUnjustified(distinction, instrument.Register, day)).Select(texts.OfDistinction),
            .. largest.Select(texts.OfContribution),
        ];
    }

    private static bool IsUnjustified(Distinction distinction, DistinctionRegister register, DateOnly day) =>
        DistinctionTest.VerdictOf(distinction, register, day) is DistinctionVerdict.NotJustified or DistinctionVerdict.ToBeSubstantiated;
}
