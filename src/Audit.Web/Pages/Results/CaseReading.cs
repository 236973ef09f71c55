using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Results;

/// <summary>A case as a member sees it, with its scores and plan.</summary>
public sealed record CaseReading(CaseView View, CaseReport Report)
{
    /// <summary>Reads a case with its report; null when the user is not a member of it.</summary>
    public static async Task<CaseReading?> FindAsync(CaseAccess access, ContentStore contents, Guid assessmentId)
    {
        if (await access.FindAsync(assessmentId) is not { } view)
        {
            return null;
        }

        var report = await access.ReadAsync(db => CaseReport.FindAsync(db, contents, assessmentId, access.User.NowUtc));
        return report is null ? null : new CaseReading(view, report);
    }
}
