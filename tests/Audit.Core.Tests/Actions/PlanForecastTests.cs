using Audit.Core.Actions;
using Audit.Core.Instruments;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Actions;

[Properties(MaxTest = 200)]
public sealed class PlanForecastTests
{
    [Property]
    public void Of_AnyChoice_IsTheScoreWithTheEffectsApplied(int seed)
    {
        var random = new PlanCase(seed);
        var chosen = random.Measures.Where(_ => random.Roll(2) == 0).ToList();
        var forecast = PlanForecast.Of(random.Basis, chosen);
        var (before, after) = (random.Random.Score, random.ScoreAfter(chosen));
        Assert.Equal((before.Class, after.Class), (forecast.Before, forecast.After));
        Close(before.Residual?.High, forecast.ResidualBefore?.High);
        Close(after.Residual?.Low, forecast.ResidualAfter?.Low);
        Close(after.Residual?.High, forecast.ResidualAfter?.High);
        foreach (var (measure, part) in chosen.Zip(forecast.Measures))
        {
            var without = random.ScoreAfter(chosen.Where(other => other != measure));
            Assert.Equal((measure.Id, without.Class.Working), (part.MeasureId, part.ClassWithout));
            Close(random.ScoreAfter([measure]).Residual?.High, part.ResidualHighAlone);
            Close(without.Residual?.High, part.ResidualHighWithout);
            var states = without.Gates.ToDictionary(gate => gate.Gate.Id, gate => gate.State);
            var lifted = after.Gates.Where(gate => gate.State == Core.Scoring.Truth.False && states[gate.Gate.Id] != Core.Scoring.Truth.False).Select(gate => gate.Gate.Id);
            Assert.Equal(lifted, part.GatesLifted);
        }
    }

    [Property]
    public void Adding_AnyMeasureThatIsNotChosen_IsTheScoreWithItAdded(int seed)
    {
        var random = new PlanCase(seed);
        var chosen = random.Measures.Where(_ => random.Roll(2) == 0).ToList();
        var added = PlanForecast.Adding(random.Basis, chosen, random.Measures);
        Assert.Equal(random.Measures.Except(chosen), added.Select(part => part.Measure));
        foreach (var part in added)
        {
            var score = random.ScoreAfter([.. chosen, part.Measure]);
            Assert.Equal(score.Class.Working, part.Class);
            Close(score.Residual?.High, part.ResidualHigh);
        }
    }

    [Fact]
    public void Of_TheSameMeasureTwice_CountsOnce()
    {
        var random = new PlanCase(7);
        var twice = PlanForecast.Of(random.Basis, [.. random.Measures, .. random.Measures]);
        Assert.Equal(PlanForecast.Of(random.Basis, random.Measures).Measures.Count, twice.Measures.Count);
    }

    [Theory]
    [InlineData("Het team bespreekt dit open (zie M-OC-8 en M-OC-9).", "M-OC-9")]
    [InlineData("De e-mail van het WK-team doet er niet toe.", "")]
    [InlineData(null, "")]
    public void MissingOf_PreconditionThatNamesMeasures_NamesThoseNotChosen(string? text, string expected)
    {
        var measure = new PlanCase(7).Measures[0] with { Precondition = text is null ? null : new LocalizedText(text) };
        Assert.Equal(expected, string.Join(' ', Preconditions.MissingOf(measure, new HashSet<string> { "M-OC-8" })));
    }

    private static void Close(double? expected, double? actual) => Assert.Equal(expected ?? -1, actual ?? -1, 1e-12);
}
