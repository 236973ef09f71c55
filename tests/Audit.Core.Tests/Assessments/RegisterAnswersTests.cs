using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Assessments;

/// <summary>What the register answers: the most severe distinction wins, and nothing milder hides it.</summary>
public sealed class RegisterAnswersTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);

    private static readonly Scale Verdicts = new(
        "verdict", [new("none", 0, null, "Geen"), new("justified", 0.2, null, "Gerechtvaardigd"), new("partly", 0.6, null, "Deels"), new("direct", 1, null, "Direct")]);

    private static readonly Instrument Instrument = new("proef", "1", InstrumentStatus.Unofficial, "Proef")
    {
        Components = [new("policy", "Beleid", 1, [new Question("Q", QuestionKind.Exposure, Verdicts, 1, "Oordeel?")]), new("process", "Proces", 1, [])],
        Gates = [new("G", "Direct", [], new AnswerIn("Q", ["direct"]), RiskClass.Critical, RiskClass.High, false)],
        Register = new(
            [
                new("ras", "Ras", DirectTest.StatutoryException, [new("wet", "1")]),
                new("nieuw", "Nieuwe grond", DirectTest.StatutoryException, [new("wet", "2") { ValidFrom = new(2023, 2, 22) }]),
                new("taal", "Taal", DirectTest.ObjectiveJustification, [new("wet", "3")]),
            ],
            [],
            [
                new("Q", ["ras", "nieuw"], ["policy"],
                [
                    new("direct", [DistinctionKind.Direct], [DistinctionVerdict.NotJustified]),
                    new("partly", [], [DistinctionVerdict.NotJustified, DistinctionVerdict.ToBeSubstantiated, DistinctionVerdict.PrescribedByLaw]),
                    new("justified", [], [DistinctionVerdict.Justified]),
                ]),
            ]),
    };

    private static readonly Distinction Direct = new("d", "Afkomst", "policy", ["ras"], DistinctionKind.Direct) { Exception = Distinction.NoException };

    private static readonly Distinction Open = new("o", "Postcode", "policy", ["ras"], DistinctionKind.Proxy);

    private static readonly Distinction Justified = new("j", "Opleiding", "policy", ["ras"], DistinctionKind.Indirect)
    {
        Justification = new(new(TestFinding.Yes), new(TestFinding.Yes), new(TestFinding.Yes), new(TestFinding.Yes)),
    };

    [Fact]
    public void Of_SeveralDistinctions_TheMostSevereWins()
    {
        var answer = Assert.Single(RegisterAnswers.Of(Instrument, [Justified, Direct, Open], Day));

        Assert.Equal(("Q", "direct", DistinctionVerdict.NotJustified), (answer.QuestionId, answer.OptionId, answer.Verdict));
        Assert.Equal(["d"], answer.DistinctionIds);
    }

    [Fact]
    public void Of_OtherGroundOrComponentOrNoDistinction_SaysNothing()
    {
        Assert.Empty(RegisterAnswers.Of(Instrument, [Direct with { GroundIds = ["taal"] }], Day));
        Assert.Empty(RegisterAnswers.Of(Instrument, [Direct with { ComponentId = "process" }], Day));
        Assert.Empty(RegisterAnswers.Of(Instrument, [Direct with { Kind = DistinctionKind.None }], Day));
    }

    [Fact]
    public void Of_GroundNotYetProtected_SaysNothingBeforeItsDay()
    {
        Distinction[] register = [Direct with { GroundIds = ["nieuw"] }];

        Assert.Empty(RegisterAnswers.Of(Instrument, register, new(2023, 2, 21)));
        Assert.Single(RegisterAnswers.Of(Instrument, register, new(2023, 2, 22)));
    }

    [Theory]
    [InlineData(null, "partly")]
    [InlineData("none", "partly")]
    [InlineData("justified", "partly")]
    [InlineData("direct", "direct")]
    [InlineData(Answer.Unknown, "partly")]
    [InlineData(Answer.NotApplicable, "partly")]
    public void Effective_OwnAnswer_CountsOnlyWhenItIsMoreSevere(string? own, string expected) => Assert.Equal(expected, EffectiveOf(own, Open));

    [Theory]
    [InlineData(null, "justified")]
    [InlineData("none", "justified")]
    [InlineData(Answer.Unknown, Answer.Unknown)]
    [InlineData("partly", "partly")]
    public void Effective_AllJustified_LeavesNotKnownOpen(string? own, string expected) => Assert.Equal(expected, EffectiveOf(own, Justified));

    [Fact]
    public void Score_DirectDistinctionInTheRegister_FiresTheGateWhateverTheTeamAnswered()
    {
        var model = new ScoringModel(Instrument, RandomCase.DefaultProfile);
        var task = TaskWith("none", Direct);

        var score = model.Score(task, new Dictionary<string, Answer>(), Day);

        Assert.Equal(Truth.True, Assert.Single(score.Gates).State);
        Assert.Equal(RiskClass.Critical, score.Class.Low);
        Assert.Equal(1, score.Residual!.Value.High, 12);
    }

    [Fact]
    public void Fits_WordsOfAnotherVersion_AreNoticed()
    {
        Assert.True(RegisterAnswers.Fits(Instrument, Direct));
        Assert.False(RegisterAnswers.Fits(Instrument, Direct with { ComponentId = "weg" }));
        Assert.False(RegisterAnswers.Fits(Instrument, Direct with { GroundIds = ["weg"] }));
        Assert.False(RegisterAnswers.Fits(Instrument, Direct with { Exception = "weg" }));
    }

    private static string EffectiveOf(string? own, params Distinction[] register) => RegisterAnswers.Effective(Instrument, TaskWith(own, register), Day)["Q"].Value;

    private static PublicTask TaskWith(string? own, params Distinction[] register) =>
        new("taak", "Taak", own is null ? new Dictionary<string, Answer>() : new Dictionary<string, Answer> { ["Q"] = new(own, Motivation: "reden") }) { Distinctions = register };
}
