using Audit.Web.Forms;
using Audit.Web.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Jobs;

/// <summary>How far long work is, and what came of it. The browser asks again by itself while it goes on, without script.</summary>
public sealed class DetailsModel(JobDesk desk) : PageModel
{
    /// <summary>Value of "verversen" with which the page stands still.</summary>
    public const string Still = "nee";

    private const int RefreshSeconds = 5;

    public JobView Job { get; private set; } = null!;

    /// <summary>Whether the page asks again by itself.</summary>
    public bool Refreshes { get; private set; }

    public int Seconds => RefreshSeconds;

    public async Task<IActionResult> OnGetAsync(Guid jobId, string? verversen)
    {
        if (await desk.FindAsync(jobId) is not { } job)
        {
            return NotFound();
        }

        Job = job;
        Refreshes = job.IsOpen && verversen != Still;
        Response.Headers.CacheControl = "no-store";
        if (Refreshes)
        {
            Response.Headers["Refresh"] = $"{RefreshSeconds}";
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid jobId)
    {
        if (await desk.FindAsync(jobId) is not { } job)
        {
            return NotFound();
        }

        await desk.StopAsync(jobId);
        this.Tell(job.IsOpen ? Tr($"Het werk wordt gestopt. Er is niets gewijzigd.") : Tr($"Het werk was al afgelopen."));
        return Redirect(JobWords.Link(jobId));
    }
}
