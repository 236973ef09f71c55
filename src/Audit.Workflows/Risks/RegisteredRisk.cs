using Audit.Core.Actions;
using Audit.Core.Risks;
using Audit.Data.Database;

namespace Audit.Workflows.Risks;

/// <summary>A risk with everything that was said of it.</summary>
/// <param name="Row">The risk.</param>
/// <param name="Ties">What it is linked to.</param>
/// <param name="Floor">What fired gates of its task demand now.</param>
public sealed record RegisteredRisk(RiskRow Row, IReadOnlyList<RiskTie> Ties, RiskFloor Floor)
{
    /// <summary>Every judgement, newest first.</summary>
    public required IReadOnlyList<RiskJudgementRow> Judgements { get; init; }

    /// <summary>Every acceptance, newest first.</summary>
    public required IReadOnlyList<RiskAcceptanceRow> Acceptances { get; init; }

    /// <summary>The actions of the newest plan to which it is linked.</summary>
    public required IReadOnlyList<PlannedMeasureRow> Actions { get; init; }

    public RiskContent Content => RiskContent.Of(Row, Ties);

    /// <summary>Whether it was taken out of the register.</summary>
    public bool IsOut => Row.DroppedUtc is not null;

    public IEnumerable<string> TargetsOf(RiskLinkKind kind) => Ties.Where(tie => tie.Kind == kind).Select(tie => tie.Target);

    /// <summary>The newest judgement of a side; null when it has not judged.</summary>
    public RiskJudgementRow? Newest(RiskStage stage, bool byReviewer) =>
        Judgements.FirstOrDefault(row => row.Stage == stage && row.ByReviewer == byReviewer);

    /// <summary>Position of the level to reckon with; null while nobody has judged.</summary>
    public int? LevelOf(RiskStage stage) => RiskStanding.LevelOf(Newest(stage, false)?.Level, Newest(stage, true)?.Level, Floor);

    /// <summary>The level to show for the risk as a whole: what is left, or else what there is without safeguards.</summary>
    public int? Level => LevelOf(RiskStage.Residual) ?? LevelOf(RiskStage.Inherent);

    /// <summary>Whether both sides judged and did not judge alike.</summary>
    public bool Differs(RiskStage stage) =>
        Newest(stage, false) is { } team && Newest(stage, true) is { } reviewer && JudgementOf(team) != JudgementOf(reviewer);

    /// <summary>The acceptance that holds on a day; null when none does.</summary>
    public RiskAcceptanceRow? AcceptedOn(DateOnly today) => Acceptances.FirstOrDefault(row => StateOf(row, today) == AcceptanceState.InForce);

    public AcceptanceState StateOf(RiskAcceptanceRow row, DateOnly today) =>
        new RiskAcceptance(row.Level, row.ValidUntil, row.WithdrawnUtc is not null).StateOn(today, LevelOf(RiskStage.Residual));

    public RiskEnding EndingOn(DateOnly today) =>
        RiskStanding.EndingOf(AcceptedOn(today) is not null, Actions.Any(action => (ActionStatus)action.Status != ActionStatus.Dropped));

    public static RiskJudgement JudgementOf(RiskJudgementRow row) => new(row.Likelihood, row.Impact, row.Level);
}
