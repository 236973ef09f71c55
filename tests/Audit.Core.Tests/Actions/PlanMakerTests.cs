using Audit.Core.Actions;
using Audit.Core.Instruments;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Actions;

[Properties(MaxTest = 200)]
public sealed class PlanMakerTests
{
    [Property]
    public void Make_RandomCase_IsTheCheapestOfAllSubsets(int seed)
    {
        var random = new PlanCase(seed);
        var plan = random.Maker(RiskClass.Medium).Make(random.Random.Task, random.Random.Body, RandomCase.Day);
        var reaching = random.Outcomes.Where(outcome => outcome.Class <= RiskClass.Medium).ToList();
        if (random.Random.Score.Class.Working is null or <= RiskClass.Medium)
        {
            Assert.Empty(plan.Measures);
        }
        else if (reaching.Count > 0)
        {
            var best = reaching.Min(outcome => (outcome.Effort, outcome.Measures.Count, outcome.Result.ResidualHigh));
            Assert.True(plan.TargetReached);
            Assert.Equal(best, (EffortOf(plan), plan.Measures.Count, Math.Round(plan.ResidualAfter?.High ?? 0, 10)));
        }
        else
        {
            Assert.False(plan.TargetReached);
            Assert.Equal(LargestOf(random), ResultOf(plan));
        }
    }

    [Property]
    public void MakeLargest_RandomCase_IsTheLowestResultForTheLeastEffort(int seed)
    {
        var random = new PlanCase(seed);
        var plan = random.Maker(RiskClass.Low).MakeLargest(random.Random.Task, random.Random.Body, RandomCase.Day);
        Assert.Equal(LargestOf(random), ResultOf(plan));
        Assert.True(plan.ProvenLeast);
    }

    [Property]
    public void Make_RandomCase_ForecastIsTheScoreWithTheEffectsApplied(int seed)
    {
        var random = new PlanCase(seed);
        var plan = random.Maker(RiskClass.Low).Make(random.Random.Task, random.Random.Body, RandomCase.Day);
        var done = new List<Measure>();
        foreach (var planned in plan.Measures)
        {
            done.Add(planned.Measure);
            var after = random.ScoreAfter(done).Residual?.High;
            Assert.Equal(after ?? -1, planned.ResidualHighAfter ?? -1, 1e-12);
            Assert.NotEmpty(planned.Because);
        }

        Assert.Equal(random.ScoreAfter(done).Class, plan.After);
    }

    [Property]
    public void Make_CatalogueInAnotherOrder_IsTheSamePlan(int seed)
    {
        var random = new PlanCase(seed);
        var other = new PlanMaker(random.Random.Model, random.Shuffled(), RiskClass.Low);
        var (task, body) = (random.Random.Task, random.Random.Body);
        Assert.Equal(IdsOf(random.Maker(RiskClass.Low).Make(task, body, RandomCase.Day)), IdsOf(other.Make(task, body, RandomCase.Day)));
        Assert.Equal(IdsOf(random.Maker(RiskClass.Low).MakeLargest(task, body, RandomCase.Day)), IdsOf(other.MakeLargest(task, body, RandomCase.Day)));
    }

    [Property]
    public void Make_MeasureAddedToTheCatalogue_NeverTakesMoreEffort(int seed)
    {
        var random = new PlanCase(seed);
        var (task, body) = (random.Random.Task, random.Random.Body);
        var small = new PlanMaker(random.Random.Model, [.. random.Measures.SkipLast(1)], RiskClass.Medium).Make(task, body, RandomCase.Day);
        var large = random.Maker(RiskClass.Medium).Make(task, body, RandomCase.Day);
        Assert.True(!small.TargetReached || (large.TargetReached && EffortOf(large) <= EffortOf(small)));
    }

    private static ((int, double), int, int) LargestOf(PlanCase random) =>
        random.Outcomes.Min(outcome => (outcome.Result, outcome.Effort, outcome.Measures.Count));

    private static ((int, double), int, int) ResultOf(TaskPlan plan) =>
        (((int?)plan.After.Working ?? -1, Math.Round(plan.ResidualAfter?.High ?? 0, 10)), EffortOf(plan), plan.Measures.Count);

    private static int EffortOf(TaskPlan plan) => plan.Measures.Sum(planned => planned.Measure.Effort);

    private static IEnumerable<string> IdsOf(TaskPlan plan) => plan.Measures.Select(planned => planned.Measure.Id);
}
