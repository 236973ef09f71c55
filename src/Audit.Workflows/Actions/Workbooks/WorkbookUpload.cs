using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>A workbook that somebody handed in and that could be read.</summary>
/// <param name="Id">Id of the submission, so that a form that is sent twice counts once.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Plan">What it holds.</param>
public sealed record WorkbookUpload(Guid Id, string FileName, ImportedPlan Plan)
{
    public const string Uploaded = "workbook.uploaded";

    private static Sentence Again => Sentence.Of($"Download het actieplan opnieuw en neem uw wijzigingen daarin over. Er is niets gewijzigd.");

    /// <summary>Keeps it until somebody decides.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="bodyId">The body of the case.</param>
    /// <param name="assessmentId">The case in which it was handed in.</param>
    /// <param name="actor">Who handed it in, and when.</param>
    /// <returns>Why it was refused; null when it was kept.</returns>
    public async Task<Sentence?> KeepAsync(AuditContext db, Guid bodyId, Guid assessmentId, Actor actor)
    {
        if (await db.WorkbookImports.AnyAsync(row => row.Id == Id && row.AssessmentId == assessmentId))
        {
            return null;
        }

        var exportId = Plan.Meta!.ExportId;
        if (await db.WorkbookExports.SingleOrDefaultAsync(row => row.Id == exportId) is not { } export || export.AssessmentId != assessmentId)
        {
            return await ForeignAsync(db, exportId, actor.UserId!.Value);
        }

        if (await OutdatedAsync(db, export) is { } outdated)
        {
            return outdated;
        }

        db.WorkbookImports.Add(new WorkbookImportRow
        {
            Id = Id,
            ExportId = export.Id,
            AssessmentId = assessmentId,
            FileName = FileName,
            ContentJson = StoredRows.ContentOf(new(Plan.Content, Doubtful(export))),
            Status = WorkbookImportStatus.Previewed,
            UserId = actor.UserId!.Value,
            UploadedUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        });
        new CaseTrail(bodyId, assessmentId).Add(db, actor, Uploaded, ExportRecorder.NameOf(export.Id), FileName);
        return null;
    }

    /// <summary>Why an export can no longer be merged: a newer plan took the place of its plan; null when it can.</summary>
    public static async Task<Sentence?> OutdatedAsync(AuditContext db, WorkbookExportRow export)
    {
        var plan = await db.Plans.SingleAsync(row => row.Id == export.PlanId);
        var newest = await db.Plans.Where(row => row.AssessmentId == export.AssessmentId).OrderByDescending(row => row.Sequence).FirstAsync();
        return plan.Id == newest.Id
            ? null
            : Sentence.Of($"Dit werkboek hoort bij plan {plan.Sequence}. Intussen is plan {newest.Sequence} gemaakt, met andere acties: de wijzigingen passen daar niet op. {Again}");
    }

    /// <summary>Who is a member of the other case may know which one it is; for others the export does not exist.</summary>
    private static async Task<Sentence> ForeignAsync(AuditContext db, Guid exportId, Guid userId)
    {
        var name = await (
            from export in db.WorkbookExports
            join assessment in db.Assessments on export.AssessmentId equals assessment.Id
            where export.Id == exportId && db.Members.Any(member => member.AssessmentId == assessment.Id && member.UserId == userId)
            select assessment.Name).FirstOrDefaultAsync();
        return name is null
            ? Sentence.Of($"Het exportnummer van dit werkboek ({exportId.ToString()}) is onbekend bij deze doorlichting. {Again}")
            : Sentence.Of($"Dit werkboek hoort bij een andere doorlichting: ‘{name}’. Lever het daar in. Er is niets gewijzigd.");
    }

    private IReadOnlyList<Guid> Doubtful(WorkbookExportRow export) =>
    [
        .. StoredRows.Base(export.BaseJson)
            .Where(row => Plan.Meta!.BaseHashes.GetValueOrDefault(row.RowKey) != BaseValues.HashOf(row))
            .Select(row => row.RowKey),
    ];
}
