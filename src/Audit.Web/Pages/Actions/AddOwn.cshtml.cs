using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Actions;

/// <summary>Adds an action that somebody writes to the plan.</summary>
[ShowsAnswers]
public sealed class AddOwnModel(CaseAccess access, ContentStore contents) : PlanPage(access, contents)
{
    public OwnForm Form { get; private set; } = new();

    public AddPlace Place { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, string? taak)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Form.Taak = taak;
        Place = new() { Plan = Report.Plan!.Id, Inzending = Guid.CreateVersion7() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, OwnForm form, AddPlace plek)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        (Form, Place) = (form, plek);
        var added = plek.Inzending == Guid.Empty ? Guid.CreateVersion7() : plek.Inzending;
        form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await ChangeAsync(id, (db, edits) => edits.AddOwnAsync(db, (plek.Plan, added), form.Content)) is { } refusal)
        {
            await LoadAsync(id);
            // Who saves again has read that there is a new plan.
            ModelState.Clear();
            Place = new() { Plan = Report.Plan!.Id, Inzending = added };
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        this.Tell(Tr($"De actie staat in het plan."));
        return BackTo(added);
    }
}
