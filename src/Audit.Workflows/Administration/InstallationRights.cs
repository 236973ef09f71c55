using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>Who owns what holds for the whole installation: published workflows and instruments, and the bodies themselves.</summary>
public static class InstallationRights
{
    /// <summary>Whether somebody is an administrator of the whole installation.</summary>
    public static Task<bool> IsAdminAsync(AuditContext db, Guid? userId) =>
        db.BodyRoles.AnyAsync(row => row.UserId == userId && Policies.AdministerInstallation.Roles.Contains(row.Role));

    /// <summary>Whether an administrator may publish. What is published holds for all bodies; where there is only one, its own administrators may.</summary>
    public static async Task<bool> MayPublishAsync(AuditContext db, Guid? userId) =>
        await db.Bodies.IgnoreQueryFilters().CountAsync() <= 1 || await IsAdminAsync(db, userId);
}
