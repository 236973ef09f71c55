using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Answers that came from another case by a copy: who gave them there does not judge them here.</summary>
public static class CopiedAnswers
{
    /// <summary>How the trail of a copy with answers calls it; its subject is the case from which they came.</summary>
    public const string Event = "case.copied";

    /// <summary>Whether somebody gave answers in a case, or in one from which it was copied.</summary>
    public static async Task<bool> GaveAsync(AuditContext db, Guid caseId, Guid userId)
    {
        var cases = await SourcesAsync(db, caseId);
        return await (
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where cases.Contains(answer.AssessmentId) && revision.UserId == userId
            select revision.Id).AnyAsync();
    }

    /// <summary>The case, with those from which its answers were copied, however long ago.</summary>
    private static async Task<List<Guid>> SourcesAsync(AuditContext db, Guid caseId)
    {
        var known = new List<Guid>();
        for (Guid? next = caseId; next is { } id && !known.Contains(id);)
        {
            known.Add(id);
            var source = await db.Trail.Where(row => row.AssessmentId == id && row.Event == Event).OrderBy(row => row.Id).Select(row => row.Subject).FirstOrDefaultAsync();
            next = Guid.TryParse(source, out var parsed) ? parsed : null;
        }

        return known;
    }
}
