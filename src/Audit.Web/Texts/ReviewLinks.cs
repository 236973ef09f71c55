namespace Audit.Web.Texts;

/// <summary>Addresses of the review of a case.</summary>
public static class ReviewLinks
{
    public static string Of(Guid caseId) => $"{StepLinks.Hub(caseId)}/beoordeling";

    public static string Add(Guid caseId) => $"{Of(caseId)}/nieuw";

    /// <summary>One item with its course.</summary>
    public static string Item(Guid caseId, Guid itemId) => $"{Of(caseId)}/{itemId}";

    /// <summary>The class that a reviewer gives a task.</summary>
    public static string Class(Guid caseId, string taskKey) => $"{Of(caseId)}/klasse/{taskKey}";

    public static string SignOff(Guid caseId) => $"{Of(caseId)}/ondertekening";

    public static string Gates(Guid caseId) => $"{StepLinks.Hub(caseId)}/drempelregels";

    /// <summary>One gate of one task.</summary>
    public static string Gate(Guid caseId, string taskKey, string gateId) => $"{Gates(caseId)}/{taskKey}/{gateId}";
}
