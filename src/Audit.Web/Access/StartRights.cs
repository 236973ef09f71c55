using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>Whether somebody may begin a case now.</summary>
internal static class StartRights
{
    public static Task<bool> MayStartAsync(AuditContext db, CurrentUser user)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        return db.BodyRoles.AnyAsync(row =>
            row.UserId == userId && row.BodyId == bodyId && Policies.StartCase.Roles.Contains(row.Role));
    }

    /// <summary>Rights and people as they are in the transaction that writes.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="user">Who begins the case.</param>
    /// <param name="people">Those who take part.</param>
    /// <returns>Why it cannot begin; null when it can.</returns>
    public static async Task<string?> RefusalAsync(AuditContext db, CurrentUser user, IReadOnlyList<Guid> people)
    {
        var (bodyId, ids) = (user.BodyId, people.Distinct().ToList());
        var known = await db.Users.CountAsync(row => row.BodyId == bodyId && ids.Contains(row.Id));
        return !await MayStartAsync(db, user) ? Tr($"U mag geen doorlichting beginnen.")
            : known != ids.Count ? Tr($"Kies alleen mensen van uw eigen organisatie.")
            : null;
    }
}
