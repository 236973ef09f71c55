using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Scoring;

/// <summary>The worked example of the scoring model (§6), to 12 decimals.</summary>
public sealed class WorkedExampleTests
{
    private static readonly TaskScore Score = new ScoringModel(MakeInstrument(), RandomCase.DefaultProfile)
        .Score(new PublicTask("taak", "Taak", MakeAnswers()), new Dictionary<string, Answer>(), RandomCase.Day);

    [Theory]
    [InlineData("regulation", 0.210, 0.210)]
    [InlineData("policy", 0.400, 0.400)]
    [InlineData("discretion", 0.700, 0.700)]
    [InlineData("process", 0.31875, 0.53125)]
    public void Score_WorkedExample_GivesComponentResidual(string component, double low, double high)
    {
        var residual = Score.Components.Single(part => part.ComponentId == component).Residual!.Value;

        Assert.Equal(low, residual.Low, 1e-12);
        Assert.Equal(high, residual.High, 1e-12);
    }

    [Fact]
    public void Score_WorkedExample_GivesResidualOfTask()
    {
        Assert.Equal(0.582875, Score.Residual!.Value.Low, 1e-12);
        Assert.Equal(0.604125, Score.Residual!.Value.High, 1e-12);
    }

    [Fact]
    public void Score_WorkedExample_IsHighWhateverTheOpenAnswerTurnsOutToBe()
    {
        Assert.Equal(new LevelRange(3, 3), Score.Likelihood);
        Assert.Equal(new ClassRange(RiskClass.High, RiskClass.High), Score.Class);
    }

    [Fact]
    public void Score_WorkedExample_ContributionsAddUpToHighEnd() =>
        Assert.Equal(Score.Residual!.Value.High, Score.Contributions.Sum(part => part.Value), 1e-12);

    private static Instrument MakeInstrument() => new("voorbeeld", "1", InstrumentStatus.Unofficial, "Voorbeeld")
    {
        Components =
        [
            Part("regulation", "R1", 0.30, 0.60),
            Part("policy", "P1", 0.50, 0.40),
            Part("discretion", "D1", 0.80, 0.25),
            new("process", "process", 1,
            [
                Exposure("W1", 0.75), Exposure("W2", 0.50), Exposure("W3", 0.25), new("W4", QuestionKind.Exposure, Share(0, 1), 1, "W4"), Safeguard("W5", 0.30),
            ]),
        ],
        Severity = [new("S1", QuestionKind.Severity, new("gravity", [new("grave", null, 3, "ernstig")]), 1, "S1")],
    };

    private static InstrumentComponent Part(string id, string question, double exposure, double safeguard) =>
        new(id, id, 1, [Exposure(question, exposure), Safeguard(question + "s", safeguard)]);

    private static Question Exposure(string id, double value) => new(id, QuestionKind.Exposure, Share(value), 1, id);

    private static Question Safeguard(string id, double value) => new(id, QuestionKind.Safeguard, Share(value), 1, id);

    private static Scale Share(params double[] values) =>
        new("share", [.. values.Select((value, i) => new AnswerOption($"o{i}", value, null, $"o{i}"))]);

    private static Dictionary<string, Answer> MakeAnswers() => MakeInstrument().TaskQuestions
        .Where(question => question.Id != "W4")
        .ToDictionary(
            question => question.Id,
            question => question.Kind == QuestionKind.Severity ? new Answer("grave") : new Answer("o0", question.Kind == QuestionKind.Safeguard ? EvidenceGrade.E3 : null));
}
