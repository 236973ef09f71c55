using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>Adds a risk: first the task is chosen, because answers and distinctions belong to it.</summary>
[ShowsAnswers]
public sealed class AddModel(CaseAccess access, ContentShelf shelf) : RiskPage(access, shelf)
{
    /// <summary>The form; null while the task has not been chosen.</summary>
    public RiskEditor? Editor { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? taak)
    {
        if (!await LoadAsync(id) || !MayEdit)
        {
            return NotFound();
        }

        if ((View.Case.Tasks is [var only] ? only.Key : View.Case.Tasks.FirstOrDefault(task => task.Key == taak)?.Key) is { } key)
        {
            await ShowAsync(new RiskForm { Inzending = Guid.CreateVersion7().ToString(), Taak = key, Titel = $"{RiskForm.Start} " });
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, RiskForm form)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        form.Check(ModelState);
        var added = form.NewId;
        if (ModelState.IsValid
            && await ChangeAsync((RiskRights.MayEdit, RiskTexts.Closed), (db, view) => RiskRecorder.AddAsync(db, view.Case, (added, form.Content), Access.User.Actor)) is { } refusal)
        {
            ModelState.AddModelError(string.Empty, refusal);
        }

        if (!ModelState.IsValid)
        {
            await ShowAsync(form);
            return Page();
        }

        this.Tell(Tr($"Het risico staat in het register. Geef nu een oordeel over kans, impact en niveau."));
        return Redirect(RiskLinks.Risk(id, added));
    }

    private async Task ShowAsync(RiskForm form)
    {
        form.Gezien = null;
        Editor = new(form, View, await Access.ReadAsync(db => RiskRegister.ActionsAsync(db, View.Id)))
        {
            NowUtc = Access.User.NowUtc,
            Button = Tr($"Toevoegen"),
            Back = RiskLinks.Register(View.Id),
            MaySend = MayEdit,
        };
    }
}
