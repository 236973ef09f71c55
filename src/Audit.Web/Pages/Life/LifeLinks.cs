using Audit.Web.Texts;

namespace Audit.Web.Pages.Life;

/// <summary>Addresses of what can be done with a case as a whole.</summary>
public static class LifeLinks
{
    /// <summary>A new case from an answers file.</summary>
    public const string Import = "/doorlichtingen/uit-bestand";

    public static string Export(Guid caseId) => $"{StepLinks.Hub(caseId)}/antwoorden.yaml";

    public static string Archive(Guid caseId) => $"{StepLinks.Hub(caseId)}/archief";

    public static string Withdraw(Guid caseId) => $"{StepLinks.Hub(caseId)}/intrekken";

    public static string Copy(Guid caseId) => $"{StepLinks.Hub(caseId)}/kopie";
}
