using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Risks;

/// <summary>The side that judges a stage of a risk.</summary>
/// <param name="Stage">What is judged.</param>
/// <param name="ByReviewer">True for the reviewer, false for the team.</param>
public readonly record struct JudgedSide(RiskStage Stage, bool ByReviewer);

/// <summary>A judgement that somebody gives.</summary>
/// <param name="Id">Made when its form was shown, so that a form sent twice judges once.</param>
/// <param name="Side">Who judges what.</param>
/// <param name="Judgement">The levels.</param>
public sealed record RiskVerdict(Guid Id, JudgedSide Side, RiskJudgement Judgement)
{
    public required string LikelihoodMotivation { get; init; }

    public required string ImpactMotivation { get; init; }

    public required string LevelMotivation { get; init; }

    /// <summary>Whether it is meant that more is left than there was without safeguards.</summary>
    public bool MeansAboveInherent { get; init; }

    /// <summary>The newest judgement of the same side that the person was looking at; empty when there was none.</summary>
    public Guid Seen { get; init; }
}

/// <summary>Records judgements of risks. Nothing is ever overwritten: the newest of a stage and side counts.</summary>
public static class RiskJudging
{
    /// <summary>Why a judgement was not taken because of a colleague.</summary>
    public static string Changed => Tr($"Een collega heeft intussen een oordeel gegeven. Vergelijk het met dat van u en sla opnieuw op.");

    /// <summary>What a judgement of one side is held against.</summary>
    public static RiskBounds BoundsOf(RegisteredRisk risk, JudgedSide side, RiskScale scale) =>
        new(scale, risk.Floor, side.Stage == RiskStage.Inherent ? null : risk.Newest(RiskStage.Inherent, side.ByReviewer)?.Level);

    /// <summary>Records a judgement.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="given">The risk as it stands, the levels, and the judgement, whose motivations were checked.</param>
    /// <param name="actor">Who judges.</param>
    /// <returns>Why it was not recorded, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> JudgeAsync(AuditContext db, Case current, (RegisteredRisk Risk, RiskScale Scale, RiskVerdict Verdict) given, Actor actor)
    {
        var (risk, scale, verdict) = given;
        if (await db.RiskJudgements.SingleOrDefaultAsync(row => row.Id == verdict.Id) is { } known)
        {
            return known.RiskId == risk.Row.Id ? null : Tr($"Dit formulier hoort bij een ander risico. Open de bladzijde opnieuw.");
        }

        var before = risk.Newest(verdict.Side.Stage, verdict.Side.ByReviewer);
        var objections = BoundsOf(risk, verdict.Side, scale).ObjectionsTo(verdict.Judgement).Where(objection => objection != RiskObjection.AboveInherent || !verdict.MeansAboveInherent);
        if (risk.IsOut || objections.Any())
        {
            return risk.IsOut ? Tr($"Dit risico staat niet meer in het register.") : Tr($"Intussen is het risico of een drempelregel veranderd. Kijk het oordeel na en sla opnieuw op.");
        }

        if ((before?.Id ?? Guid.Empty) != verdict.Seen)
        {
            return Changed;
        }

        var row = RowOf(risk.Row.Id, verdict, (before?.Sequence ?? 0) + 1, actor);
        db.RiskJudgements.Add(row);
        RiskTrail.For(current).Add(
            db, actor, RiskTrail.Judged, RiskTrail.SubjectOf(risk.Row.Id, RiskTrail.PartOf(row.Stage)), (before is null ? null : Describe(before, scale), Describe(row, scale)), null);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Records why two sides judge a stage differently; both judgements stay as they are.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="explained">The risk, the stage and why.</param>
    /// <param name="actor">Who explains.</param>
    /// <returns>Why it was not recorded, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> ExplainAsync(AuditContext db, Case current, (RegisteredRisk Risk, RiskStage Stage, string Text) explained, Actor actor)
    {
        if (!explained.Risk.Differs(explained.Stage))
        {
            return Tr($"De oordelen zijn intussen gelijk. Er is niets te verklaren.");
        }

        var subject = RiskTrail.SubjectOf(explained.Risk.Row.Id, RiskTrail.PartOf(explained.Stage));
        var newest = (await RiskTrail.OfAsync(db, current.Row.Id, explained.Risk.Row.Id)).FirstOrDefault(row => row.Event == RiskTrail.Explained && row.Subject == subject);
        if (newest?.Reason != explained.Text)
        {
            RiskTrail.For(current).Add(db, actor, RiskTrail.Explained, subject, reason: explained.Text);
        }

        return null;
    }

    private static RiskJudgementRow RowOf(Guid riskId, RiskVerdict verdict, int sequence, Actor actor) => new()
    {
        Id = verdict.Id,
        RiskId = riskId,
        Stage = verdict.Side.Stage,
        ByReviewer = verdict.Side.ByReviewer,
        Sequence = sequence,
        Likelihood = verdict.Judgement.Likelihood,
        LikelihoodMotivation = verdict.LikelihoodMotivation,
        Impact = verdict.Judgement.Impact,
        ImpactMotivation = verdict.ImpactMotivation,
        Level = verdict.Judgement.Level,
        LevelMotivation = verdict.LevelMotivation,
        UserId = actor.UserId!.Value,
        JudgedUtc = actor.NowUtc,
    };

    private static string Describe(RiskJudgementRow row, RiskScale scale) => $"""
        {(row.ByReviewer ? "auditor" : "team")}
        kans {scale.Levels[row.Likelihood]}: {row.LikelihoodMotivation}
        impact {scale.Levels[row.Impact]}: {row.ImpactMotivation}
        niveau {scale.Levels[row.Level]}{(RegisteredRisk.JudgementOf(row).DepartsFrom(scale) ? " (wijkt af van de matrix)" : string.Empty)}: {row.LevelMotivation}
        """;
}
