using Audit.Core.Actions;
using Audit.Core.Actions.Planning;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Core.Tests.Scoring;

namespace Audit.Core.Tests.Actions;

/// <summary>A random case with a random catalogue, and what every set of measures brings according to the public scoring function only.</summary>
internal sealed class PlanCase
{
    private static readonly MeasureDescription Nobody = new("doel", "doelgroep", "rol", "rol", "indicator");

    private readonly Random dice;
    private IReadOnlyList<Outcome>? outcomes;

    public PlanCase(int seed, bool withConditions = true, int most = 7)
    {
        dice = new Random(seed);
        Random = new RandomCase(seed, withConditions);
        Scored = [.. Random.Instrument.Components.SelectMany(part => part.Questions).Where(question => question.Kind is QuestionKind.Exposure or QuestionKind.Safeguard)];
        Measures = Scored.Count == 0 ? [] : [.. Enumerable.Range(1, dice.Next(1, most + 1)).Select(MakeMeasure)];
    }

    /// <summary>A set of measures with what it costs and brings.</summary>
    public sealed record Outcome(IReadOnlyList<Measure> Measures, RiskClass? Class, double ResidualHigh)
    {
        public int Effort => Measures.Sum(measure => measure.Effort);

        /// <summary>Class and R.hi, compared as the plan does.</summary>
        public (int Class, double ResidualHigh) Result => ((int?)Class ?? -1, Math.Round(ResidualHigh, 10));
    }

    public RandomCase Random { get; }

    public IReadOnlyList<Measure> Measures { get; }

    public PlanBasis Basis => new(Random.Model, Random.Task, Random.Body, RandomCase.Day);

    /// <summary>Every set of measures.</summary>
    public IReadOnlyList<Outcome> Outcomes => outcomes ??= [.. BruteForce.Subsets(Measures).Select(OutcomeOf)];

    private List<Question> Scored { get; }

    public PlanMaker Maker(RiskClass target) => new(Random.Model, Measures, target);

    /// <summary>The search with the non-exhaustive path, however few measures there are.</summary>
    public PlanSearch Bounded() => new(Basis.Try(Measures), exhaustiveUpTo: 0);

    /// <summary>The same catalogue in another order.</summary>
    public IReadOnlyList<Measure> Shuffled()
    {
        var shuffled = Measures.ToArray();
        dice.Shuffle(shuffled);
        return shuffled;
    }

    public int Roll(int below) => dice.Next(below);

    /// <summary>Other tasks with the questions of this case.</summary>
    public IReadOnlyList<PublicTask> Tasks(int count) => [.. Enumerable.Range(1, count).Select(number => new PublicTask(
        $"taak{number}",
        $"Taak {number}",
        Random.Task.Answers.ToDictionary(pair => pair.Key, pair => dice.Next(2) == 0 ? pair.Value : OtherAnswer(pair.Key, pair.Value))))];

    public Outcome OutcomeOf(IReadOnlyList<Measure> measures)
    {
        var score = ScoreAfter(measures);
        return new(measures, score.Class.Working, score.Residual?.High ?? 0);
    }

    public TaskScore ScoreAfter(IEnumerable<Measure> measures) => ScoreAfter(Random.Task, measures);

    /// <summary>Effects applied by the text of the contract, question by question.</summary>
    public TaskScore ScoreAfter(PublicTask task, IEnumerable<Measure> measures)
    {
        var answers = task.Answers.ToDictionary();
        foreach (var group in measures.SelectMany(measure => measure.Effects).GroupBy(effect => effect.QuestionId))
        {
            var question = Scored.Single(candidate => candidate.Id == group.Key);
            var today = task.Answers.GetValueOrDefault(group.Key);
            if (today?.Value == Answer.NotApplicable)
            {
                continue;
            }

            var kept = today is { IsOption: true } ? (int)(today.Evidence ?? 0) : 0;
            var candidates = group.Select(effect => new Answer(
                effect.To,
                question.Kind == QuestionKind.Safeguard ? (EvidenceGrade)Math.Max(kept, (int)(effect.Evidence ?? 0)) : null));
            var best = candidates.MinBy(answer => (Risk(question, answer), question.IndexOf(answer.Value)))!;
            if (today is not { IsOption: true } || Risk(question, best) < Risk(question, today))
            {
                answers[group.Key] = best;
            }
        }

        return Random.Model.Score(task with { Answers = answers }, Random.Body, RandomCase.Day);
    }

    private double Risk(Question question, Answer answer)
    {
        var value = question.Scale.Options[question.IndexOf(answer.Value)].Value!.Value;
        return question.Kind == QuestionKind.Exposure ? value : -value * Random.Profile.FactorOf(answer.Evidence);
    }

    private Answer OtherAnswer(string question, Answer answer)
    {
        var options = Random.Instrument.TaskQuestions.Single(candidate => candidate.Id == question).Scale.Options;
        return answer with { Value = options[dice.Next(options.Count)].Id };
    }

    private Measure MakeMeasure(int number) => new(
        $"M{number}",
        "part1",
        $"Maatregel {number}",
        Nobody,
        dice.Next(1, 6),
        30,
        [.. Enumerable.Range(0, dice.Next(1, 4)).Select(_ => EffectOn(Random.Pick(Scored))).DistinctBy(effect => effect.QuestionId)]);

    private MeasureEffect EffectOn(Question question) => new(
        question.Id,
        question.Scale.Options[dice.Next(question.Scale.Options.Count)].Id,
        question.Kind == QuestionKind.Safeguard && dice.Next(2) == 0 ? (EvidenceGrade)dice.Next(4) : null);
}
