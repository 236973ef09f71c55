using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Web.Charts;
using Audit.Workflows.Actions.Effects;

namespace Audit.Web.Pages.Progress;

/// <summary>How far the plan of one task has come: adopted, measured and promised, with its actions.</summary>
/// <param name="Effects">Scores, promises and measurements.</param>
public sealed record TaskProgress(TaskEffects Effects)
{
    public string Name => Effects.Task.Name;

    public TaskScore Adopted => Effects.Account.Adopted;

    public TaskScore Measured => Effects.Account.Measured;

    /// <summary>Class range that the plan promises; null when the task has no plan.</summary>
    public ClassRange? Promised => Effects.Plan is { } plan ? new((RiskClass?)plan.ClassAfterLow, (RiskClass?)plan.ClassAfterHigh) : null;

    /// <summary>Residual risk that the plan promises; null without R.</summary>
    public Interval? PromisedResidual => Effects.Plan is { ResidualAfterLow: { } low, ResidualAfterHigh: { } high } ? new(low, high) : null;

    /// <summary>Actions that are not dropped.</summary>
    public IReadOnlyList<ActionEffect> Actions => [.. Effects.Actions.Where(action => action.Status != ActionStatus.Dropped)];

    /// <summary>Actions whose closing on effect holds.</summary>
    public int Closed => Actions.Count(action => action.Closure is not null);

    /// <summary>Actions that were closed and are open again.</summary>
    public int Reopened => Actions.Count(action => action.Reopened is not null);

    /// <summary>Measurements that the actions need.</summary>
    public int Needed => Actions.Sum(action => action.Needs.Count(need => need.State != MeasurementState.NotAsked));

    /// <summary>Those of them that have been made.</summary>
    public int Taken => Actions.Sum(action => action.Needs.Count(need => need.State == MeasurementState.Measured));

    /// <summary>The rows of the chart.</summary>
    public IReadOnlyList<RangeRow> Rows =>
    [
        new(Tr($"Bij vaststelling"), Adopted.Residual, DutchText.Classes(Adopted.Class)),
        new(Tr($"Gemeten nu"), Measured.Residual, DutchText.Classes(Measured.Class)),
        .. Promised is { } promised ? [new RangeRow(Tr($"Beloofd met het plan"), PromisedResidual, DutchText.Classes(promised))] : Array.Empty<RangeRow>(),
    ];
}
