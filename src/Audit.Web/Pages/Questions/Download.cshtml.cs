using Audit.Web.Access;
using Audit.Web.Attachments;
using Audit.Web.StartUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Questions;

/// <summary>Hands out a file as a download: never shown inside the site, whatever its name or content.</summary>
[HandsOutFile]
[ShowsAnswers]
public sealed class DownloadModel(CaseAccess access, AttachmentStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId)
    {
        if (await access.FindAsync(id) is null)
        {
            return NotFound();
        }

        return await access.ReadAsync<IActionResult>(async db =>
            await db.Attachments.SingleOrDefaultAsync(row => row.Id == fileId && row.AssessmentId == id) is { } row && await store.ReadAsync(db, row) is { } content
                ? File(content, "application/octet-stream", row.FileName)
                : NotFound());
    }
}
