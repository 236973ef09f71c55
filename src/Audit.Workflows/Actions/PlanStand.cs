using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions;

/// <summary>What a plan that somebody looks at was made from, so that it is not written down once that has changed.</summary>
/// <param name="Answers">Hash of everything that the plan follows from.</param>
/// <param name="Newest">The plan that it would replace.</param>
public sealed record PlanStand(string Answers, Guid Newest)
{
    /// <summary>How the case stands.</summary>
    /// <param name="db">The open transaction, or a context for reading.</param>
    /// <param name="current">The case.</param>
    /// <param name="run">Its score.</param>
    public static async Task<PlanStand> OfAsync(AuditContext db, Case current, ScoreRun run)
    {
        var caseId = current.Row.Id;
        var newest = await db.Plans.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.Sequence).Select(row => row.Id).FirstOrDefaultAsync();
        return new(CanonicalJson.Hash($"{run.Instrument.Sha256} {run.Profile.Sha256} {current.Measures.Sha256} {run.Answers.Sha256} {run.On:O}"), newest);
    }
}
