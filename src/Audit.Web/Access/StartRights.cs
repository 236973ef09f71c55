using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>Who may begin a case: coaches and assessors of the body.</summary>
internal static class StartRights
{
    public static Task<bool> MayStartAsync(AuditContext db, CurrentUser user)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        return db.BodyRoles.AnyAsync(row =>
            row.UserId == userId && row.BodyId == bodyId && (row.Role == Roles.Coach || row.Role == Roles.Assessor));
    }
}
