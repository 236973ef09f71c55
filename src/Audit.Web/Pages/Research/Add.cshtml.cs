using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Research;

/// <summary>Adds a question to the research plan.</summary>
public sealed class AddModel(CaseAccess access) : ResearchPage(access)
{
    public ItemEditor Editor { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id) || !MayEdit)
        {
            return NotFound();
        }

        Show(new ItemForm { Inzending = Guid.CreateVersion7().ToString(), Taak = View.Case.Tasks is [var first, ..] ? first.Key : null });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, ItemForm form)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        form.Check(ModelState);
        if (ModelState.IsValid && await AddAsync(form) is { } refusal)
        {
            ModelState.AddModelError(string.Empty, refusal);
        }

        if (!ModelState.IsValid)
        {
            Show(form);
            return Page();
        }

        this.Tell(Tr($"De onderzoeksvraag staat in het plan."));
        return Redirect(StepLinks.OfResearch(id));
    }

    private Task<string?> AddAsync(ItemForm form)
    {
        var added = Guid.TryParse(form.Inzending, out var known) && known != Guid.Empty ? known : Guid.CreateVersion7();
        return ChangeAsync((db, view) =>
        {
            var content = form.Content;
            var belongs = view.Case.Instrument.Value.AllQuestions.Any(question => question.Id == content.QuestionId);
            return ResearchPlan.AddAsync(db, view.Case, (added, belongs ? content : content with { QuestionId = null }), Access.User.Actor);
        });
    }

    private void Show(ItemForm form)
    {
        form.Gezien = null;
        Editor = new(form, View, Members) { Address = $"{StepLinks.OfResearch(View.Id)}/nieuw", Button = Tr($"Toevoegen"), MaySend = MayEdit };
    }
}
