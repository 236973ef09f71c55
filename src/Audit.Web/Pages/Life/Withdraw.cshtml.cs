using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Life;

/// <summary>Withdraws a case, with a reason: from then on it can only be read.</summary>
[ShowsNoAnswers]
public sealed class WithdrawModel(CaseAccess access, CaseLife life) : PageModel
{
    public const string ReasonField = "reden";

    public CaseView View { get; private set; } = null!;

    public string Reason { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) && !View.IsReadOnly ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? reden)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Reason = reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        if (Reason.Length is 0 or > CaseLife.MostCharacters)
        {
            ModelState.AddModelError(ReasonField, Reason.Length == 0 ? Tr($"Schrijf op waarom u de doorlichting intrekt.") : Tr($"Maak de reden korter: hooguit {CaseLife.MostCharacters} tekens."));
            return Page();
        }

        return await WithdrawAsync(id);
    }

    private async Task<IActionResult> WithdrawAsync(Guid id)
    {
        // A form that is sent twice finds the case withdrawn, and is told so.
        var refusal = await access.ChangeLifeAsync(id, async (db, view) =>
        {
            if (!CaseLife.MayArchive(view.MyRoles))
            {
                return Tr($"U kunt deze doorlichting niet (meer) intrekken.");
            }

            await life.WithdrawAsync(db, id, Reason, access.User.Actor);
            return null;
        });
        if (refusal is not null)
        {
            ModelState.AddModelError(ReasonField, refusal);
            return Page();
        }

        this.Tell(Tr($"De doorlichting is ingetrokken. Iedereen die meedoet kan haar nog lezen."));
        return Redirect(StepLinks.Hub(id));
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        View = (await access.FindAsync(id))!;
        return View is not null && CaseLife.MayArchive(View.MyRoles);
    }
}
