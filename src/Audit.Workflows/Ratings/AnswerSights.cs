using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Ratings;

/// <summary>Remembers that an auditor could see what a team answered: from then on a rating by that person is not blind.</summary>
public static class AnswerSights
{
    /// <summary>Notes that an auditor is about to see answers, unless that is known or a round of that person is open.</summary>
    /// <returns>False when a round is open: then the answers must stay hidden.</returns>
    public static async Task<bool> NoteAsync(AuditContext db, Guid assessmentId, Guid userId, DateTime nowUtc)
    {
        if (await RatingRounds.OpenAsync(db, assessmentId, userId) is not null)
        {
            return false;
        }

        if (!await IsKnownAsync(db, assessmentId, userId))
        {
            db.AnswerSights.Add(new AnswerSightRow { AssessmentId = assessmentId, UserId = userId, FirstUtc = nowUtc });
            await db.SaveChangesAsync();
        }

        return true;
    }

    /// <summary>Whether it is known of this case that the auditor could see the answers.</summary>
    public static Task<bool> IsKnownAsync(AuditContext db, Guid assessmentId, Guid userId) =>
        db.AnswerSights.AnyAsync(row => row.AssessmentId == assessmentId && row.UserId == userId);

    /// <summary>When the auditor could first see the answers of this case, or those of a case from which it began or that began from it; null when never.</summary>
    public static async Task<DateTime?> FirstAsync(AuditContext db, Guid assessmentId, Guid userId)
    {
        var family = await FamilyAsync(db, assessmentId);
        return await db.AnswerSights.Where(row => row.UserId == userId && family.Contains(row.AssessmentId)).MinAsync(row => (DateTime?)row.FirstUtc);
    }

    /// <summary>The case with all cases that share its answers, because one began with those of the other.</summary>
    private static async Task<List<Guid>> FamilyAsync(AuditContext db, Guid assessmentId)
    {
        var known = new List<Guid> { assessmentId };
        while (true)
        {
            var pairs = await db.Assessments
                .Where(row => row.PreviousId != null && (known.Contains(row.Id) || known.Contains(row.PreviousId.Value)))
                .Select(row => new { row.Id, PreviousId = row.PreviousId!.Value })
                .ToListAsync();
            var all = pairs.SelectMany(pair => new[] { pair.Id, pair.PreviousId }).Append(assessmentId).Distinct().ToList();
            if (all.Count == known.Count)
            {
                return known;
            }

            known = all;
        }
    }
}
