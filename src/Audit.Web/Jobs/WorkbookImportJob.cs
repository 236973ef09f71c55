using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Web.Pages.Actions;
using Audit.Web.Pages.Actions.Workbooks;
using Audit.Workflows.Actions.Workbooks;
using Audit.Workflows.Jobs;

namespace Audit.Web.Jobs;

/// <summary>What reading a workbook needs besides its bytes.</summary>
/// <param name="ImportId">Id of the submission.</param>
/// <param name="FileName">Name of the file.</param>
public sealed record WorkbookImportInput(Guid ImportId, string FileName);

/// <summary>Reads a large workbook that came back and keeps it, so that its changes can be looked at.</summary>
public sealed class WorkbookImportJob(JobMoment moment, ExportQueue queue) : IJobWork
{
    public string Kind => JobKinds.WorkbookImport;

    public async Task<JobOutcome> RunAsync(JobInHand job, CancellationToken cancellation)
    {
        await job.ReportAsync(0, 2);
        if (await moment.ReadAsync(job) is not { Report: { Plan: not null } report } found)
        {
            return JobOutcome.Refused(JobMoment.NotYours);
        }

        var input = job.Input<WorkbookImportInput>();
        ImportedPlan? plan = null;
        using var file = new MemoryStream(job.Row.InputContent ?? []);
        if (!await queue.RunAsync(() => plan = ActionPlanImport.Read(file), cancellation))
        {
            return JobOutcome.Refused(Sentence.Of($"Er worden nu te veel werkboeken tegelijk verwerkt. Probeer het over een minuut opnieuw."));
        }

        if (plan!.Refusal is { } refusal)
        {
            return JobOutcome.Refused(refusal);
        }

        await job.ReportAsync(1, 2);
        return new JobOutcome(Sentence.Of($"Het werkboek is gelezen. Kijk na wat er zou veranderen; er is nog niets gewijzigd."))
        {
            Path = WorkbookLinks.Upload(job.CaseId, input.ImportId),
            Commit = async db => StatusChange.MayChange(await job.RolesAsync(db))
                ? await new WorkbookUpload(input.ImportId, input.FileName, plan).KeepAsync(db, report.Case.Row.BodyId, job.CaseId, found.Actor)
                : WorkbookTexts.NotAllowed,
        };
    }
}
