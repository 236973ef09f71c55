using Audit.Core.Scoring;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Scoring;

[Properties(MaxTest = 200)]
public sealed class InsightsTests
{
    [Property]
    public void Counterfactuals_RandomCase_AreTheFiveBestOfTheSmallestSize(int seed)
    {
        var random = new RandomCase(seed);
        var (size, expected) = BruteForce.Counterfactuals(random);
        var actual = Insights.Of(random.Model, random.Task, random.Body, RandomCase.Day).Counterfactuals;

        Assert.Equal(expected.Count, actual.Count);
        Assert.All(actual, set => Assert.Equal(size, set.Changes.Count));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second.ResidualHigh, 1e-12));
    }

    [Property]
    public void Counterfactuals_RandomCase_DoWhatTheySay(int seed)
    {
        var random = new RandomCase(seed);
        foreach (var set in Insights.Of(random.Model, random.Task, random.Body, RandomCase.Day).Counterfactuals)
        {
            var answers = random.Task.Answers.ToDictionary();
            foreach (var change in set.Changes)
            {
                answers[change.QuestionId] = new(change.To, answers.GetValueOrDefault(change.QuestionId)?.Evidence);
            }

            var score = random.Model.Score(random.Task with { Answers = answers }, random.Body, RandomCase.Day);
            Assert.Equal(set.Class, score.Class.Working);
            Assert.Equal(set.ResidualHigh, score.Residual!.Value.High, 1e-12);
            Assert.True(score.Class.Working < random.Score.Class.Working);
        }
    }

    [Property]
    public void NextBestQuestion_RandomCase_HasTheLargestGuaranteedNarrowing(int seed)
    {
        var random = new RandomCase(seed, withConditions: false);
        var next = Insights.Of(random.Model, random.Task, random.Body, RandomCase.Day).NextBestQuestion;
        var expected = BruteForce.NextBestNarrowing(random);

        Assert.Equal(expected > 1e-12 ? expected : 0, next?.Narrowing ?? 0, 1e-12);
    }

    [Property]
    public void Robustness_RandomCase_IsAShareAndTheSameEveryTime(int seed)
    {
        var random = new RandomCase(seed);
        var first = Insights.Of(random.Model, random.Task, random.Body, RandomCase.Day).Robustness;

        Assert.Equal(first, Insights.Of(random.Model, random.Task, random.Body, RandomCase.Day).Robustness);
        Assert.Equal(random.Score.Residual is null, first is null);
        Assert.True(first is null or { SameClass: >= 0 and <= 1, Draws: 1000 });
    }

    [Fact]
    public void SplitMix64_Uniform_IsUniform()
    {
        var stream = SplitMix64.StreamOf(20261122, "question:D1");
        var values = Enumerable.Range(0, 100_000).Select(n => SplitMix64.Uniform(stream, n)).ToList();

        Assert.All(values, value => Assert.InRange(value, 0, 0.9999999999999999));
        Assert.InRange(values.Average(), 0.495, 0.505);
        Assert.InRange(values.Count(value => value < 0.1) / 100_000.0, 0.095, 0.105);
        Assert.NotEqual(stream, SplitMix64.StreamOf(20261122, "question:D2"));
    }
}
