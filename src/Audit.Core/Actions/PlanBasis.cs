using Audit.Core.Actions.Planning;
using Audit.Core.Assessments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>What forecasts and explanations of a plan rest on: the answers of one task as they stand.</summary>
/// <param name="Model">Instrument and profile.</param>
/// <param name="Task">The task with its answers.</param>
/// <param name="Body">Answers given once for the body.</param>
/// <param name="On">Reference date: which gates are in force.</param>
public sealed record PlanBasis(ScoringModel Model, PublicTask Task, IReadOnlyDictionary<string, Answer> Body, DateOnly On)
{
    internal PlanTrial Try(IReadOnlyList<Measure> measures) => PlanTrial.Of(Model, Task, Body, (measures, On));
}
