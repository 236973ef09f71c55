using System.Globalization;
using Audit.Core.Actions;
using Audit.Core.Actions.Planning;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Actions;

/// <summary>The search that does not try every set, against trying every set, on random cases small enough for that.</summary>
/// <remarks>AUDIT_TEST_LONG=1 takes 200 cases and prints the figures; AUDIT_TEST_SEED names the first case.</remarks>
public sealed class PlanGapTests
{
    private const int MostMeasures = 10;
    private const double MostGap = 0.05;
    private const double LeastExact = 0.95;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") == "1";

    private static readonly int First = Environment.GetEnvironmentVariable("AUDIT_TEST_SEED") is { } named ? int.Parse(named, CultureInfo.InvariantCulture) : 20261122;

    [Fact]
    public void ForTarget_WithoutTryingEverySet_TakesTheLeastEffort() => Compare("target class, excess effort", random =>
    {
        var found = random.Bounded().ForTarget(RiskClass.Medium);
        var reaching = random.Outcomes.Where(outcome => outcome.Class <= RiskClass.Medium).ToList();
        var gap = random.Random.Score.Class.Working is null ? 0
            : reaching.Count == 0 ? GapOf(found, random.Outcomes)
            : found.Class <= RiskClass.Medium ? Excess(found.Effort, reaching.Min(outcome => outcome.Effort))
            : double.PositiveInfinity;
        return (gap, found.Measures.Length);
    });

    [Fact]
    public void ForLargest_WithoutTryingEverySet_IsTheLargestReduction() =>
        Compare("largest reduction, excess R.hi", random => random.Bounded().ForLargest() is var found ? (GapOf(found, random.Outcomes), found.Measures.Length) : default);

    [Fact]
    public void Within_WithoutTryingEverySet_IsTheLargestReductionInTheBudget() => Compare("budget, excess R.hi", random =>
    {
        var budget = random.Roll(random.Measures.Sum(measure => measure.Effort) + 1);
        var search = random.Bounded();
        var found = PlanFrontier.Of("taak", search.Trial, search).Within(budget);
        Assert.True(found.Effort <= budget);
        return (GapOf(found.Class, found.ResidualHigh, random.Outcomes.Where(outcome => outcome.Effort <= budget)), found.MeasureIds.Count);
    });

    private static void Compare(string what, Func<PlanCase, (double Gap, int Measures)> gapOf)
    {
        var cases = IsLong ? 200 : 40;
        var found = Enumerable.Range(First, cases).Select(seed => gapOf(new PlanCase(seed, most: MostMeasures))).ToList();
        var (exact, worst) = (found.Count(one => one.Gap <= 1e-9) / (double)cases, found.Max(one => one.Gap));
        if (IsLong)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {First}: {what}: {exact:P1} of {cases} without a gap, worst {worst:P2}; {found.Count(one => one.Measures > 0)} plans with measures, {found.Max(one => one.Measures)} at most"));
        }

        Assert.True(exact >= LeastExact, $"seed {First}, {what}: only {exact:P1} without a gap");
        Assert.True(worst <= MostGap, $"seed {First}, {what}: a gap of {worst:P2}");
    }

    private static double GapOf(PlanCandidate found, IEnumerable<PlanCase.Outcome> sets) => GapOf(found.Class, found.ResidualHigh, sets);

    /// <summary>How much R.hi is above the lowest of the lowest class, as a share; infinite in a higher class.</summary>
    private static double GapOf(RiskClass? riskClass, double residual, IEnumerable<PlanCase.Outcome> sets)
    {
        var best = sets.Min(outcome => outcome.Result);
        return ((int?)riskClass ?? -1) == best.Class ? Excess(Math.Round(residual, 10), best.ResidualHigh) : double.PositiveInfinity;
    }

    private static double Excess(double found, double best) => found <= best + ComputedProfile.Tolerance ? 0 : best > 0 ? (found - best) / best : double.PositiveInfinity;
}
