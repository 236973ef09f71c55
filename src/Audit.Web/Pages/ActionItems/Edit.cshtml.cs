using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.ActionItems;

/// <summary>Changes an action; what a colleague changed meanwhile in other fields stays, and in the same field both are shown.</summary>
[ShowsAnswers]
public sealed class EditModel(CaseAccess access) : TrackingPage(access)
{
    public TrackedAction Action { get; private set; } = null!;

    public EditForm Form { get; private set; } = null!;

    /// <summary>Whether the form can be sent at all; otherwise it only keeps what was typed.</summary>
    public bool MaySend => Rights.MayReport(Action.Row);

    private IReadOnlyList<FieldGroup> Groups => Rights.MayManage ? ActionFields.All : ActionFields.OfOwner;

    public FieldView ViewOf(ActionField field) => new(field, Form.Typed(field), Form.Shown[field.Key], FieldOptions.Of(field.Kind, Book, Form.Typed(field)));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid rij)
    {
        if (!await LoadAsync(id, rij) || !MaySend)
        {
            return NotFound();
        }

        Form = EditForm.Of(Groups, ActionValues.Of(Action));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid rij)
    {
        if (!await LoadAsync(id, rij))
        {
            return NotFound();
        }

        Form = EditForm.Read(Groups, Request.Form);
        var sent = Form.Sent(ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saved = new SavedEdit();
        var refusal = await ChangeAsync(work => SaveAsync(work, rij, sent, saved));
        if (refusal is null)
        {
            this.Tell(saved.Message);
            return Redirect(StepLinks.OfAction(id, rij));
        }

        await ShowAgainAsync(id, rij, (refusal, saved));
        return Page();
    }

    private async Task<string?> SaveAsync(Work work, Guid rij, IReadOnlyDictionary<string, string> sent, SavedEdit saved)
    {
        if (work.Book.Find(rij) is not { } action)
        {
            return ActionDesk.Gone;
        }

        if (!work.Rights.MayReport(action.Row))
        {
            return TrackingTexts.NotYours;
        }

        saved.Merge = FieldMerge.Of(Form.Shown, sent, ActionValues.Of(action));
        var draft = ActionValues.DraftOf(action, saved.Merge.Changes);
        saved.Findings = saved.Merge.Conflicts.Count > 0 ? [.. saved.Merge.Conflicts.Select(field => ConflictIn(field, action))]
            : ClosesAsOwner(work, action, draft) ? [new("Status", Sentence.Of($"Afsluiten en heropenen doet de manager of de begeleider, op het gemeten effect."))]
            : await ActionEdits.ApplyAsync(work.Desk, work.Book, action, draft);
        return saved.Findings.Count > 0 ? Tr(saved.Findings[0].Text) : null;
    }

    private static bool ClosesAsOwner(Work work, TrackedAction action, ActionDraft draft) =>
        !work.Rights.MayManage && (action.Item.Status == ActionStatus.Closed) != (draft.Item.Status == ActionStatus.Closed);

    private static ActionFinding ConflictIn(string key, TrackedAction action)
    {
        var theirs = key == ActionEdits.Owner ? action.Person ?? Tr($"niemand") : TrackingTexts.ValueOf(key, ActionValues.Of(action)[key]);
        return new(key, Sentence.Of($"Een collega heeft dit intussen gewijzigd in: {theirs}. Uw eigen invoer staat in het veld. Slaat u op, dan geldt uw invoer."));
    }

    /// <summary>Shows what was refused beside what the action is now.</summary>
    private async Task ShowAgainAsync(Guid id, Guid rij, (string Refusal, SavedEdit Saved) outcome)
    {
        foreach (var finding in outcome.Saved.Findings)
        {
            // A rule may speak of a field that the owner does not have.
            ModelState.AddModelError(Form.Shown.ContainsKey(finding.Column) ? ActionFields.Find(finding.Column)!.Name : string.Empty, Tr(finding.Text));
        }

        if (outcome.Saved.Findings.Count == 0)
        {
            ModelState.AddModelError(string.Empty, outcome.Refusal);
        }

        if (await LoadAsync(id, rij))
        {
            Form.GoOnFrom(ActionValues.Of(Action));
        }
    }

    private async Task<bool> LoadAsync(Guid id, Guid rij)
    {
        if (!await LoadAsync(id) || Book.Find(rij) is not { } action)
        {
            return false;
        }

        Action = action;
        return true;
    }

    /// <summary>What became of a form; filled anew by every attempt of the transaction.</summary>
    private sealed class SavedEdit
    {
        public FieldMerge Merge { get; set; } = new(new Dictionary<string, string>(), [], []);

        public IReadOnlyList<ActionFinding> Findings { get; set; } = [];

        public string Message => Merge.Theirs.Count == 0
            ? Tr($"De actie is opgeslagen.")
            : Tr($"De actie is opgeslagen. Een collega wijzigde intussen ook: {string.Join(", ", Merge.Theirs.Select(TrackingTexts.FieldOf))}. Beide wijzigingen gelden.");
    }
}
