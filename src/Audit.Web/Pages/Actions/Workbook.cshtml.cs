using Audit.Data.Excel;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Jobs;
using Audit.Web.Pages.Actions.Workbooks;
using Audit.Web.Pages.Jobs;
using Audit.Web.Pages.Results;
using Audit.Web.StartUp;
using Audit.Workflows.Actions.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Actions;

/// <summary>The action plan as an Excel workbook; what it holds is kept before it goes out, so that it can be merged when it comes back.</summary>
[HandsOutFile]
[ShowsAnswers]
public sealed class WorkbookModel(CaseAccess access, ContentStore contents, ExportQueue queue) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { Report: { Plan: not null } report })
        {
            return NotFound();
        }

        if (report.Measures.Count > JobKinds.ManyActions)
        {
            this.Tell(Tr($"Dit plan heeft meer dan {JobKinds.ManyActions} acties. Laat het werkboek daarom hieronder op de achtergrond maken."));
            return Redirect(JobWords.StartLink(id));
        }

        var now = new DateTimeOffset(access.User.NowUtc, TimeSpan.Zero);
        var export = report.ToExport(Guid.CreateVersion7(), DutchText.OnDutchClock(now));
        if (ActionPlanWorkbook.RefusalOf(export) is { } refusal)
        {
            this.Tell(Tr(refusal));
            return Redirect(WorkbookLinks.Plan(id));
        }

        if (await queue.MakeAsync(export, cancel) is not { } file)
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var kept = await access.WriteAsync<object>(id, (db, _) =>
        {
            ExportRecorder.Add(db, report, export, access.User.Actor);
            return Task.FromResult<object?>(export);
        });
        var kind = report.PlanAdopted ? "actieplan" : "concept-actieplan";
        return kept is null ? NotFound() : WorkbookFile.Of(this, file, SafeFileName.Of(kind, report.Case.Row.Name, DutchText.Day(access.User.NowUtc), "xlsx"));
    }
}
