using Audit.Web.Forms;
using Audit.Web.Jobs;
using Audit.Web.StartUp;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Jobs;

/// <summary>The file that long work made. It can hold answers, so an auditor who still rates the case blind does not get it.</summary>
[HandsOutFile]
public sealed class FileModel(JobDesk desk) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid jobId)
    {
        if (await desk.FindAsync(jobId) is not { } job)
        {
            return NotFound();
        }

        if (await desk.FileAsync(jobId) is not { } file)
        {
            return NotFound();
        }

        if (job.CaseId is { } caseId && await desk.NoteSightAsync(caseId) is { } round)
        {
            this.Tell(RatingTexts.Hidden);
            return Redirect(RatingLinks.Round(caseId, round.Id));
        }

        Response.Headers.CacheControl = "no-store";
        return File(file.Content, "application/octet-stream", file.Name);
    }
}
