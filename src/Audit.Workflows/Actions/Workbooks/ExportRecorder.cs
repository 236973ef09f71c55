using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>Keeps what a workbook holds before it goes out: the base of the merge when it comes back.</summary>
public static class ExportRecorder
{
    public const string Exported = "workbook.exported";

    /// <summary>Subject of a workbook in the trail, and the reason of every change that it brings.</summary>
    public static string NameOf(Guid exportId) => $"werkboek {exportId:D}";

    /// <summary>Adds the export and its trail in the caller's transaction.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="report">The plan as it was when the workbook was made.</param>
    /// <param name="export">What the workbook holds.</param>
    /// <param name="actor">Who exported, and when.</param>
    /// <param name="sentTo">Address to which it goes; null for a download.</param>
    public static void Add(AuditContext db, CaseReport report, ActionPlanExport export, Actor actor, string? sentTo = null)
    {
        var actions = export.Actions.ToList();
        db.WorkbookExports.Add(new WorkbookExportRow
        {
            Id = export.ExportId,
            AssessmentId = report.Case.Row.Id,
            PlanId = report.Plan!.Id,
            BaseJson = StoredRows.BaseOf(actions),
            SentTo = sentTo,
            UserId = actor.UserId!.Value,
            ExportedUtc = actor.NowUtc,
        });
        var rows = actions.Count == 1 ? "1 actie" : $"{actions.Count} acties";
        var what = export.OnlyOf is { } owner ? $"{rows} van {owner}" : $"{rows}, het hele plan";
        new CaseTrail(report.Case.Row.BodyId, report.Case.Row.Id).Add(
            db, actor, Exported, NameOf(export.ExportId), sentTo is null ? what : $"{what}, verstuurd aan {sentTo}");
    }
}
