using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Risks;

/// <summary>Records that what is left of a risk is accepted, and that such an acceptance is withdrawn.</summary>
public static class RiskAccepting
{
    /// <summary>Why a risk was not accepted because of a colleague.</summary>
    public static string Changed => Tr($"Het oordeel over dit risico is intussen veranderd. Lees het nieuwe oordeel en beslis opnieuw.");

    /// <summary>Accepts a risk at the level that it has now.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="given">The risk as it stands, the levels, an id made when the form was shown, and what was asked at the level that was seen then.</param>
    /// <param name="actor">Who accepts.</param>
    /// <returns>Why it was not accepted, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> AcceptAsync(AuditContext db, Case current, (RegisteredRisk Risk, RiskScale Scale, Guid Id, AcceptanceWish Wish) given, Actor actor)
    {
        var (risk, scale, id, wish) = given;
        if (await db.RiskAcceptances.SingleOrDefaultAsync(row => row.Id == id) is { } known)
        {
            return known.RiskId == risk.Row.Id ? null : Tr($"Dit formulier hoort bij een ander risico. Open de bladzijde opnieuw.");
        }

        var today = DutchDay.Of(actor.NowUtc);
        if (RefusalOf(risk, wish, today) is { } refusal)
        {
            return refusal;
        }

        if (wish.Objections(scale, today).Count > 0)
        {
            return Changed;
        }

        db.RiskAcceptances.Add(new RiskAcceptanceRow
        {
            Id = id,
            RiskId = risk.Row.Id,
            Reason = wish.Reason,
            ValidUntil = wish.ValidUntil!.Value,
            Level = wish.Residual!.Value,
            UserId = actor.UserId!.Value,
            AcceptedUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        });
        RiskTrail.For(current).Add(
            db, actor, RiskTrail.Accepted, SubjectOf(risk), $"niveau {scale.Levels[wish.Residual.Value]}, tot en met {wish.ValidUntil.Value:yyyy-MM-dd}", wish.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes an acceptance back; it stays in the history.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="given">The risk, the acceptance with the version that was seen, and why.</param>
    /// <param name="actor">Who withdraws it.</param>
    /// <returns>Why it was not withdrawn, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> WithdrawAsync(AuditContext db, Case current, (RegisteredRisk Risk, Guid Id, string Reason) given, Actor actor)
    {
        var (riskId, id) = (given.Risk.Row.Id, given.Id);
        if (await db.RiskAcceptances.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.RiskId == riskId) is not { } row)
        {
            return Tr($"Deze acceptatie is er niet.");
        }

        if (row.WithdrawnUtc is not null)
        {
            return null;
        }

        (row.WithdrawnUtc, row.WithdrawnById, row.WithdrawReason, row.Version) = (actor.NowUtc, actor.UserId, given.Reason, Guid.NewGuid());
        RiskTrail.For(current).Add(db, actor, RiskTrail.Withdrawn, SubjectOf(given.Risk), reason: given.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    private static string? RefusalOf(RegisteredRisk risk, AcceptanceWish wish, DateOnly today) =>
        risk.IsOut ? Tr($"Dit risico staat niet meer in het register.")
        : risk.AcceptedOn(today) is not null ? Tr($"Dit risico is al geaccepteerd.")
        : risk.LevelOf(RiskStage.Residual) != wish.Residual ? Changed
        : null;

    private static string SubjectOf(RegisteredRisk risk) => RiskTrail.SubjectOf(risk.Row.Id, "acceptatie");
}
