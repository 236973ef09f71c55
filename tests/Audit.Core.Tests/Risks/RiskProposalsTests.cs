using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Risks;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Risks;

/// <summary>Which risks answers and score suggest.</summary>
public sealed class RiskProposalsTests
{
    private static readonly Scale Degree = new("degree", [new("no", 0, null, "nee"), new("yes", 1, null, "ja")]);

    private static readonly Instrument Pack = new("proef", "1", InstrumentStatus.Unofficial, "Proef")
    {
        Themes = [new("choice", "Prioriteren en selecteren")],
        Components =
        [
            new("policy", "Beleid", 1, [Exposure("Q1"), Exposure("Q2", 4) with { Theme = "choice" }, Exposure("Q3", 3), Exposure("Q4", 2), Exposure("Q5")]),
        ],
        Gates =
        [
            new("G1", "AVG artikel 9 is niet gevolgd. Een jurist beoordeelt dit.", [], new AnswerIn("Q1", ["yes"]), RiskClass.High, RiskClass.Medium, false),
            new("G2", "Herkomst telt mee. Een jurist beoordeelt dit.", [], new AnswerIn("Q5", ["yes"]), RiskClass.High, RiskClass.Medium, false),
        ],
    };

    [Fact]
    public void Of_GatesComeFirst_FiredBeforeOpen()
    {
        var proposals = Of(("Q1", "yes"));

        Assert.Equal([(RiskCue.FiredGate, "G1"), (RiskCue.OpenGate, "G2")], proposals.Take(2).Select(proposal => (proposal.Cue, proposal.Source)));
        Assert.Equal("Het risico dat de taak burgers ongelijk behandelt: AVG artikel 9 is niet gevolgd", proposals[0].Title.ToString());
        Assert.Equal("Het risico dat de taak burgers ongelijk behandelt: herkomst telt mee", proposals[1].Title.ToString());
        Assert.Equal(("policy", "Q1"), (proposals[0].ComponentId, Assert.Single(proposals[0].QuestionIds)));
    }

    [Fact]
    public void Of_ClearGate_IsNotProposed() => Assert.DoesNotContain(Of(("Q1", "no"), ("Q5", "no")), proposal => proposal.Cue is RiskCue.FiredGate or RiskCue.OpenGate);

    [Fact]
    public void Of_LargestContributions_WithoutThoseOfGates()
    {
        var proposals = Of(("Q1", "yes"), ("Q2", "yes"), ("Q3", "yes"), ("Q4", "yes"), ("Q5", "yes")).Where(proposal => proposal.Cue == RiskCue.Contribution).ToList();

        Assert.Equal(["Q2", "Q3", "Q4"], proposals.Select(proposal => proposal.Source));
        Assert.Equal("Het risico dat de taak burgers ongelijk behandelt in beleid, bij prioriteren en selecteren (vraag Q2)", proposals[0].Title.ToString());
        Assert.Equal("Op de vraag ‘Vraag Q2?’ is het antwoord ‘ja’.", proposals[0].Cause.ToString());
    }

    [Fact]
    public void Of_AnswersWithoutExposure_AreNotProposed() => Assert.Empty(Of(("Q1", "no"), ("Q2", "no"), ("Q3", "no"), ("Q4", "no"), ("Q5", "no")));

    [Fact]
    public void Of_OpenAnswer_IsSaidToBeUnknown() =>
        Assert.EndsWith("is het antwoord nog niet bekend.", Of(("Q1", "no"), ("Q5", "no")).First(proposal => proposal.Source == "Q2").Cause.ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(DistinctionKind.Direct, true)]
    [InlineData(DistinctionKind.None, false)]
    public void Of_DistinctionWithoutJustification_IsProposedWithItsGrounds(DistinctionKind kind, bool expected)
    {
        var task = Task(("Q1", "no")) with { Distinctions = [new Distinction("d1", "Postcode", "policy", ["ras"], kind)] };
        var proposals = RiskProposals.Of(Pack, task, Score(task), Day).Where(proposal => proposal.Cue == RiskCue.UnjustifiedDistinction).ToList();

        Assert.Equal(expected, proposals.Count == 1);
        Assert.All(proposals, proposal => Assert.Equal(("d1", "ras"), (proposal.DistinctionId, Assert.Single(proposal.GroundIds))));
    }

    private static readonly DateOnly Day = new(2026, 11, 27);

    private static IReadOnlyList<RiskProposal> Of(params (string Question, string Option)[] answers)
    {
        var task = Task(answers);
        return RiskProposals.Of(Pack, task, Score(task), Day);
    }

    private static PublicTask Task(params (string Question, string Option)[] answers) => new("t", "Taak", answers.ToDictionary(pair => pair.Question, pair => new Answer(pair.Option)));

    private static TaskScore Score(PublicTask task) =>
        new ScoringModel(Pack, RandomCase.DefaultProfile).Score(task, new Dictionary<string, Answer>(), Day);

    private static Question Exposure(string id, double weight = 1) => new(id, QuestionKind.Exposure, Degree, weight, $"Vraag {id}?");
}
