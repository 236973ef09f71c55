using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Benchmarks;

/// <summary>An instrument of 60 scored questions in four components with conditions and gates, and random answers to it; seed 20261122.</summary>
internal static class SyntheticCase
{
    public const int Seed = 20261122;

    private static readonly Scale Degree = new("degree", [Option("never", 0), Option("sometimes", 0.5), Option("always", 1)]);
    private static readonly Scale Gravity = new("gravity", [.. Enumerable.Range(1, 4).Select(level => new AnswerOption($"g{level}", null, level, $"{level}"))]);

    public static DateOnly Day { get; } = new(2026, 11, 22);

    public static ComputedProfile Profile { get; } = new(
        "default",
        "1",
        0.5,
        0.6,
        [0.5, 0.7, 0.9, 1.0],
        [0.25, 0.5, 0.75],
        new(
        [
            [RiskClass.Low, RiskClass.Low, RiskClass.Low, RiskClass.Medium],
            [RiskClass.Low, RiskClass.Low, RiskClass.Medium, RiskClass.High],
            [RiskClass.Low, RiskClass.Medium, RiskClass.High, RiskClass.Critical],
            [RiskClass.Medium, RiskClass.High, RiskClass.Critical, RiskClass.Critical],
        ]),
        new(1000, Seed));

    public static ScoringModel MakeModel() => new(MakeInstrument(), Profile);

    public static PublicTask MakeTask(Instrument instrument, Random random, int number) => new(
        $"taak{number}",
        $"Taak {number}",
        instrument.TaskQuestions.ToDictionary(question => question.Id, question => AnswerTo(question, random)));

    private static Instrument MakeInstrument() => new("synthetisch", "1", InstrumentStatus.Unofficial, "Synthetisch")
    {
        Components = [.. Enumerable.Range(0, 4).Select(c => new InstrumentComponent($"part{c}", $"Onderdeel {c}", 1, [.. Enumerable.Range(0, 15).Select(q => MakeQuestion(c, q))]))],
        Severity = [.. Enumerable.Range(0, 4).Select(s => new Question($"S{s}", QuestionKind.Severity, Gravity, 1, $"Ernst {s}"))],
        Gates = [.. Enumerable.Range(0, 10).Select(g => new Gate($"G{g}", "Drempel", [], new AllOf([new AnswerIn($"Q{g % 4}-1", ["always"]), new NotOf(new AnswerIn($"Q{g % 4}-2", ["never"]))]), RiskClass.High, RiskClass.Medium, false))],
    };

    private static Question MakeQuestion(int component, int number) => new(
        $"Q{component}-{number}",
        number % 3 == 2 ? QuestionKind.Safeguard : QuestionKind.Exposure,
        Degree,
        1 + (number % 3),
        "Vraag",
        number % 5 == 4 ? new AnswerIn($"Q{component}-0", ["sometimes", "always"]) : null);

    private static Answer AnswerTo(Question question, Random random) => random.Next(6) == 0
        ? new Answer(Answer.Unknown)
        : new Answer(question.Scale.Options[random.Next(question.Scale.Options.Count)].Id, question.Kind == QuestionKind.Safeguard ? (EvidenceGrade)random.Next(4) : null);

    private static AnswerOption Option(string id, double value) => new(id, value, null, id);
}
