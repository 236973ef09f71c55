using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Team;

/// <summary>The team shares its answers with those who judge and decide, after reading what that means.</summary>
[ShowsNoAnswers]
public sealed class ShareModel(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseProgress Progress { get; private set; } = new(0, 0);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Progress = CaseProgress.Of(View.Case, View.Process, access.User.NowUtc);
        return await access.ReadAsync(db => CaseSharing.IsSharedAsync(db, View.Case.Row)) ? Redirect(StepLinks.Hub(id)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var refusal = await access.ChangeAsync(id, async (db, view) =>
        {
            if (!MayShare(view))
            {
                return Tr($"U kunt de antwoorden niet (meer) delen.");
            }

            await CaseSharing.ShareAsync(db, view.Case.Row, access.User.Actor);
            return null;
        });
        this.Tell(refusal ?? Tr($"De antwoorden zijn gedeeld met auditor en opdrachtgever."));
        return Redirect(StepLinks.Hub(id));
    }

    public static bool MayShare(CaseView view) => Policies.ShareAnswers.Allows(view.MyRoles);

    private async Task<bool> LoadAsync(Guid id)
    {
        View = (await access.FindAsync(id))!;
        return View is not null && MayShare(View);
    }
}
