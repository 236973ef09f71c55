using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Life;

/// <summary>Puts a case in the archive, out of the lists, and brings it back.</summary>
[ShowsNoAnswers]
public sealed class ArchiveModel(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public bool IsAway => View.Case.Row.ArchivedUtc is not null;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Moves the case to where the person read that it would go, so that a double click does nothing twice.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, bool weg)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var refusal = await access.ChangeLifeAsync(id, async (db, view) =>
        {
            if (!CaseLife.MayArchive(view.MyRoles))
            {
                return Tr($"U kunt deze doorlichting niet (meer) archiveren.");
            }

            await CaseLife.ArchiveAsync(db, id, weg, access.User.Actor);
            return null;
        });
        this.Tell(refusal ?? (weg ? Tr($"De doorlichting staat nu in het archief.") : Tr($"De doorlichting staat weer in de lijst.")));
        return Redirect(StepLinks.Hub(id));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        View = (await access.FindAsync(id))!;
        return View is not null && CaseLife.MayArchive(View.MyRoles);
    }
}
