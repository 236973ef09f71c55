using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>Adds a version: it is checked at once and kept as a draft only when nothing is wrong with it.</summary>
[LargestForm(LargestRequest)]
public sealed class NewModel(AdminAccess access, InstrumentDrafts drafts, InstrumentWorkbookReader workbooks) : PageModel
{
    /// <summary>Room for two files. Unit: bytes.</summary>
    private const int LargestRequest = 10 * 1024 * 1024;

    /// <summary>What the checker found: file by file, in the order of the file.</summary>
    public IReadOnlyList<UploadProblem> Problems { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(InstrumentUpload upload)
    {
        if (await upload.ReadAsync(ModelState, workbooks) is not { } content)
        {
            return Page();
        }

        (var draft, Problems) = drafts.Read(access.User.BodyId, content, access.User.Actor);
        if (draft is null)
        {
            foreach (var file in Problems.GroupBy(problem => problem.FileName))
            {
                var count = file.Count() == 1 ? Tr($"staat één fout") : Tr($"staan {file.Count()} fouten");
                var field = file.Key == content.Instrument.FileName ? InstrumentUpload.FileField : InstrumentUpload.MeasuresField;
                ModelState.AddModelError(field, Tr($"In {file.Key} {count}. Er is niets bewaard."));
            }

            return Page();
        }

        var added = await access.WriteAsync(db =>
        {
            db.InstrumentDrafts.Add(draft);
            return Task.FromResult<InstrumentDraftRow?>(draft);
        });
        if (added is null)
        {
            return NotFound();
        }

        this.Tell(Tr($"Het bestand is nagekeken en bewaard als concept. Er is nog niets gepubliceerd."));
        return Redirect(InstrumentLinks.Draft(draft.Id));
    }
}
