using Audit.Data.Database;

namespace Audit.Web.Texts;

/// <summary>Addresses of the pages of the risk register.</summary>
public static class RiskLinks
{
    public static string Register(Guid caseId) => $"{StepLinks.Hub(caseId)}/risicos";

    public static string New(Guid caseId) => $"{Register(caseId)}/nieuw";

    public static string Proposals(Guid caseId) => $"{Register(caseId)}/voorstellen";

    public static string Risk(Guid caseId, Guid riskId) => $"{Register(caseId)}/{riskId}";

    public static string Judge(Guid caseId, Guid riskId, RiskStage stage) => $"{Risk(caseId, riskId)}/oordelen/{RiskTexts.SegmentOf(stage)}";
}
