using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Team;

/// <summary>Says that the answers are still a draft of the team.</summary>
[ShowsNoAnswers]
public sealed class DraftModel(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return await access.ReadAsync(db => CaseSharing.IsSharedAsync(db, view.Case.Row)) ? Redirect(StepLinks.Hub(id)) : Page();
    }
}
