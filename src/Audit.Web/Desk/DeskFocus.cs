using Audit.Data.Database;
using Audit.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>What somebody mostly comes for: it decides the order of the start page.</summary>
public enum DeskFocus
{
    /// <summary>Answers questions and leads sessions.</summary>
    Team,

    /// <summary>Judges: auditor and jurist.</summary>
    Judge,

    /// <summary>Takes decisions: sponsor.</summary>
    Sponsor,

    /// <summary>Carries out actions.</summary>
    Manager,

    /// <summary>Looks after the installation of the body.</summary>
    Administrator,

    /// <summary>Sees released totals over bodies only.</summary>
    Coordinator,
}

/// <summary>Finds the focus of a person.</summary>
public static class DeskFocuses
{
    /// <summary>By the roles in cases in use, or else by those in the body.</summary>
    public static async Task<DeskFocus> OfAsync(AuditContext db, CurrentUser user)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        var cases = MyCases.InUse(db, user);
        var mine = await db.Members.Where(member => member.UserId == userId && cases.Any(row => row.Id == member.AssessmentId)).Select(member => member.Role).Distinct().ToListAsync();
        var body = await db.BodyRoles.Where(row => row.UserId == userId && row.BodyId == bodyId).Select(row => row.Role).ToListAsync();
        return Of(mine) ?? Of(body) ?? DeskFocus.Team;
    }

    private static DeskFocus? Of(List<string> roles) =>
        roles.Exists(role => role is Roles.Assessor or Roles.Coach) ? DeskFocus.Team
        : roles.Exists(role => role is Roles.Auditor or Roles.Jurist) ? DeskFocus.Judge
        : roles.Contains(Roles.Sponsor) ? DeskFocus.Sponsor
        : roles.Contains(Roles.Manager) ? DeskFocus.Manager
        : roles.Contains(Roles.Admin) ? DeskFocus.Administrator
        : roles.Contains(Roles.Coordinator) ? DeskFocus.Coordinator
        : null;
}
