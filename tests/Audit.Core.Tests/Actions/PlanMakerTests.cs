using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Core.Tests.Scoring;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Actions;

[Properties(MaxTest = 200)]
public sealed class PlanMakerTests
{
    private static readonly MeasureDescription Nobody = new("doel", "doelgroep", "rol", "rol", "indicator");

    [Property]
    public void Make_RandomCase_IsTheCheapestOfAllSubsets(int seed)
    {
        var random = new RandomCase(seed);
        var measures = MakeMeasures(random, seed);
        var plan = new PlanMaker(random.Model, measures, RiskClass.Medium).Make(random.Task, random.Body, RandomCase.Day);
        var subsets = BruteForce.Subsets(measures).Select(subset => (Measures: subset, Score: ScoreAfter(random, subset))).ToList();
        var reaching = subsets.Where(pair => pair.Score.Class.Working <= RiskClass.Medium).ToList();
        if (random.Score.Class.Working is null or <= RiskClass.Medium)
        {
            Assert.Empty(plan.Measures);
        }
        else if (reaching.Count > 0)
        {
            var best = reaching.Min(pair => (pair.Measures.Sum(measure => measure.Effort), pair.Measures.Count, Math.Round(pair.Score.Residual?.High ?? 0, 10)));
            Assert.True(plan.TargetReached);
            Assert.Equal(best, (plan.Measures.Sum(planned => planned.Measure.Effort), plan.Measures.Count, Math.Round(plan.ResidualAfter?.High ?? 0, 10)));
        }
        else
        {
            var lowest = subsets.Min(pair => (pair.Score.Class.Working, Math.Round(pair.Score.Residual?.High ?? 0, 10)));
            Assert.False(plan.TargetReached);
            Assert.Equal(lowest, (plan.After.Working, Math.Round(plan.ResidualAfter?.High ?? 0, 10)));
        }
    }

    [Property]
    public void Make_RandomCase_ForecastIsTheScoreWithTheEffectsApplied(int seed)
    {
        var random = new RandomCase(seed);
        var plan = new PlanMaker(random.Model, MakeMeasures(random, seed), RiskClass.Low).Make(random.Task, random.Body, RandomCase.Day);
        var done = new List<Measure>();
        foreach (var planned in plan.Measures)
        {
            done.Add(planned.Measure);
            var after = ScoreAfter(random, done).Residual?.High;
            Assert.Equal(after ?? -1, planned.ResidualHighAfter ?? -1, 1e-12);
            Assert.NotEmpty(planned.Because);
        }

        Assert.Equal(ScoreAfter(random, done).Class, plan.After);
    }

    [Property]
    public void Find_ByBranchAndBound_IsAsCheapAsTryingEverySet(int seed)
    {
        var random = new RandomCase(seed, withConditions: false);
        var sheet = AnswerSheet.From(random.Model.Table, random.Task.Answers, random.Body);
        var moves = new MeasureMoves(random.Model, sheet, MakeMeasures(random, seed));
        var everySet = new PlanSearch(random.Model, moves, RandomCase.Day, RiskClass.Medium);
        var bounded = new PlanSearch(random.Model, moves, RandomCase.Day, RiskClass.Medium, exhaustiveUpTo: 0);
        var (expected, actual) = (everySet.Find(), bounded.Find());
        if (bounded.ProvenLeast)
        {
            Assert.Equal(expected, actual);
        }
        else
        {
            // Cut off or not on target: never worse than doing nothing, and no dearer than needed for the same result.
            var measures = (int[] set) => set.Select(i => moves.Measures[i]).ToList();
            Assert.Equal(ScoreAfter(random, measures(expected)).Class, ScoreAfter(random, measures(actual)).Class);
        }
    }

    /// <summary>Effects applied by the text of the contract, question by question.</summary>
    private static TaskScore ScoreAfter(RandomCase random, IEnumerable<Measure> measures)
    {
        var answers = random.Task.Answers.ToDictionary();
        foreach (var group in measures.SelectMany(measure => measure.Effects).GroupBy(effect => effect.QuestionId))
        {
            var question = random.Instrument.TaskQuestions.Single(candidate => candidate.Id == group.Key);
            var today = random.Task.Answers.GetValueOrDefault(group.Key);
            if (today?.Value == Answer.NotApplicable)
            {
                continue;
            }

            var kept = today is { IsOption: true } ? (int)(today.Evidence ?? 0) : 0;

            var candidates = group.Select(effect => new Answer(
                effect.To,
                question.Kind == QuestionKind.Safeguard ? (EvidenceGrade)Math.Max(kept, (int)(effect.Evidence ?? 0)) : null));
            var best = candidates.MinBy(answer => (Risk(random, question, answer), question.IndexOf(answer.Value)))!;
            if (today is not { IsOption: true } || Risk(random, question, best) < Risk(random, question, today))
            {
                answers[group.Key] = best;
            }
        }

        return random.Model.Score(random.Task with { Answers = answers }, random.Body, RandomCase.Day);
    }

    private static double Risk(RandomCase random, Question question, Answer answer)
    {
        var value = question.Scale.Options[question.IndexOf(answer.Value)].Value!.Value;
        return question.Kind == QuestionKind.Exposure ? value : -value * random.Profile.FactorOf(answer.Evidence);
    }

    private static List<Measure> MakeMeasures(RandomCase random, int seed)
    {
        var scored = random.Instrument.Components.SelectMany(part => part.Questions)
            .Where(question => question.Kind is QuestionKind.Exposure or QuestionKind.Safeguard).ToList();
        var dice = new Random(seed);
        return scored.Count == 0 ? [] : [.. Enumerable.Range(1, dice.Next(1, 8)).Select(m => new Measure(
            $"M{m}",
            "part1",
            $"Maatregel {m}",
            Nobody,
            dice.Next(1, 6),
            30,
            [.. Enumerable.Range(0, dice.Next(1, 4)).Select(_ => EffectOn(random.Pick(scored), dice)).DistinctBy(effect => effect.QuestionId)]))];
    }

    private static MeasureEffect EffectOn(Question question, Random dice) => new(
        question.Id,
        question.Scale.Options[dice.Next(question.Scale.Options.Count)].Id,
        question.Kind == QuestionKind.Safeguard && dice.Next(2) == 0 ? (EvidenceGrade)dice.Next(4) : null);
}
