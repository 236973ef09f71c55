using Audit.Core.Assessments;
using Audit.Core.Review;
using Audit.Core.Scoring;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Review;

/// <summary>The questions that an auditor can rate, and the draw of a sample.</summary>
[Properties(MaxTest = 200)]
public sealed class RatingSampleTests
{
    [Property]
    public void Draw_SameSeed_DrawsTheSameInWhateverOrder(int seed)
    {
        var (pool, size) = Random(seed);
        var shuffled = pool.ToArray();
        new Random(~seed).Shuffle(shuffled);

        Assert.Equal(RatingSample.Draw(pool, size, seed), RatingSample.Draw(pool, size, seed));
        Assert.Equal(RatingSample.Draw(pool, size, seed).ToHashSet(), RatingSample.Draw(shuffled, size, seed).ToHashSet());
    }

    [Property]
    public void Draw_AnyPool_DrawsThatManyDifferentOnesOfIt(int seed)
    {
        var (pool, size) = Random(seed);
        var drawn = RatingSample.Draw(pool, size, seed);

        Assert.Equal(size, drawn.Distinct().Count());
        Assert.Equal(pool.Where(drawn.Contains), drawn);
    }

    [Property]
    public void Draw_AnyPool_TakesFromEveryComponentInProportion(int seed)
    {
        var (pool, size) = Random(seed);
        var drawn = RatingSample.Draw(pool, size, seed).CountBy(place => place.ComponentId).ToDictionary();
        var there = pool.CountBy(place => place.ComponentId).ToDictionary();
        int Of(string component) => drawn.GetValueOrDefault(component);

        Assert.True(size < there.Count || drawn.Count == there.Count, "a component was left out");
        foreach (var (more, fewer) in from a in there.Keys from b in there.Keys where there[a] > there[b] select (a, b))
        {
            Assert.True(Of(more) >= Of(fewer), $"{there[more]} questions gave {Of(more)}, {there[fewer]} gave {Of(fewer)}");
        }

        // Moving one draw elsewhere never comes closer to proportion (Webster), but for the one that each gets anyway.
        foreach (var (from, to) in from a in there.Keys from b in there.Keys where Of(a) > 1 && Of(b) < there[b] select (a, b))
        {
            Assert.True(there[from] / (Of(from) - 0.5) >= there[to] / (Of(to) + 0.5) - 1e-9);
        }
    }

    [Fact]
    public void Draw_KnownSizes_DividesByHighestAverages()
    {
        var pool = Pool(("a", 60), ("b", 30), ("c", 9), ("d", 1));
        var drawn = RatingSample.Draw(pool, 20, 7).CountBy(place => place.ComponentId).ToDictionary();

        Assert.Equal(new Dictionary<string, int> { ["a"] = 11, ["b"] = 6, ["c"] = 2, ["d"] = 1 }, drawn);
    }

    [Fact]
    public void Draw_ManySeeds_GivesEveryQuestionOfAComponentAChance()
    {
        var pool = Pool(("a", 10), ("b", 10));
        var counts = Enumerable.Range(0, 2000).SelectMany(seed => RatingSample.Draw(pool, 4, seed)).CountBy(place => place).ToDictionary();

        Assert.Equal(pool.Count, counts.Count);
        // Expected 400 each with a standard deviation of 18.
        Assert.All(counts.Values, count => Assert.InRange(count, 310, 490));
    }

    [Fact]
    public void Draw_MoreThanThereIsOrTwiceTheSame_IsRefused()
    {
        var pool = Pool(("a", 3));

        Assert.Throws<ArgumentOutOfRangeException>(() => RatingSample.Draw(pool, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingSample.Draw(pool, -1, 1));
        Assert.Throws<ArgumentException>(() => RatingSample.Draw([.. pool, pool[0]], 2, 1));
        Assert.Empty(RatingSample.Draw(pool, 0, 1));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(12, 12)]
    [InlineData(20, 20)]
    [InlineData(100, 20)]
    [InlineData(101, 21)]
    [InlineData(500, 100)]
    public void DefaultSize_IsAFifthAtLeastTwentyAtMostAll(int available, int expected) => Assert.Equal(expected, RatingSample.DefaultSize(available));

    [Property]
    public void Applicable_AnyCase_LeavesOutWhatCertainlyDoesNotApply(int seed)
    {
        var sample = new RandomCase(seed);
        var assessment = new Assessment(sample.Instrument.Id, sample.Instrument.Version, new("Gemeente Voorbeeldstad"), [sample.Task], sample.Body);
        var score = sample.Model.Score(sample.Task, sample.Body, RandomCase.Day);
        var places = RatingSample.Applicable(sample.Model, assessment, RandomCase.Day);

        Assert.Equal(places.Count, places.Distinct().Count());
        foreach (var question in sample.Instrument.TaskQuestions)
        {
            var isRemoved = score.Trace.Single(trace => trace.QuestionId == question.Id).State == QuestionState.Removed;
            var isCalledNotApplicable = sample.Task.Answers.GetValueOrDefault(question.Id)?.Value == Answer.NotApplicable;
            var place = new RatingPlace(sample.Task.Id, sample.Instrument.ComponentOf(question.Id)?.Id ?? RatingPlace.Severity, question.Id);
            Assert.Equal(!isRemoved || isCalledNotApplicable, places.Contains(place));
        }
    }

    private static List<RatingPlace> Pool(params (string Component, int Count)[] parts) =>
        [.. parts.SelectMany(part => Enumerable.Range(1, part.Count).Select(number => new RatingPlace("taak", part.Component, $"{part.Component}{number}")))];

    private static (List<RatingPlace> Pool, int Size) Random(int seed)
    {
        var random = new Random(seed);
        var pool = Pool([.. Enumerable.Range(0, random.Next(1, 7)).Select(number => ($"c{number}", random.Next(1, 25)))]);
        return (pool, random.Next(0, pool.Count + 1));
    }
}
