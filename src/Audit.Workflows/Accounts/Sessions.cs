using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Accounts;

/// <summary>Ends sessions; what ended is refused at the next request. Every method works inside the caller's transaction.</summary>
public static class Sessions
{
    /// <summary>Ends all sessions of a person.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="userId">The person.</param>
    /// <param name="nowUtc">This moment.</param>
    /// <param name="except">A session that goes on; null for none.</param>
    /// <returns>How many ended.</returns>
    public static async Task<int> EndAsync(AuditContext db, Guid userId, DateTime nowUtc, Guid? except = null)
    {
        var rows = await db.Sessions.AsTracking().Where(row => row.UserId == userId && row.EndedUtc == null && row.Id != except).ToListAsync();
        rows.ForEach(row => row.EndedUtc = nowUtc);
        return rows.Count;
    }
}
