using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Risks;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Risks;

/// <summary>How a risk was judged in the previous case.</summary>
/// <param name="CaseName">Name of that case.</param>
/// <param name="Number">Number of the risk there.</param>
/// <param name="Judgements">The newest judgement of every stage and side.</param>
public sealed record EarlierRisk(string CaseName, int Number, IReadOnlyList<RiskJudgementRow> Judgements)
{
    public static async Task<EarlierRisk?> FindAsync(AuditContext db, Case current, RiskRow risk)
    {
        if (await RiskCopies.EarlierAsync(db, current, risk) is not { } earlier)
        {
            return null;
        }

        var name = await db.Assessments.Where(row => row.Id == earlier.AssessmentId).Select(row => row.Name).SingleAsync();
        var judgements = await db.RiskJudgements.Where(row => row.RiskId == earlier.Id).ToListAsync();
        return new(name, earlier.Number, [.. judgements
            .GroupBy(row => (row.Stage, row.ByReviewer))
            .OrderBy(same => same.Key)
            .Select(same => same.MaxBy(row => row.Sequence)!)]);
    }
}
