using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Attachments;

/// <summary>Removes files whose case ended longer ago than they are kept, and sweeps the folder.</summary>
public sealed class AttachmentRetention(AuditDatabase database, AttachmentSettings settings, AttachmentStore store, TimeProvider time)
{
    /// <summary>Most files in one transaction.</summary>
    private const int MostAtOnce = 100;

    /// <returns>How many files were removed because their time was over.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var removed = settings.KeepDays > 0 ? await RemoveOldAsync(now, cancellation) : 0;
        await using var db = database.Read();
        await store.SweepAsync(db, now);
        return removed;
    }

    private async Task<int> RemoveOldAsync(DateTime now, CancellationToken cancellation)
    {
        var (all, some) = (0, 0);
        do
        {
            some = await database.WriteAsync(db => RemoveSomeAsync(db, now), cancellation);
            all += some;
        }
        while (some == MostAtOnce);

        return all;
    }

    private async Task<int> RemoveSomeAsync(AuditContext db, DateTime now)
    {
        var before = now.AddDays(-settings.KeepDays);
        var rows = await (
            from row in db.Attachments.AsTracking()
            join of in db.Assessments on row.AssessmentId equals of.Id
            where row.RemovedUtc == null && (of.WithdrawnUtc < before || of.ArchivedUtc < before || (of.AdoptedUtc < before && of.Status == AssessmentStatus.Finished))
            orderby row.Id
            select new { Row = row, of.BodyId }).Take(MostAtOnce).ToListAsync();
        foreach (var old in rows)
        {
            await AttachmentStore.RemoveAsync(db, old.Row, now, SentenceJson.Stored(Sentence.Of($"Bewaartermijn van {settings.KeepDays} dagen is voorbij.")));
            new CaseTrail(old.BodyId, old.Row.AssessmentId).Add(db, new Actor(null, "programma", now), "attachment.expired", old.Row.QuestionId, old.Row.FileName);
        }

        return rows.Count;
    }
}
