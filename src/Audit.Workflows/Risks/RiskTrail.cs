using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Risks;

/// <summary>The trail of a risk: its history is everything whose subject begins with its id.</summary>
public static class RiskTrail
{
    public const string Added = "risk.added";
    public const string Changed = "risk.changed";
    public const string Dropped = "risk.dropped";
    public const string Restored = "risk.restored";
    public const string TakenOver = "risk.taken-over";
    public const string Judged = "risk.judged";
    public const string Explained = "risk.explained";
    public const string Accepted = "risk.accepted";
    public const string Withdrawn = "risk.acceptance-withdrawn";

    /// <summary>Subject of records about a part of a risk.</summary>
    /// <param name="riskId">The risk.</param>
    /// <param name="part">Which part.</param>
    public static string SubjectOf(Guid riskId, string part) => $"{riskId:D}/{part}";

    /// <summary>Part of the subject that goes with a stage.</summary>
    public static string PartOf(RiskStage stage) => stage switch
    {
        RiskStage.Inherent => "inherent",
        RiskStage.Residual => "restrisico",
    };

    /// <summary>Everything that happened to a risk, newest first.</summary>
    public static async Task<IReadOnlyList<TrailRow>> OfAsync(AuditContext db, Guid caseId, Guid riskId)
    {
        var start = SubjectOf(riskId, string.Empty);
        return await db.Trail.Where(row => row.AssessmentId == caseId && row.Subject.StartsWith(start)).OrderByDescending(row => row.Id).ToListAsync();
    }

    internal static CaseTrail For(Case current) => new(current.Row.BodyId, current.Row.Id);
}
