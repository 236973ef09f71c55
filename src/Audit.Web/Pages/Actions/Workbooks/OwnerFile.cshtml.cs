using Audit.Data.Excel;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.StartUp;
using Audit.Workflows.Actions.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>The workbook with the rows of one owner, to hand over in another way than by e-mail.</summary>
[HandsOutFile]
[ShowsAnswers]
public sealed class OwnerFileModel(CaseAccess access, ContentStore contents, ExportQueue queue) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, string owner, CancellationToken cancel)
    {
        if (await OwnerExport.FindAsync(access, contents, id, owner) is not { } own)
        {
            return NotFound();
        }

        var now = access.User.NowUtc;
        var export = own.ToExport(Guid.CreateVersion7(), now);
        if (await queue.MakeAsync(export, cancel) is not { } file)
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var kept = await access.WriteAsync<object>(id, (db, _) =>
        {
            ExportRecorder.Add(db, own.Reading.Report, export, access.User.Actor);
            return Task.FromResult<object?>(export);
        });
        return kept is null ? NotFound() : WorkbookFile.Of(this, file, own.FileNameOn(now));
    }
}
