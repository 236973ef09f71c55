using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>A step that is done by talking or writing: its goal, its notes and the end of it.</summary>
public sealed class SessionModel(CaseAccess access, StepDesk desk) : PageModel
{
    private const string Changed = "Een collega heeft de notities intussen gewijzigd. Voeg de twee teksten samen en sla opnieuw op.";

    public CaseView View { get; private set; } = null!;

    public WorkflowStepRow Step { get; private set; } = null!;

    /// <summary>The notes as stored; null when there are none.</summary>
    public StepNoteRow? Note { get; private set; }

    public string Text { get; private set; } = string.Empty;

    public Guid SubmissionId { get; private set; } = Guid.NewGuid();

    /// <summary>True while a colleague's text is shown beside one's own.</summary>
    public bool HasConflict { get; private set; }

    public bool MayEdit => View.Find(Step.Id) is { } open && View.MayAct(open);

    public string Name => StepTexts.NameOf(Step.Activity, Step.StepKey, View.Case.Instrument.Value);

    public string Mark => StepNotes.MarkOf(Note);

    /// <summary>Ways to end this step besides the usual one.</summary>
    public IEnumerable<ActivityOutcome> OtherOutcomes => ActivityCatalogue.Get(Step.Activity).Outcomes.Where(outcome => outcome.Name != Outcomes.Done);

    private NotePlace Place => new(View.Id, Step.StepKey, Step.TaskKey);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid stepId)
    {
        if (!await LoadAsync(id, stepId))
        {
            return NotFound();
        }

        Text = Note?.Text ?? string.Empty;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid stepId, SessionInput input)
    {
        if (!await LoadAsync(id, stepId))
        {
            return NotFound();
        }

        SubmissionId = input.Inzending;
        Text = input.Notities?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        var note = (Text, input.Gezien);
        var refusal = input.Actie is null or "opslaan" ? await SaveAsync(note) : await FinishAsync(input.Actie, note);
        if (refusal is null)
        {
            return Redirect(input.Actie is null or "opslaan" ? StepLinks.OfSession(id, stepId) : StepLinks.Hub(id));
        }

        await LoadAsync(id, stepId);
        HasConflict = refusal == Changed;
        ModelState.AddModelError("notities", refusal);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid stepId)
    {
        if (await access.FindAsync(id) is not { } view || await access.ReadAsync(db => StepAsync(db, id, stepId)) is not { } step)
        {
            return false;
        }

        (View, Step) = (view, step);
        Note = await access.ReadAsync(db => StepNotes.FindAsync(db, Place));
        return IsMine(step);
    }

    /// <summary>Whether the step belongs on this page: one that has a page of its own must not be finished here, past the checks there.</summary>
    private bool IsMine(WorkflowStepRow step) =>
        ActivityCatalogue.Get(step.Activity).Kind == ActivityKind.Human
        && (View.Find(step.Id) is not { } open || StepLinks.Of(View, open) == StepLinks.OfSession(View.Id, step.Id));

    private static Task<WorkflowStepRow?> StepAsync(AuditContext db, Guid id, Guid stepId) => (
        from step in OpenToMembers.Steps(db, id)
        where step.Id == stepId
        select step).FirstOrDefaultAsync();

    private async Task<string?> SaveAsync((string Text, string? Seen) note)
    {
        var refusal = await access.WriteAsync(View.Id, async (db, view) =>
            view.Find(Step.Id) is { } open && view.MayAct(open)
                ? await WriteAsync(db, view, note) ?? string.Empty
                : "Deze stap is niet meer open. Uw notities zijn niet opgeslagen.");
        if (string.IsNullOrEmpty(refusal))
        {
            this.Tell("Uw notities zijn opgeslagen.");
            return null;
        }

        return refusal;
    }

    private async Task<string?> FinishAsync(string outcome, (string Text, string? Seen) note)
    {
        var form = new StepForm(View.Id, Step.Id, outcome, SubmissionId);
        var result = await desk.SubmitAsync(form, (db, view) => WriteAsync(db, view, note));
        if (result.Status == SubmitStatus.AlreadyDone && Text != await StoredTextAsync())
        {
            return "Deze stap is al afgerond. Uw laatste wijziging is niet opgeslagen; hieronder staat die nog.";
        }

        if (result.Status != SubmitStatus.Refused)
        {
            this.Tell(result.Status == SubmitStatus.AlreadyDone ? $"Stap ‘{Name}’ was al afgerond." : $"Stap ‘{Name}’ is afgerond.");
        }

        return result.Reason;
    }

    /// <summary>The notes as they are by now: the same form may have been sent twice at once.</summary>
    private async Task<string> StoredTextAsync() => (await access.ReadAsync(db => StepNotes.FindAsync(db, Place)))?.Text ?? string.Empty;

    private async Task<string?> WriteAsync(AuditContext db, CaseView view, (string Text, string? Seen) note) =>
        await StepNotes.SetAsync(db, view.Case.Body, Place, note, access.User.Actor) ? null : Changed;

    /// <summary>What the form sends.</summary>
    public sealed class SessionInput
    {
        public string? Notities { get; set; }

        /// <summary>Button: opslaan, or the outcome with which the step ends.</summary>
        public string? Actie { get; set; }

        /// <summary>Made when the form was shown.</summary>
        public Guid Inzending { get; set; }

        /// <summary>Mark of the notes that the person was looking at.</summary>
        public string? Gezien { get; set; }
    }
}
