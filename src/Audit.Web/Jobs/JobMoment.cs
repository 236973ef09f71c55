using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Jobs;

namespace Audit.Web.Jobs;

/// <summary>What work about a case needs: the case as it stands, who asked for it, and the moment.</summary>
public sealed class JobMoment(AuditDatabase database, ContentStore contents, TimeProvider time)
{
    public static Sentence NotYours => Sentence.Of($"U bent geen lid meer van deze doorlichting. Er is niets gemaakt.");

    public DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>The case with its scores and plan, and who asked; null when that is not a member any more.</summary>
    public async Task<(CaseReport Report, Actor Actor, IReadOnlyList<string> Roles)?> ReadAsync(JobInHand job)
    {
        await using var db = database.Read();
        var roles = await job.RolesAsync(db);
        return roles.Count > 0 && await CaseReport.FindAsync(db, contents, job.CaseId, NowUtc) is { } report
            ? (report, await job.ActorAsync(db, NowUtc), roles)
            : null;
    }
}
