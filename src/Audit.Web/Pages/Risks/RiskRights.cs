using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Risks;

/// <summary>Who may do what in the risk register. Everybody in the case may read it.</summary>
public static class RiskRights
{
    /// <summary>The team and its coach formulate risks, as long as the case is not closed: the register lives on after the outcome was adopted.</summary>
    public static bool MayEdit(CaseView view) => IsOpen(view) && IsTeam(view);

    /// <summary>On whose behalf this member judges: false for the team, true for the reviewer, null for nobody.</summary>
    public static bool? SideOf(CaseView view) =>
        !IsOpen(view) ? null : IsTeam(view) ? false : Policies.Review.Allows(view.MyRoles) ? true : null;

    /// <summary>Only who answers for the task accepts what is left of a risk.</summary>
    public static bool MayAccept(CaseView view) => IsOpen(view) && Policies.AcceptRisk.Allows(view.MyRoles);

    private static bool IsOpen(CaseView view) => view.Case.Row.Status != AssessmentStatus.Finished;

    private static bool IsTeam(CaseView view) => Policies.DescribeRisks.Allows(view.MyRoles);
}
