using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Scoring;

/// <summary>Answers by trying everything with the public scoring function only.</summary>
internal static class BruteForce
{
    public static (int Size, IReadOnlyList<double> Residuals) Counterfactuals(RandomCase random)
    {
        var start = random.Score;
        if (start.Residual is null || start.Class.Working is null or RiskClass.Low)
        {
            return (0, []);
        }

        var states = start.Trace.ToDictionary(trace => trace.QuestionId, trace => trace.State);
        var changes = random.Instrument.Components.SelectMany(part => part.Questions)
            .Where(question => question.Kind is QuestionKind.Exposure or QuestionKind.Safeguard && states[question.Id] != QuestionState.Removed)
            .SelectMany(question => question.Scale.Options
                .Where(option => option.Id != random.Task.Answers.GetValueOrDefault(question.Id)?.Value)
                .Select(option => (question.Id, Answer: new Answer(option.Id, random.Task.Answers.GetValueOrDefault(question.Id)?.Evidence))))
            .ToList();
        for (var size = 1; size <= 3; size++)
        {
            var found = Sets(changes, size)
                .Select(set => random.Model.Score(random.Task with { Answers = With(random.Task.Answers, set) }, random.Body, RandomCase.Day))
                .Where(score => score.Residual is not null && score.Class.Working < start.Class.Working)
                .Select(score => score.Residual!.Value.High)
                .Order()
                .Take(5)
                .ToList();
            if (found.Count > 0)
            {
                return (size, found);
            }
        }

        return (0, []);
    }

    public static double NextBestNarrowing(RandomCase random)
    {
        var start = random.Score;
        if (start.Residual is not { } range)
        {
            return 0;
        }

        return start.Trace.Where(trace => trace.State == QuestionState.Open)
            .Select(trace => random.Instrument.AllQuestions.Single(question => question.Id == trace.QuestionId))
            .Where(question => random.Instrument.TaskQuestions.Contains(question))
            .Select(question => question.Scale.Options.Min(option => range.Width - (random.ScoreWith(question.Id, new(option.Id)).Residual?.Width ?? range.Width)))
            .DefaultIfEmpty(0)
            .Max();
    }

    public static IEnumerable<IReadOnlyList<T>> Subsets<T>(IReadOnlyList<T> items) =>
        Enumerable.Range(0, 1 << items.Count).Select(bits => (IReadOnlyList<T>)[.. items.Where((_, i) => (bits & (1 << i)) != 0)]);

    private static IEnumerable<List<(string Id, Answer Answer)>> Sets(List<(string Id, Answer Answer)> changes, int size, int from = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = from; i < changes.Count; i++)
        {
            foreach (var rest in Sets(changes, size - 1, i + 1).Where(rest => rest.TrueForAll(change => change.Id != changes[i].Id)))
            {
                yield return [changes[i], .. rest];
            }
        }
    }

    private static Dictionary<string, Answer> With(IReadOnlyDictionary<string, Answer> answers, IEnumerable<(string Id, Answer Answer)> changes)
    {
        var copy = answers.ToDictionary();
        foreach (var (id, answer) in changes)
        {
            copy[id] = answer;
        }

        return copy;
    }
}
