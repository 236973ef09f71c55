using Audit.Core.Actions;
using Audit.Core.Actions.Planning;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Tests.Scoring;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Actions;

[Properties(MaxTest = 100)]
public sealed class BudgetSplitTests
{
    [Property]
    public void Divide_TwoTasks_IsTheBestOfAllPairsOfSets(int seed)
    {
        var random = new PlanCase(seed, most: 5);
        var tasks = random.Tasks(2);
        var (frontiers, budget) = (FrontiersOf(random, tasks), random.Roll(16));
        var found = BudgetSplit.Divide(frontiers, budget);
        Assert.True(found.Sum(point => point.Effort) <= budget);
        var sets = tasks.Select(task => BruteForce.Subsets(random.Measures).Select(set => (Effort: set.Sum(measure => measure.Effort), Score: random.ScoreAfter(task, set))).ToList()).ToList();
        var best = (
            from one in sets[0]
            from other in sets[1]
            where one.Effort + other.Effort <= budget
            select ValueOf([(one.Score.Class.Working, one.Score.Residual?.High ?? 0), (other.Score.Class.Working, other.Score.Residual?.High ?? 0)], one.Effort + other.Effort)).Min();
        Assert.Equal(best, ValueOf([.. found.Select(point => (point.Class, point.ResidualHigh))], found.Sum(point => point.Effort)));
    }

    [Property]
    public void Divide_LargerBudget_NeverGivesAWorseResult(int seed)
    {
        var random = new PlanCase(seed, most: 10);
        var frontiers = random.Tasks(3).Select(task =>
        {
            var search = new PlanSearch((random.Basis with { Task = task }).Try(random.Measures), exhaustiveUpTo: 0);
            return PlanFrontier.Of(task.Id, search.Trial, search);
        }).ToList();
        var results = Enumerable.Range(0, 40).Select(budget => BudgetSplit.Divide(frontiers, budget)).Select(points => ValueOf([.. points.Select(point => (point.Class, point.ResidualHigh))], 0)).ToList();
        Assert.Equal(results.OrderDescending(), results);
    }

    [Property]
    public void Divide_TasksInAnotherOrder_IsTheSameDivision(int seed)
    {
        var random = new PlanCase(seed, most: 6);
        var frontiers = FrontiersOf(random, random.Tasks(3));
        var budget = random.Roll(30);
        var forward = BudgetSplit.Divide(frontiers, budget);
        var backward = BudgetSplit.Divide([.. Enumerable.Reverse(frontiers)], budget).Reverse().ToList();
        Assert.Equal(forward.Select(point => (point.Effort, point.Class, string.Join(" ", point.MeasureIds))), backward.Select(point => (point.Effort, point.Class, string.Join(" ", point.MeasureIds))));
    }

    [Property]
    public void Divide_EnoughForEverything_IsTheLargestReductionOfEveryTask(int seed)
    {
        var random = new PlanCase(seed, most: 6);
        var tasks = random.Tasks(2);
        var found = BudgetSplit.Divide(FrontiersOf(random, tasks), 1000);
        foreach (var (task, point) in tasks.Zip(found))
        {
            var largest = random.Maker(RiskClass.Low).MakeLargest(task, random.Random.Body, RandomCase.Day);
            Assert.Equal(largest.Measures.Select(planned => planned.Measure.Id).Order(StringComparer.Ordinal), point.MeasureIds);
        }
    }

    [Fact]
    public void Divide_NegativeBudget_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => BudgetSplit.Divide([], -1));

    private static List<PlanFrontier> FrontiersOf(PlanCase random, IReadOnlyList<PublicTask> tasks) =>
        [.. tasks.Select(task => random.Maker(RiskClass.Low).FrontierOf(task, random.Random.Body, RandomCase.Day))];

    private static (int Critical, int High, int Medium, double Residuals, int Effort) ValueOf(IReadOnlyList<(RiskClass? Class, double ResidualHigh)> tasks, int effort) => (
        tasks.Count(task => task.Class == RiskClass.Critical),
        tasks.Count(task => task.Class == RiskClass.High),
        tasks.Count(task => task.Class == RiskClass.Medium),
        Math.Round(tasks.Sum(task => task.ResidualHigh), 10),
        effort);
}
