using Audit.Data.Excel;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Workflows.Actions.Workbooks;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>The actions of one owner as somebody who may hand them out sees them.</summary>
/// <param name="Reading">The case.</param>
/// <param name="Rows">The actions of the owner.</param>
public sealed record OwnerExport(CaseReading Reading, OwnRows Rows)
{
    /// <summary>Finds them; null when the user may not hand them out, or when there are none any more.</summary>
    public static async Task<OwnerExport?> FindAsync(CaseAccess access, ContentStore contents, Guid id, string owner)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { Report.Plan: not null } reading || !StatusChange.MayChange(reading.View.MyRoles))
        {
            return null;
        }

        var owners = await access.ReadAsync(db => OwnRows.OfAsync(db, reading.Report));
        return owners.FirstOrDefault(one => one.Key == owner) is { } rows ? new OwnerExport(reading, rows) : null;
    }

    /// <summary>What the workbook holds.</summary>
    /// <param name="exportId">Identity of this export.</param>
    /// <param name="nowUtc">Time of export.</param>
    public ActionPlanExport ToExport(Guid exportId, DateTime nowUtc) => Reading.Report
        .ToExport(exportId, DutchText.OnDutchClock(new DateTimeOffset(nowUtc, TimeSpan.Zero)))
        .Only(Rows.Name, Rows.RowKeys);

    public string FileNameOn(DateTime nowUtc) => SafeFileName.Of(Reading.Report.Reviewed ? "acties" : "concept-acties", Rows.Name, DutchText.Day(nowUtc), "xlsx");
}
