using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Research;

/// <summary>Asks whether a question may be taken out of the research plan, and does so.</summary>
public sealed class RemoveModel(CaseAccess access) : ResearchPage(access)
{
    public PlanItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid itemId) => await LoadAsync(id, itemId) && MayEdit ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid itemId, Guid gezien)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var refusal = await ChangeAsync((db, view) => ResearchPlan.RemoveAsync(db, view.Case, (itemId, gezien), Access.User.Actor));
        if (refusal is not null && await LoadAsync(id, itemId))
        {
            ModelState.Clear();
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        this.Tell(refusal ?? Tr($"De onderzoeksvraag is uit het plan gehaald."));
        return Redirect(StepLinks.OfResearch(id));
    }

    private async Task<bool> LoadAsync(Guid id, Guid itemId)
    {
        if (!await LoadAsync(id)
            || await Access.ReadAsync(db => db.ResearchItems.SingleOrDefaultAsync(row => row.Id == itemId && row.AssessmentId == id)) is not { } found)
        {
            return false;
        }

        Item = new PlanView(View, Members, DutchText.Day(Access.User.NowUtc)).ItemOf(found);
        return true;
    }
}
