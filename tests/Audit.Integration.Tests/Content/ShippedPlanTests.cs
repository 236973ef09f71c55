using System.Globalization;
using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Xunit;

namespace Audit.Integration.Tests.Content;

/// <summary>Plans for the shipped examples with the shipped measures, and against trying every set of a part of those.</summary>
public sealed class ShippedPlanTests
{
    /// <summary>One more than the plan maker tries set by set.</summary>
    private const int Measures = 13;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") == "1";

    private static readonly int Seed = Environment.GetEnvironmentVariable("AUDIT_TEST_SEED") is { } named ? int.Parse(named, CultureInfo.InvariantCulture) : 20261122;

    private static (Assessment Example, PublicTask Task) Duo =>
        (from example in ShippedContent.Examples from task in example.Tasks where task.Id == "controle-uitwonendenbeurs" select (example, task)).Single();

    [Theory]
    [InlineData(RiskClass.Medium, 22)]
    [InlineData(RiskClass.Low, 50)]
    public void Make_Duo_IsProvenLeast(RiskClass target, int effort)
    {
        var (example, task) = Duo;
        var plan = MakerFor(target).Make(task, example.CrossCutting, example.Date!.Value);
        Assert.Equal((true, true, effort), (plan.TargetReached, plan.ProvenLeast, EffortOf(plan)));
    }

    [Fact]
    public void MakeLargest_AnyExample_IsProvenAndIsWhereTheFrontierEnds()
    {
        foreach (var (example, task) in ShippedContent.Examples.SelectMany(example => example.Tasks.Select(task => (example, task))))
        {
            var maker = MakerFor(RiskClass.Low);
            var plan = maker.MakeLargest(task, example.CrossCutting, example.Date!.Value);
            var end = maker.FrontierOf(task, example.CrossCutting, example.Date.Value).Points[^1];
            Assert.True(plan.ProvenLeast, task.Id);
            Assert.Equal((plan.After.Working, EffortOf(plan)), (end.Class, end.Effort));
        }
    }

    [Fact]
    public void Within_EffortOfTheTargetPlan_ReachesThatClass()
    {
        var (example, task) = Duo;
        var frontier = MakerFor(RiskClass.Low).FrontierOf(task, example.CrossCutting, example.Date!.Value);
        Assert.Equal((RiskClass.High, RiskClass.Medium, RiskClass.Low), (frontier.Within(21).Class, frontier.Within(22).Class, frontier.Within(50).Class));
    }

    [Fact]
    public void Obstacles_ExampleThatCannotReachTheTarget_AreNamed()
    {
        var (example, task) = (from one in ShippedContent.Examples from candidate in one.Tasks where candidate.Id == "passagierscontrole" select (one, candidate)).Single();
        var basis = new PlanBasis(ShippedContent.Model, task, example.CrossCutting, example.Date!.Value);
        var plan = MakerFor(RiskClass.Low).Make(task, example.CrossCutting, basis.On);
        var explanation = PlanExplanation.Of(basis, plan, ShippedContent.Measures);
        Assert.False(plan.TargetReached);
        Assert.NotEmpty(explanation.Obstacles);
        Assert.All(explanation.Choices, choice => Assert.True(choice.Sentences.Count >= 3));
    }

    [Fact]
    public void Plans_PartOfTheCatalogue_AreAsGoodAsTryingEverySet()
    {
        var dice = new Random(Seed);
        var tasks = ShippedContent.Examples.SelectMany(example => example.Tasks.Select(task => (example, task))).ToList();
        var cases = IsLong ? 40 : 2;
        var gaps = Enumerable.Range(0, cases).Select(_ =>
        {
            var measures = ShippedContent.Measures.ToArray();
            dice.Shuffle(measures);
            var (example, task) = tasks[dice.Next(tasks.Count)];
            return GapsOf(new(ShippedContent.Model, task, example.CrossCutting, example.Date!.Value), measures[..Measures], dice.Next(1, 30));
        }).ToList();
        if (IsLong)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: {cases} sets of {Measures} shipped measures: without a gap {gaps.Count(gap => gap.Target <= 1e-9)} (target), {gaps.Count(gap => gap.Budget <= 1e-9)} (budget), {gaps.Count(gap => gap.Largest <= 1e-9)} (largest); worst {gaps.Max(gap => gap.Target):P2}, {gaps.Max(gap => gap.Budget):P2}, {gaps.Max(gap => gap.Largest):P2}"));
        }

        Assert.All(gaps, gap => Assert.True(gap is { Target: <= 0.05, Budget: <= 0.05, Largest: <= 0.05 }, $"seed {Seed}: {gap}"));
    }

    private static (double Target, double Budget, double Largest) GapsOf(PlanBasis basis, Measure[] measures, int budget)
    {
        var sets = Enumerable.Range(0, 1 << measures.Length).Select(bits => SetOf(basis, [.. measures.Where((_, i) => (bits & (1 << i)) != 0)])).ToList();
        var maker = new PlanMaker(basis.Model, measures, RiskClass.Medium);
        var target = maker.Make(basis.Task, basis.Body, basis.On);
        var reaching = sets.Where(set => set.Class <= RiskClass.Medium).Select(set => set.Effort).DefaultIfEmpty(-1).Min();
        var within = maker.FrontierOf(basis.Task, basis.Body, basis.On).Within(budget);
        var largest = maker.MakeLargest(basis.Task, basis.Body, basis.On);
        return (
            reaching <= 0 ? 0 : target.TargetReached ? (EffortOf(target) - reaching) / (double)reaching : double.PositiveInfinity,
            Excess(within.Class, within.ResidualHigh, sets.Where(set => set.Effort <= budget)),
            Excess(largest.After.Working, largest.ResidualAfter!.Value.High, sets));
    }

    /// <summary>What a set brings: a forecast, which other tests hold against the score itself.</summary>
    private static (int Effort, RiskClass? Class, double High) SetOf(PlanBasis basis, Measure[] set)
    {
        if (set.Length == 0)
        {
            var now = PlanForecast.Of(basis, []);
            return (0, now.Before.Working, now.ResidualBefore!.Value.High);
        }

        var whole = PlanForecast.Adding(basis, set[1..], set[..1]).Single();
        return (set.Sum(measure => measure.Effort), whole.Class, whole.ResidualHigh!.Value);
    }

    private static double Excess(RiskClass? riskClass, double high, IEnumerable<(int Effort, RiskClass? Class, double High)> sets)
    {
        var best = sets.Min(set => (set.Class, set.High));
        return riskClass == best.Class ? (high - best.High) / best.High : double.PositiveInfinity;
    }

    private static PlanMaker MakerFor(RiskClass target) => new(ShippedContent.Model, ShippedContent.Measures, target);

    private static int EffortOf(TaskPlan plan) => plan.Measures.Sum(planned => planned.Measure.Effort);
}
