using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Assessments;

/// <summary>A step that is done by talking or writing: its script or goal, what is recorded of it and the end of it.</summary>
public sealed class SessionModel(CaseAccess access, StepDesk desk) : SessionPage(access)
{
    private static string Changed => Tr($"Een collega heeft dit verslag intussen gewijzigd. Voeg de twee teksten samen en sla opnieuw op.");

    /// <summary>What stands in the fields.</summary>
    public SessionForm Form { get; private set; } = null!;

    public Guid SubmissionId { get; private set; } = Guid.NewGuid();

    /// <summary>True while a colleague's text is shown beside one's own.</summary>
    public bool HasConflict { get; private set; }

    public bool MayEdit => View.Find(Step.Id) is { } open && View.MayAct(open);

    /// <summary>True while the fields must be shown: to fill them in, or to keep what could not be saved.</summary>
    public bool ShowsFields => MayEdit || !ModelState.IsValid;

    /// <summary>Mark of the record that the person has seen.</summary>
    public string? Mark { get; private set; }

    /// <summary>Ways to end this step besides the usual one.</summary>
    public IEnumerable<ActivityOutcome> OtherOutcomes => ActivityCatalogue.Get(Step.Activity).Outcomes.Where(outcome => outcome.Name != Outcomes.Done);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid stepId)
    {
        if (!await LoadAsync(id, stepId))
        {
            return Step?.Activity == ActivityNames.ResearchPlan ? Redirect(StepLinks.OfResearch(id)) : NotFound();
        }

        (Form, Mark) = (SessionForm.Of(Stored), StepNotes.MarkOf(Note));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid stepId, SessionInput input)
    {
        if (!await LoadAsync(id, stepId))
        {
            return NotFound();
        }

        (SubmissionId, Mark) = (input.Inzending, input.Gezien);
        Form = SessionForm.Read(Request.Form);
        Form.Check(ModelState);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var saves = input.Actie is null or "opslaan";
        var refusal = saves ? await SaveAsync() : await FinishAsync(input.Actie!);
        return refusal is not null ? await RefuseAsync(refusal)
            : Redirect(saves ? StepLinks.OfSession(id, stepId) : StepLinks.Hub(id));
    }

    /// <summary>Shows what was typed with the reason; after a conflict beside the colleague's record, which counts as seen from then on.</summary>
    private async Task<IActionResult> RefuseAsync(string refusal)
    {
        await LoadAsync(View.Id, Step.Id);
        HasConflict = refusal == Changed;
        Mark = HasConflict ? StepNotes.MarkOf(Note) : Mark;
        ModelState.AddModelError(SessionForm.NotesField, refusal);
        return Page();
    }

    private async Task<string?> SaveAsync()
    {
        var refusal = await Access.ChangeAsync(View.Id, (db, view) => view.Find(Step.Id) is { } open && view.MayAct(open)
            ? WriteAsync(db, view)
            : Task.FromResult<string?>(Tr($"Deze stap is niet meer open. Uw notities zijn niet opgeslagen.")));
        if (refusal is null)
        {
            this.Tell(Script is null ? Tr($"Uw notities zijn opgeslagen.") : Tr($"Het verslag is opgeslagen."));
        }

        return refusal;
    }

    private async Task<string?> FinishAsync(string outcome)
    {
        var form = new StepForm(View.Id, Step.Id, outcome, SubmissionId);
        var result = await desk.SubmitAsync(form, (db, view) => WriteAsync(db, view));
        if (result.Status == SubmitStatus.AlreadyDone && await IsOtherThanStoredAsync())
        {
            return Tr($"Deze stap is al afgerond. Uw laatste wijziging is niet opgeslagen; hieronder staat die nog.");
        }

        if (result.Status != SubmitStatus.Refused)
        {
            this.Tell(result.Status == SubmitStatus.AlreadyDone ? Tr($"Stap ‘{Name}’ was al afgerond.") : Tr($"Stap ‘{Name}’ is afgerond."));
        }

        return result.Reason;
    }

    /// <summary>Whether the fields say something else than what is stored by now: the same form may have been sent twice at once.</summary>
    private async Task<bool> IsOtherThanStoredAsync()
    {
        var stored = StepRecord.Of(await Access.ReadAsync(db => StepNotes.FindAsync(db, Place)));
        return Form.ToRecord(Script, stored) != stored;
    }

    private async Task<string?> WriteAsync(AuditContext db, CaseView view) =>
        await StepNotes.SetAsync(db, view.Case.Body, Place, (stored => Form.ToRecord(Script, stored), Mark), Access.User.Actor) ? null : Changed;

    /// <summary>What the form sends besides what is recorded.</summary>
    public sealed class SessionInput
    {
        /// <summary>Button: opslaan, or the outcome with which the step ends.</summary>
        public string? Actie { get; set; }

        /// <summary>Made when the form was shown.</summary>
        public Guid Inzending { get; set; }

        /// <summary>Mark of the record that the person was looking at.</summary>
        public string? Gezien { get; set; }
    }
}
