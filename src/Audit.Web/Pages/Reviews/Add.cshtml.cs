using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Reviews;

/// <summary>An auditor puts something to the team.</summary>
[ShowsAnswers]
public sealed class AddModel(CaseAccess access) : ReviewPage(access)
{
    public AddItemForm Form { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, string? taak, string? vraag)
    {
        if (!await FindAsync(id) || !MayReview)
        {
            return NotFound();
        }

        Form = AddItemForm.For(taak, vraag);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, AddItemForm form)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState, DutchText.Day(Access.User.NowUtc));
        var added = IdOf(form.Inzending);
        if (ModelState.IsValid && await ChangeAsync(ReviewRights.MayReview, (db, view) => ReviewItems.AddAsync(db, view.Case, (added, form.Content), Access.User.Actor)) is { } refusal)
        {
            ModelState.AddModelError(refusal == ReviewRights.NotYours ? string.Empty : AddItemForm.TaskField, refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        this.Tell(Tr($"Het punt staat in het beoordelingsdossier. Het team kan nu reageren."));
        return Redirect(ReviewLinks.Item(id, added));
    }
}
