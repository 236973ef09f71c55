using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Ratings;

/// <summary>What was decided on a question on which auditor and team differ.</summary>
/// <param name="RatingId">The rating.</param>
/// <param name="Seen">Version that the person was looking at.</param>
/// <param name="Value">Option id, "unknown" or "na".</param>
/// <param name="Reason">Why.</param>
public sealed record RatingDecision(Guid RatingId, Guid Seen, string Value, string Reason);

/// <summary>Settles differences between auditor and team. The answer of the team is not touched: only the team changes that.</summary>
public static class RatingDecisions
{
    /// <summary>Why a decision was not written because of somebody else.</summary>
    public static string Changed => Tr($"Intussen is over deze vraag een ander besluit vastgelegd. Vergelijk de twee besluiten en leg opnieuw vast.");

    /// <summary>A rating of a round that was handed in; null when there is none in this case.</summary>
    public static async Task<(RatingRow Rating, RatingRoundRow Round)?> FindAsync(AuditContext db, Guid assessmentId, Guid ratingId)
    {
        var found = await (
            from rating in db.Ratings
            join round in db.RatingRounds on rating.RoundId equals round.Id
            where rating.Id == ratingId && round.AssessmentId == assessmentId && round.RevealedUtc != null
            select new { Rating = rating, Round = round }).SingleOrDefaultAsync();
        return found is null ? null : (found.Rating, found.Round);
    }

    /// <summary>Whether there is something to decide: the auditor rated the question, and not as the team did.</summary>
    public static bool Differs(RatingRow rating) => rating.Value is not null && rating.Value != rating.TeamValue;

    /// <summary>Writes a decision down; an earlier one stays in the trail.</summary>
    /// <returns>Why it was not written, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> DecideAsync(AuditContext db, Case current, RatingDecision decision, Actor actor)
    {
        if (await FindAsync(db, current.Row.Id, decision.RatingId) is null)
        {
            return Tr($"Deze beoordeling is er niet meer.");
        }

        var row = await db.Ratings.AsTracking().SingleAsync(rating => rating.Id == decision.RatingId);
        if (!Differs(row))
        {
            return Tr($"Over deze vraag verschillen auditor en team niet van mening.");
        }

        if ((row.DecidedValue, row.DecisionReason) == (decision.Value, decision.Reason))
        {
            return null;
        }

        if (row.Version != decision.Seen)
        {
            return Changed;
        }

        var before = row.DecidedValue is null ? null : $"{row.DecidedValue} – {row.DecisionReason}";
        (row.DecidedValue, row.DecisionReason) = (decision.Value, decision.Reason);
        (row.DecidedById, row.DecidedUtc, row.Version) = (actor.UserId, actor.NowUtc, Guid.NewGuid());
        var subject = $"{row.Id}/{(row.TaskKey.Length == 0 ? row.QuestionId : $"{row.TaskKey}/{row.QuestionId}")}";
        new CaseTrail(current.Row.BodyId, current.Row.Id).Add(db, actor, "rating.decided", subject, (before, decision.Value), decision.Reason);
        await db.SaveChangesAsync();
        return null;
    }
}
