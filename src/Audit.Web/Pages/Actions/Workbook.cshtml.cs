using Audit.Data.Excel;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Actions;

/// <summary>The action plan as an Excel workbook.</summary>
public sealed class WorkbookModel(CaseAccess access, ContentStore contents, ExportQueue queue) : PageModel
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { Report: { Plan: not null } report })
        {
            return NotFound();
        }

        var now = new DateTimeOffset(access.User.NowUtc, TimeSpan.Zero);
        var export = report.ToExport(Guid.CreateVersion7(), DutchText.OnDutchClock(now));
        if (ActionPlanWorkbook.RefusalOf(export) is { } refusal)
        {
            this.Tell(refusal);
            return Redirect($"{StepLinks.Hub(id)}/actieplan");
        }

        if (await queue.MakeAsync(export, cancel) is not { } file)
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        Response.Headers.CacheControl = "no-store";
        var kind = report.PlanAdopted ? "actieplan" : "concept-actieplan";
        return File(file, Excel, SafeFileName.Of(kind, report.Case.Row.Name, DutchText.Day(access.User.NowUtc), "xlsx"));
    }
}
