using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Web.Access;

/// <summary>What a member may do with the actions of a case.</summary>
/// <param name="MyRoles">Roles of the member in this case.</param>
/// <param name="UserId">The member.</param>
public sealed record ActionRights(IReadOnlyCollection<string> MyRoles, Guid UserId)
{
    /// <summary>Whether the member may change everything of every action.</summary>
    public bool MayManage => Policies.ManageActions.Allows(MyRoles);

    /// <summary>Whether the member may tell how far an action is: its owner may, but who judges the case never does.</summary>
    public bool MayReport(PlannedMeasureRow row) => MayManage || (row.OwnerId == UserId && !Policies.Review.Allows(MyRoles));

    public static ActionRights Of(CaseView view, CurrentUser user) => new(view.MyRoles, user.Id);
}
