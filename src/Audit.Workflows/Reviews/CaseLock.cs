using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reviews;

/// <summary>Lets two people who decide on one case at once go one after the other, where no key keeps them apart.</summary>
internal static class CaseLock
{
    /// <summary>Takes the case for this transaction: another writer with the same intention fails, and reads and decides again.</summary>
    public static async Task TakeAsync(AuditContext db, Guid assessmentId)
    {
        var row = await db.Assessments.AsTracking().SingleAsync(candidate => candidate.Id == assessmentId);
        row.Version = Guid.NewGuid();
        await db.SaveChangesAsync();
    }
}
