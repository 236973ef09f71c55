using Audit.Data.Excel;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Workflows.Actions.Workbooks;
using Audit.Workflows.Jobs;

namespace Audit.Web.Jobs;

/// <summary>Makes the workbook of a large plan.</summary>
public sealed class PlanWorkbookJob(JobMoment moment, ExportQueue queue) : IJobWork
{
    public string Kind => JobKinds.PlanWorkbook;

    public async Task<JobOutcome> RunAsync(JobInHand job, CancellationToken cancellation)
    {
        await job.ReportAsync(0, 2);
        if (await moment.ReadAsync(job) is not { Report: { Plan: not null } report } found)
        {
            return JobOutcome.Refused(JobMoment.NotYours);
        }

        var now = new DateTimeOffset(moment.NowUtc, TimeSpan.Zero);
        var export = report.ToExport(Guid.CreateVersion7(), DutchText.OnDutchClock(now));
        if (ActionPlanWorkbook.RefusalOf(export) is { } refusal)
        {
            return JobOutcome.Refused(refusal);
        }

        await job.ReportAsync(1, 2);
        if (await queue.MakeAsync(export, cancellation) is not { } file)
        {
            return JobOutcome.Refused(Sentence.Of($"Er worden nu te veel werkboeken tegelijk gemaakt. Probeer het over een minuut opnieuw."));
        }

        var kind = report.PlanAdopted ? "actieplan" : "concept-actieplan";
        return new JobOutcome(Sentence.Of($"Het werkboek is klaar. Het heeft {export.Actions.Count()} acties."))
        {
            File = new(SafeFileName.Of(kind, report.Case.Row.Name, DutchText.Day(moment.NowUtc), "xlsx"), file.ToArray()),
            Commit = db =>
            {
                ExportRecorder.Add(db, report, export, found.Actor);
                return Task.FromResult<Sentence?>(null);
            },
        };
    }
}
