using Audit.Web.Texts;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>Addresses of the pages for workbooks of a plan.</summary>
public static class WorkbookLinks
{
    public static string Plan(Guid caseId) => $"{StepLinks.Hub(caseId)}/actieplan";

    /// <summary>The workbook itself.</summary>
    public static string Download(Guid caseId) => $"{Plan(caseId)}/werkboek";

    public static string Uploads(Guid caseId) => $"{Download(caseId)}/inlezen";

    public static string Upload(Guid caseId, Guid importId) => $"{Uploads(caseId)}/{importId}";

    public static string Owners(Guid caseId) => $"{Download(caseId)}/eigenaar";

    /// <summary>The workbook with the rows of one owner.</summary>
    public static string OwnerFile(Guid caseId, string owner) => $"{Owners(caseId)}/{owner}";

    public static string Send(Guid caseId, string owner) => $"{OwnerFile(caseId, owner)}/versturen";
}
