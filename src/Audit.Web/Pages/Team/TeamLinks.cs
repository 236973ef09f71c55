using Audit.Web.Texts;

namespace Audit.Web.Pages.Team;

/// <summary>Addresses of the team of a case.</summary>
public static class TeamLinks
{
    public static string Of(Guid caseId) => $"{StepLinks.Hub(caseId)}/team";

    public static string Remove(Guid caseId, Guid userId, string role) => $"{Of(caseId)}/verwijderen/{userId}/{role}";

    public static string Trail(Guid caseId) => $"{StepLinks.Hub(caseId)}/spoor";

    public static string StandIn(Guid caseId) => $"{StepLinks.Hub(caseId)}/vervanging";

    public static string Activity(Guid caseId) => $"{StepLinks.Hub(caseId)}/activiteit";

    /// <summary>Says to who is outside the team that the answers are still a draft.</summary>
    public static string Draft(Guid caseId) => $"{StepLinks.Hub(caseId)}/concept";

    public static string Share(Guid caseId) => $"{StepLinks.Hub(caseId)}/delen";
}
