using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Research;

/// <summary>Changes a question of the research plan; a colleague's change meanwhile is shown beside one's own.</summary>
public sealed class EditModel(CaseAccess access) : ResearchPage(access)
{
    private ResearchItemRow? row;

    public Guid ItemId { get; private set; }

    public ItemEditor Editor { get; private set; } = null!;

    /// <summary>The question as a colleague left it; null when there is no conflict.</summary>
    public PlanItem? Theirs { get; private set; }

    public bool MayRemove => MayEdit && row is not null;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid itemId)
    {
        if (!await LoadAsync(id, itemId) || !MayEdit || row is null)
        {
            return NotFound();
        }

        Show(ItemForm.Of(row));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid itemId, ItemForm form)
    {
        if (!await LoadAsync(id, itemId) || form.Seen is not { } seen)
        {
            return NotFound();
        }

        form.Check(ModelState);
        if (ModelState.IsValid)
        {
            var refusal = await ChangeAsync((db, view) => ResearchPlan.ChangeAsync(db, view.Case, (itemId, seen, form.Content), Access.User.Actor));
            if (refusal is null)
            {
                this.Tell(Tr($"De onderzoeksvraag is opgeslagen."));
                return Redirect(StepLinks.OfResearch(id));
            }

            await RefuseAsync(form, refusal);
        }

        Show(form);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid itemId)
    {
        ItemId = itemId;
        if (!await LoadAsync(id))
        {
            return false;
        }

        row = await Access.ReadAsync(db => db.ResearchItems.SingleOrDefaultAsync(item => item.Id == itemId && item.AssessmentId == id));
        return true;
    }

    private async Task RefuseAsync(ItemForm form, string refusal)
    {
        ModelState.AddModelError(refusal == ResearchPlan.Changed ? ItemForm.QuestionField : string.Empty, refusal);
        await LoadAsync(View.Id, ItemId);
        if (refusal == ResearchPlan.Changed && row is not null)
        {
            Theirs = new PlanView(View, Members, DutchText.Day(Access.User.NowUtc)).ItemOf(row);

            // Who saves again has read the colleague's text.
            form.Gezien = row.Version.ToString();
        }
    }

    /// <summary>Shows the fields; a question that is gone can only come back as a new one.</summary>
    private void Show(ItemForm form)
    {
        var address = row is null ? $"{StepLinks.OfResearch(View.Id)}/nieuw" : StepLinks.OfResearchItem(View.Id, ItemId);
        form.Inzending = Guid.CreateVersion7().ToString();
        Editor = new(form, View, Members) { Address = address, Button = row is null ? Tr($"Terugzetten in het plan") : Tr($"Opslaan"), MaySend = MayEdit };
    }
}
