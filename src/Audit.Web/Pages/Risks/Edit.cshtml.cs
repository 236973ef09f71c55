using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>Changes what a risk says and to what it is linked; a colleague's change meanwhile is shown beside one's own.</summary>
[ShowsAnswers]
public sealed class EditModel(CaseAccess access, ContentShelf shelf) : OneRiskPage(access, shelf)
{
    public RiskEditor Editor { get; private set; } = null!;

    /// <summary>Whether a colleague's text is shown beside one's own.</summary>
    public bool HasConflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid riskId)
    {
        if (!await LoadAsync(id, riskId) || !MayEdit || !IsExamined || Risk.IsOut)
        {
            return NotFound();
        }

        await ShowAsync(RiskForm.Of(Risk, Grounds));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid riskId, RiskForm form)
    {
        if (!await LoadAsync(id, riskId) || form.Seen is not { } seen)
        {
            return NotFound();
        }

        form.Taak = Risk.Row.TaskKey;
        form.Check(ModelState);
        if (ModelState.IsValid)
        {
            var refusal = await ChangeAsync(
                (RiskRights.MayEdit, RiskTexts.Closed), (db, view, risk) => RiskRecorder.ChangeAsync(db, view.Case, (risk, seen, form.Content), Access.User.Actor));
            if (refusal is null)
            {
                return Done(Tr($"Het risico is opgeslagen."));
            }

            await RefuseAsync(refusal, refusal == RiskRecorder.Changed ? RiskForm.TitleField : string.Empty);
            HasConflict = refusal == RiskRecorder.Changed;
        }

        // Who saves again has read the colleague's text.
        form.Gezien = HasConflict ? Risk.Row.Version.ToString() : form.Gezien;
        await ShowAsync(form);
        return Page();
    }

    private HashSet<string> Grounds => [.. View.Case.Instrument.Value.Register.Grounds.Select(ground => ground.Id)];

    private async Task ShowAsync(RiskForm form) => Editor = new(form, View, await Access.ReadAsync(db => RiskRegister.ActionsAsync(db, View.Id)))
    {
        NowUtc = Access.User.NowUtc,
        Button = Tr($"Opslaan"),
        Back = Address,
        MaySend = MayEdit,
    };
}
