using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests;

/// <summary>A small random instrument, profile and answers, the same for the same seed.</summary>
internal sealed class RandomCase
{
    private readonly Random random;

    public RandomCase(int seed, bool withConditions = true)
    {
        random = new Random(seed);
        Instrument = MakeInstrument(withConditions);
        Profile = MakeProfile();
        Model = new ScoringModel(Instrument, Profile);
        Task = new PublicTask("taak", "Taak", AnswersFor(Instrument.TaskQuestions));
        Body = AnswersFor(Instrument.BodyQuestions);
    }

    public static DateOnly Day { get; } = new(2026, 6, 1);

    public Instrument Instrument { get; }

    public ComputedProfile Profile { get; }

    public ScoringModel Model { get; }

    public PublicTask Task { get; }

    public IReadOnlyDictionary<string, Answer> Body { get; }

    public TaskScore Score => Model.Score(Task, Body, Day);

    public static RiskMatrix DefaultMatrix { get; } = new(
    [
        [RiskClass.Low, RiskClass.Low, RiskClass.Low, RiskClass.Medium],
        [RiskClass.Low, RiskClass.Low, RiskClass.Medium, RiskClass.High],
        [RiskClass.Low, RiskClass.Medium, RiskClass.High, RiskClass.Critical],
        [RiskClass.Medium, RiskClass.High, RiskClass.Critical, RiskClass.Critical],
    ]);

    public static ComputedProfile DefaultProfile { get; } =
        new("default", "1", 0.5, 0.6, [0.5, 0.7, 0.9, 1.0], [0.25, 0.5, 0.75], DefaultMatrix, new(1000, 20261122));

    public TaskScore ScoreWith(string question, Answer? answer)
    {
        var answers = new Dictionary<string, Answer>(Task.Answers);
        answers.Remove(question);
        if (answer is not null)
        {
            answers[question] = answer;
        }

        return Model.Score(Task with { Answers = answers }, Body, Day);
    }

    /// <summary>Ids of the questions that no condition and no gate looks at.</summary>
    public IEnumerable<Question> Unread()
    {
        var read = Instrument.AllQuestions.SelectMany(question => question.When?.Questions ?? [])
            .Concat(Instrument.Gates.SelectMany(gate => gate.When.Questions)).ToHashSet();
        return Instrument.Components.SelectMany(component => component.Questions).Where(question => !read.Contains(question.Id));
    }

    public T Pick<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];

    private Instrument MakeInstrument(bool withConditions)
    {
        var earlier = new List<Question>();
        var culture = new InstrumentComponent("culture", "Cultuur", 1, [Ask("K1", QuestionKind.Context, earlier, false), Ask("K2", QuestionKind.Context, earlier, false)]);
        var components = Enumerable.Range(1, random.Next(1, 4)).Select(c => new InstrumentComponent(
            $"part{c}",
            $"Onderdeel {c}",
            random.Next(3) == 0 ? 2 : 1,
            [.. Enumerable.Range(1, random.Next(2, 5)).Select(q => Ask($"Q{c}{q}", (QuestionKind)random.Next(3), earlier, withConditions))])).ToList();
        var severity = Enumerable.Range(1, random.Next(0, 3)).Select(s => Ask($"S{s}", QuestionKind.Severity, earlier, withConditions)).ToList();
        return new Instrument("proef", "1", InstrumentStatus.Unofficial, "Proef")
        {
            CrossCutting = [culture],
            Components = components,
            Severity = severity,
            Gates = withConditions ? [.. Enumerable.Range(1, random.Next(0, 3)).Select(g => MakeGate(g, earlier))] : [],
        };
    }

    private Question Ask(string id, QuestionKind kind, List<Question> earlier, bool withConditions)
    {
        var options = Enumerable.Range(0, random.Next(2, 5))
            .Select(o => new AnswerOption($"o{o}", kind == QuestionKind.Severity ? null : random.Next(5) / 4.0, kind == QuestionKind.Severity ? random.Next(1, 5) : null, $"o{o}"))
            .ToList();
        var when = withConditions && earlier.Count > 0 && random.Next(4) == 0 ? MakeCondition(earlier, 2) : null;
        var question = new Question(id, kind, new Scale($"scale-{id}", options), random.Next(1, 4), id, when);
        earlier.Add(question);
        return question;
    }

    private Gate MakeGate(int number, List<Question> questions) => new(
        $"G{number}", "Drempel", [], MakeCondition(questions, 2), (RiskClass)random.Next(1, 4), random.Next(2) == 0 ? null : (RiskClass)random.Next(1, 4), false);

    private Condition MakeCondition(List<Question> questions, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            var question = Pick(questions);
            return new AnswerIn(question.Id, [.. question.Scale.Options.Where(_ => random.Next(2) == 0).Select(option => option.Id).DefaultIfEmpty("o0")]);
        }

        return random.Next(3) switch
        {
            0 => new AllOf([MakeCondition(questions, depth - 1), MakeCondition(questions, depth - 1)]),
            1 => new AnyOf([MakeCondition(questions, depth - 1), MakeCondition(questions, depth - 1)]),
            _ => new NotOf(MakeCondition(questions, depth - 1)),
        };
    }

    private ComputedProfile MakeProfile() =>
        random.Next(2) == 0 ? DefaultProfile : DefaultProfile with { Kappa = random.NextDouble(), Lambda = random.NextDouble() };

    private Dictionary<string, Answer> AnswersFor(IEnumerable<Question> questions)
    {
        var answers = new Dictionary<string, Answer>();
        foreach (var question in questions)
        {
            var answer = random.Next(8) switch
            {
                0 => null,
                1 => new Answer(Answer.Unknown),
                2 when random.Next(2) == 0 => new Answer(Answer.NotApplicable, Motivation: "bestaat niet"),
                _ => new Answer(Pick(question.Scale.Options).Id, question.Kind == QuestionKind.Safeguard ? (EvidenceGrade)random.Next(4) : null),
            };
            if (answer is not null)
            {
                answers[question.Id] = answer;
            }
        }

        return answers;
    }
}
