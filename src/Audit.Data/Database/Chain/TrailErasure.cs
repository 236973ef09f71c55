using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Chain;

/// <summary>Takes the values out of trail records: the records stay, and so does a chain that verifies. What is sealed in them is ids, times and words of the program.</summary>
public static class TrailErasure
{
    /// <summary>The record that tells that values of a case, or without a case of the whole chain, were erased; the verification asks for it.</summary>
    public const string Event = "values.erased";

    private const int BatchSize = 500;

    /// <summary>Erases the values of these records, within the caller's transaction.</summary>
    public static async Task RunAsync(AuditContext db, IQueryable<TrailRow> records, DateTime nowUtc, CancellationToken cancellation)
    {
        for (var after = 0L; ;)
        {
            var last = after;
            var rows = await records.AsTracking().Where(row => row.ErasedUtc == null && row.Id > last).OrderBy(row => row.Id).Take(BatchSize).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                return;
            }

            rows.ForEach(row => (row.Before, row.After, row.Reason, row.ErasedUtc) = (null, null, null, nowUtc));
            await db.SaveChangesAsync(cancellation);
            after = rows[^1].Id;
            // Otherwise every save would look again at all that went before.
            rows.ForEach(row => db.Entry(row).State = EntityState.Detached);
        }
    }
}
