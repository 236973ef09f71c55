using Audit.Core.Actions.Planning;
using Audit.Core.Instruments;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Actions;

[Properties(MaxTest = 200)]
public sealed class PlanSearchTests
{
    [Property]
    public void ForTarget_ProvenByBranchAndBound_IsTheSetThatTryingAllFinds(int seed)
    {
        var random = new PlanCase(seed, withConditions: false);
        var (every, bounded) = (new PlanSearch(random.Basis.Try(random.Measures)), random.Bounded());
        var (expected, actual) = (every.ForTarget(RiskClass.Medium), bounded.ForTarget(RiskClass.Medium));
        Assert.True(bounded.IsProven || actual.Class > RiskClass.Medium);
        Assert.Equal(expected.Measures, actual.Measures);
    }

    [Property]
    public void ForLargest_ProvenByBranchAndBound_IsTheSetThatTryingAllFinds(int seed)
    {
        var random = new PlanCase(seed);
        var (every, bounded) = (new PlanSearch(random.Basis.Try(random.Measures)), random.Bounded());
        var (expected, actual) = (every.ForLargest(), bounded.ForLargest());
        if (bounded.IsProven)
        {
            Assert.Equal((expected.Result, expected.Effort), (actual.Result, actual.Effort));
        }
    }

    [Property]
    public void LeastEffort_AnyPoint_NeverAsksForMoreThanItTakes(int seed)
    {
        var random = new PlanCase(seed, withConditions: false);
        var trial = random.Basis.Try(random.Measures);
        var best = trial.Moves.Relevant.Length == 0 ? null : new PlanSearch(trial).EverySet().Where(set => set.ResidualHigh < 0.5).Min(PlanCandidate.ByEffort);
        if (best is not null)
        {
            var bound = new PlanBound(trial, trial.StateWith([]).State);
            Assert.True(bound.LeastEffort(trial.Moves.Relevant, 0.5) <= best.Effort);
        }
    }
}
