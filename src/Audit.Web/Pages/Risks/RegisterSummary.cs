using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Risks;

namespace Audit.Web.Pages.Risks;

/// <summary>How many risks a case has, for pages that lead to the register.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Count">Risks in the register, of tasks that are examined.</param>
/// <param name="Unended">Those among them without a measure and without a decision.</param>
public sealed record RegisterSummary(Guid CaseId, int Count, int Unended)
{
    public static async Task<RegisterSummary> OfAsync(AuditContext db, Case current, RiskScale scale, DateTime nowUtc)
    {
        var risks = RiskRegister.Standing(await RiskRegister.ReadAsync(db, current, scale, nowUtc), current).ToList();
        return new(current.Row.Id, risks.Count, risks.Count(risk => risk.EndingOn(DutchDay.Of(nowUtc)) == RiskEnding.None));
    }
}
