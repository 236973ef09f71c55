using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Scoring;

/// <summary>How answers count and what gates make of them, rule by rule.</summary>
public sealed class StateTests
{
    private static readonly Scale YesNo = new("yesno", [new("no", 0, null, "nee"), new("part", 0.4, null, "deels"), new("yes", 1, null, "ja")]);
    private static readonly Scale Gravity = new("gravity", [new("two", null, 2, "2"), new("three", null, 3, "3")]);

    [Fact]
    public void Score_ConditionFalse_RemovesTheQuestion() =>
        Assert.Equal(QuestionState.Removed, StateOf("Q2", ("Q1", "no"), ("Q2", "yes")));

    [Fact]
    public void Score_ConditionOpen_MakesARecordedOptionUndetermined()
    {
        var score = Score(("Q1", "unknown"), ("Q2", "no"));
        var trace = score.Trace.Single(trace => trace.QuestionId == "Q2");

        Assert.Equal(QuestionState.Undetermined, trace.State);
        Assert.Equal(new Interval(0, 1), trace.Counted);
    }

    [Fact]
    public void Score_NotApplicableUnderAnOpenCondition_IsRemoved() =>
        Assert.Equal(QuestionState.Removed, StateOf("Q2", ("Q1", "unknown"), ("Q2", "na")));

    [Fact]
    public void Score_OpenSafeguard_CountsFromSmallestAtE0ToLargestAtE3() =>
        Assert.Equal(new Interval(0, 1), Score(("Q1", "no")).Trace.Single(trace => trace.QuestionId == "G").Counted);

    [Fact]
    public void Score_AnsweredSafeguardWithoutGrade_CountsAsAsserted() =>
        Assert.Equal(new Interval(0.5, 0.5), Score(("Q1", "no"), ("G", "yes")).Trace.Single(trace => trace.QuestionId == "G").Counted);

    [Fact]
    public void Score_MeanSeverityAboveAWhole_IsRoundedUp() =>
        Assert.Equal(new LevelRange(3, 3), Score(("Q1", "no"), ("S1", "two"), ("S2", "three")).Severity);

    [Fact]
    public void Score_MeanSeverityExactlyAWhole_StaysThere() =>
        Assert.Equal(new LevelRange(2, 2), Score(("Q1", "no"), ("S1", "two"), ("S2", "two")).Severity);

    [Fact]
    public void Score_OpenSeverity_CountsOneForLowAndFourForHigh() =>
        Assert.Equal(new LevelRange(2, 3), Score(("Q1", "no"), ("S1", "two")).Severity);

    [Fact]
    public void Score_NoSeverityApplies_IsOneToFour() =>
        Assert.Equal(new LevelRange(1, 4), Score(("Q1", "no"), ("S1", "na"), ("S2", "na")).Severity);

    [Fact]
    public void Score_GateOnAnOpenAnswer_IsOpenAndRaisesTheHighClassOnly()
    {
        var score = Score(("Q1", "unknown"), ("Q2", "na"), ("Q3", "no"), ("S1", "two"), ("S2", "two"));

        Assert.Equal(Truth.Open, score.Gates.Single().State);
        Assert.Equal(RiskClass.Low, score.Class.Low);
        Assert.Equal(RiskClass.High, score.Class.High);
    }

    [Fact]
    public void Score_GateFired_RaisesBothClasses()
    {
        var score = Score(("Q1", "yes"), ("Q2", "no"), ("Q3", "no"), ("S1", "two"), ("S2", "two"));

        Assert.Equal(Truth.True, score.Gates.Single().State);
        Assert.Equal(new ClassRange(RiskClass.Critical, RiskClass.Critical), score.Class);
    }

    [Theory]
    [InlineData("2025-12-31", false)]
    [InlineData("2026-01-01", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Score_GateOutsideItsDates_IsNotEvaluated(string day, bool evaluated) =>
        Assert.Equal(evaluated, Score(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), ("Q1", "yes")).Gates.Count == 1);

    [Fact]
    public void Score_NothingLeftAndGateFired_HasNoResidualButTheFloor()
    {
        var score = Score(("Q1", "yes"), ("Q2", "na"), ("Q3", "na"));

        Assert.Null(score.Residual);
        Assert.Null(score.Likelihood);
        Assert.Null(score.Completeness);
        Assert.Equal(new ClassRange(RiskClass.Critical, RiskClass.Critical), score.Class);
    }

    [Fact]
    public void Score_NothingLeftAndGateOpen_HasAHighClassOnly() =>
        Assert.Equal(new ClassRange(null, RiskClass.High), Score(("Q2", "na"), ("Q3", "na")).Class);

    [Fact]
    public void Score_NothingLeftAndGateClear_HasNoClass() =>
        Assert.Equal(new ClassRange(null, null), Score(("Q1", "no"), ("Q2", "na"), ("Q3", "na")).Class);

    [Theory]
    [InlineData(0.25 - 2e-12, 1)]
    [InlineData(0.25 - 5e-13, 2)]
    [InlineData(0.5, 3)]
    [InlineData(0.49999999999999994, 3)]
    [InlineData(0.75, 4)]
    public void LevelOf_NearAThreshold_CountsAsOnItWithinTheTolerance(double residual, int level) =>
        Assert.Equal(level, RandomCase.DefaultProfile.LevelOf(residual));

    [Fact]
    public void Score_ConditionsInACircle_AreRefused()
    {
        var circle = MakeInstrument() with
        {
            Components = [new("c", "c", 1,
            [
                new("Q1", QuestionKind.Context, YesNo, 1, "Q1", new AnswerIn("Q2", ["yes"])),
                new("Q2", QuestionKind.Exposure, YesNo, 1, "Q2", new AnswerIn("Q1", ["yes"])),
            ])],
            Gates = [],
        };

        Assert.Throws<ArgumentException>(() => new ScoringModel(circle, RandomCase.DefaultProfile));
    }

    [Fact]
    public void Score_ComponentsTiedExceptForRounding_GivesTheMaximumToTheFirst()
    {
        var scale = new Scale("s", [new("v", 0.75, null, "v")]);
        var tied = new Instrument("gelijk", "1", InstrumentStatus.Unofficial, "Gelijk")
        {
            Components =
            [
                new("c0", "c0", 1, [new("A", QuestionKind.Exposure, scale, 1, "A"), new("B", QuestionKind.Exposure, scale, 0.1, "B")]),
                new("c1", "c1", 1, [new("C", QuestionKind.Exposure, scale, 1, "C")]),
            ],
        };
        var answers = tied.TaskQuestions.ToDictionary(question => question.Id, _ => new Answer("v"));
        var score = new ScoringModel(tied, RandomCase.DefaultProfile).Score(new("t", "t", answers), new Dictionary<string, Answer>(), RandomCase.Day);

        Assert.Equal(0.75 * 0.2, score.Contributions.Single(part => part.QuestionId == "C").Value, 1e-12);
    }

    private static QuestionState StateOf(string question, params (string Id, string Value)[] answers) =>
        Score(answers).Trace.Single(trace => trace.QuestionId == question).State;

    private static TaskScore Score(params (string Id, string Value)[] answers) => Score(RandomCase.Day, answers);

    private static TaskScore Score(DateOnly on, params (string Id, string Value)[] answers) =>
        new ScoringModel(MakeInstrument(), RandomCase.DefaultProfile).Score(
            new("t", "t", answers.ToDictionary(pair => pair.Id, pair => new Answer(pair.Value, Motivation: "omdat"))), new Dictionary<string, Answer>(), on);

    private static Instrument MakeInstrument() => new("proef", "1", InstrumentStatus.Unofficial, "Proef")
    {
        Components = [new("c", "c", 1,
        [
            new("Q1", QuestionKind.Context, YesNo, 1, "Q1"),
            new("Q2", QuestionKind.Exposure, YesNo, 1, "Q2", new AnswerIn("Q1", ["part", "yes"])),
            new("Q3", QuestionKind.Exposure, YesNo, 1, "Q3"),
            new("G", QuestionKind.Safeguard, YesNo, 1, "G"),
        ])],
        Severity = [new("S1", QuestionKind.Severity, Gravity, 1, "S1"), new("S2", QuestionKind.Severity, Gravity, 1, "S2")],
        Gates = [new("G1", "G1", [], new AnswerIn("Q1", ["yes"]), RiskClass.Critical, RiskClass.High, false)
        {
            ValidFrom = new(2026, 1, 1),
            ValidUntil = new(2026, 12, 31),
        }],
    };
}
