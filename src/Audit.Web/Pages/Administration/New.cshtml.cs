using Audit.Data.Templates.Documents;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration;

/// <summary>Adds a definition: it is checked at once and kept as a draft only when nothing is wrong with it.</summary>
[LargestForm(LargestRequest)]
public sealed class NewModel(AdminAccess access) : PageModel
{
    /// <summary>Room for a file that is too large by far, so that its sender is told so. Unit: bytes.</summary>
    private const int LargestRequest = 16 * 1024 * 1024;

    public DefinitionUpload Upload { get; private set; } = new();

    /// <summary>What the checker found, in the order of the file.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(DefinitionUpload upload)
    {
        Upload = upload;
        if (await upload.ReadAsync(ModelState) is not { } content)
        {
            return Page();
        }

        var (draft, problems) = DefinitionDrafts.Read(access.User.BodyId, content, access.User.Actor);
        if (draft is null)
        {
            Problems = [.. problems.OrderBy(problem => problem.Line)];
            var count = problems.Count == 1 ? Tr($"staat één fout") : Tr($"staan {problems.Count} fouten");
            ModelState.AddModelError(upload.Field, Tr($"In {(upload.Bestand is null ? Tr($"de tekst") : content.FileName)} {count}. Er is niets bewaard."));
            return Page();
        }

        var added = await access.WriteAsync(db =>
        {
            db.WorkflowDrafts.Add(draft);
            return Task.FromResult<Data.Database.WorkflowDraftRow?>(draft);
        });
        if (added is null)
        {
            return NotFound();
        }

        this.Tell(Tr($"Het bestand is nagekeken en bewaard als concept. Er is nog niets gepubliceerd."));
        return Redirect(AdminLinks.Draft(draft.Id));
    }
}
