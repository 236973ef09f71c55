using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Cases;

namespace Audit.Web.Desk;

/// <summary>The cases of a person in the person's own body.</summary>
public static class MyCases
{
    public static IQueryable<AssessmentRow> All(AuditContext db, CurrentUser user)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        return db.Assessments.Where(row => row.BodyId == bodyId && db.Members.Any(member => member.AssessmentId == row.Id && member.UserId == userId));
    }

    /// <summary>Those that were neither put away nor withdrawn.</summary>
    public static IQueryable<AssessmentRow> InUse(AuditContext db, CurrentUser user) =>
        All(db, user).Where(row => row.ArchivedUtc == null && row.WithdrawnUtc == null);

    /// <summary>Those in use in which a rule allows the person something.</summary>
    public static IQueryable<AssessmentRow> InUse(AuditContext db, CurrentUser user, Policy policy)
    {
        var (userId, roles) = (user.Id, policy.Roles);
        return InUse(db, user).Where(row => db.Members.Any(member => member.AssessmentId == row.Id && member.UserId == userId && roles.Contains(member.Role)));
    }
}
