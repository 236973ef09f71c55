using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Data.Database;

namespace Audit.Workflows.Actions;

/// <summary>What a plan was asked to reach, and the row that holds it.</summary>
public static class PlanAims
{
    /// <summary>What the plan in a row was asked to reach.</summary>
    /// <exception cref="InvalidOperationException">The row holds a budget as goal and no budget.</exception>
    public static PlanAim Of(PlanRow row) => row.Goal switch
    {
        PlanGoal.TargetClass => new ReachClass((RiskClass)row.TargetClass),
        PlanGoal.EffortBudget => new WithinBudget(row.EffortBudget ?? throw new InvalidOperationException($"plan {row.Id} has no budget")),
        PlanGoal.LargestReduction => new LargestReduction(),
    };

    /// <summary>Puts what a plan was asked to reach into its row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="aim">What the plan was asked to reach.</param>
    /// <param name="target">Class against which a plan is held that does not aim at a class of its own.</param>
    public static void Write(PlanRow row, PlanAim aim, RiskClass target)
    {
        row.Goal = aim switch
        {
            ReachClass => PlanGoal.TargetClass,
            WithinBudget => PlanGoal.EffortBudget,
            LargestReduction => PlanGoal.LargestReduction,
            _ => throw new ArgumentOutOfRangeException(nameof(aim)),
        };
        row.TargetClass = (int)(aim is ReachClass reach ? reach.Class : target);
        row.EffortBudget = aim is WithinBudget within ? within.Effort : null;
    }
}
