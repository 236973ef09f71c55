using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>A measure in the plan of one task.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Because">Ids of the questions whose answer it moves, in instrument order: why it is there.</param>
/// <param name="ResidualHighAfter">R.hi with this measure and those before it carried out, in [0, 1]; null without R.</param>
public sealed record PlannedMeasure(Measure Measure, IReadOnlyList<string> Because, double? ResidualHighAfter);

/// <summary>The plan for one task: measures in the order of their effect, and the score once they work.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="Target">Class that the plan aims at.</param>
/// <param name="Before">Class before any measure.</param>
/// <param name="After">Class with every measure carried out.</param>
/// <param name="ResidualAfter">R with every measure carried out; null without R.</param>
/// <param name="Measures">Largest further fall of R.hi first.</param>
/// <param name="ProvenLeast">False when the search was cut off, so that a cheaper plan may exist.</param>
public sealed record TaskPlan(
    string TaskId,
    RiskClass Target,
    ClassRange Before,
    ClassRange After,
    Interval? ResidualAfter,
    IReadOnlyList<PlannedMeasure> Measures,
    bool ProvenLeast)
{
    /// <summary>Whether the working class after the plan is at or below the target; false when no class can be determined.</summary>
    public bool TargetReached => After.Working <= Target;
}
