using System.IO.Compression;
using System.Text;
using Audit.Data.Excel;
using Audit.Data.Results;
using Audit.Data.Templates.Documents;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Workflows.Actions.Workbooks;
using Audit.Workflows.Cases;
using Audit.Workflows.Jobs;

namespace Audit.Web.Jobs;

/// <summary>Puts the whole record of a case in one ZIP file: answers, calculation records and action plan.</summary>
public sealed class CaseRecordJob(JobMoment moment) : IJobWork
{
    private const string ReadMe = """
        Dossier van een doorlichting

        antwoorden.json     alle antwoorden met hun toelichting en bewijs
        rekenbewijs/        per taak alles om de score opnieuw te berekenen
        actieplan.xlsx      het actieplan als werkboek, als er een plan is

        De score is een signaal, geen juridisch oordeel. Zij zegt iets over een taak en nooit over een persoon.
        Vermoedens van discriminatie staan niet in dit dossier.
        """;

    public string Kind => JobKinds.CaseRecord;

    public async Task<JobOutcome> RunAsync(JobInHand job, CancellationToken cancellation)
    {
        if (await moment.ReadAsync(job) is not { Report: { } report } found)
        {
            return JobOutcome.Refused(JobMoment.NotYours);
        }

        var now = new DateTimeOffset(moment.NowUtc, TimeSpan.Zero);
        var export = report.Plan is null ? null : report.ToExport(Guid.CreateVersion7(), DutchText.OnDutchClock(now));
        export = export is not null && ActionPlanWorkbook.RefusalOf(export) is null ? export : null;
        var content = await FillAsync(job, (report, export, now), cancellation);
        return new JobOutcome(Sentence.Of($"Het dossier is klaar."))
        {
            File = new(SafeFileName.Of("dossier", report.Case.Row.Name, DutchText.Day(moment.NowUtc), "zip"), content),
            Commit = db =>
            {
                if (export is not null)
                {
                    ExportRecorder.Add(db, report, export, found.Actor);
                }

                new CaseTrail(report.Case.Row.BodyId, job.CaseId).Add(db, found.Actor, "record.exported", "dossier");
                return Task.FromResult<Sentence?>(null);
            },
        };
    }

    private static async Task<byte[]> FillAsync(JobInHand job, (CaseReport Report, ActionPlanExport? Export, DateTimeOffset Now) what, CancellationToken cancellation)
    {
        var current = what.Report.Case;
        var total = current.Tasks.Count + 1;
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, "leesmij.txt", ReadMe);
            await AddAsync(zip, "antwoorden.json", AnswersJson.Of(current.Answers).ToJsonString(CanonicalJson.Indented));
            for (var task = 0; task < current.Tasks.Count; task++)
            {
                await job.ReportAsync(task, total);
                cancellation.ThrowIfCancellationRequested();
                var key = current.Tasks[task].Key;
                await AddAsync(zip, $"rekenbewijs/{key}.json", current.Score(what.Now.UtcDateTime, key).ToReceipt(what.Now).ToJsonString(CanonicalJson.Indented));
            }

            await job.ReportAsync(total - 1, total);
            if (what.Export is { } export)
            {
                using var workbook = new MemoryStream();
                ActionPlanWorkbook.Write(export, workbook);
                await using var entry = await zip.CreateEntry("actieplan.xlsx").OpenAsync(cancellation);
                await entry.WriteAsync(workbook.ToArray(), cancellation);
            }
        }

        return file.ToArray();
    }

    private static async Task AddAsync(ZipArchive zip, string name, string text)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync();
        await entry.WriteAsync(Encoding.UTF8.GetBytes(text));
    }
}
