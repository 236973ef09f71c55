using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Pages.Assessments;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Research;

/// <summary>The research plan: its questions, the notes of its step and the end of that step.</summary>
public sealed class IndexModel(CaseAccess access, StepDesk desk) : ResearchPage(access)
{
    private static string ChangedNotes => Tr($"Een collega heeft de notities intussen gewijzigd. Voeg de twee teksten samen en sla opnieuw op.");
    private static string EmptyPlan => Tr($"Het onderzoeksplan is nog leeg. Voeg minstens één onderzoeksvraag toe.");

    /// <summary>Every question of the plan.</summary>
    public IReadOnlyList<ResearchItemRow> All { get; private set; } = [];

    public IReadOnlyList<PlanGroup> Groups { get; private set; } = [];

    public bool OnlyMine { get; private set; }

    public string MyName => Access.User.Name;

    public int MineCount => All.Count(row => row.OwnerId == Access.User.Id);

    /// <summary>The notes and the end of the step; null when the process has not come to it.</summary>
    public PlanNotes? Notes { get; private set; }

    /// <summary>How many questions there are, and how far they are.</summary>
    public string Counts
    {
        get
        {
            var today = DutchText.Day(Access.User.NowUtc);
            var late = All.Count(row => PlanView.IsOverdue(row, today));
            var parts = Enum.GetValues<ResearchStatus>()
                .Select(status => (Name: ResearchTexts.NameOf(status).ToLower(System.Globalization.CultureInfo.CurrentCulture), Count: All.Count(row => row.Status == status)))
                .Where(part => part.Count > 0)
                .Select(part => $"{part.Count} {part.Name}");
            return $"{ResearchTexts.Count(All.Count)}: {string.Join(", ", parts)}.{(late > 0 ? Tr($" Te laat: {late}.") : string.Empty)}";
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id, string? van)
    {
        OnlyMine = van == "mij";
        return await LoadPlanAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, NotesInput input)
    {
        if (!await LoadPlanAsync(id) || Notes is null)
        {
            return NotFound();
        }

        var note = (Text: input.Notities?.ReplaceLineEndings("\n").Trim() ?? string.Empty, input.Gezien);
        var refusal = input.Actie == Outcomes.Done ? await FinishAsync(input.Inzending, note) : await SaveAsync(note);
        if (refusal is null)
        {
            return Redirect(input.Actie == Outcomes.Done ? StepLinks.Hub(id) : StepLinks.OfResearch(id));
        }

        await LoadPlanAsync(id);
        var conflict = refusal == ChangedNotes;
        Notes = Notes with { Text = note.Text, SubmissionId = input.Inzending, HasConflict = conflict, Mark = conflict ? Notes.Mark : input.Gezien };
        ModelState.AddModelError(refusal == EmptyPlan ? "onderzoeksvragen" : "notities", refusal);
        return Page();
    }

    private async Task<bool> LoadPlanAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return false;
        }

        var mine = View.MySteps.FirstOrDefault(step => step.Activity == ActivityNames.ResearchPlan);
        All = await Access.ReadAsync(db => ResearchPlan.ItemsAsync(db, id));
        Groups = new PlanView(View, Members, DutchText.Day(Access.User.NowUtc)).GroupsOf(All.Where(row => !OnlyMine || row.OwnerId == Access.User.Id));
        Notes = await Access.ReadAsync(db => PlanNotes.FindAsync(db, id, mine?.StepId)) is { } found
            ? found with { MayFinish = mine is not null, MayWrite = MayWriteIn(View) }
            : null;
        return true;
    }

    private static bool MayWriteIn(CaseView view) => MayEditIn(view) || view.MySteps.Any(step => step.Activity == ActivityNames.ResearchPlan);

    private async Task<string?> SaveAsync((string Text, string? Seen) note)
    {
        var refusal = await Access.ChangeAsync(View.Id, (db, view) =>
            MayWriteIn(view) ? WriteAsync(db, view, note) : Task.FromResult<string?>(ResearchTexts.Closed));
        if (refusal is null)
        {
            this.Tell(Tr($"De notities zijn opgeslagen."));
        }

        return refusal;
    }

    private async Task<string?> FinishAsync(Guid submissionId, (string Text, string? Seen) note)
    {
        var form = new StepForm(View.Id, Notes!.Step.Id, Outcomes.Done, submissionId);
        var result = await desk.SubmitAsync(form, async (db, view) =>
            await ResearchPlan.IsEmptyAsync(db, view.Id) ? EmptyPlan : await WriteAsync(db, view, note));
        if (result.Status == SubmitStatus.AlreadyDone && await SaveAsync(note) is { } refusal)
        {
            return refusal;
        }

        if (result.Status != SubmitStatus.Refused)
        {
            var name = StepTexts.NameOf(Notes.Step.Activity, Notes.Step.StepKey, View.Case.Instrument.Value);
            this.Tell(result.Status == SubmitStatus.AlreadyDone ? Tr($"Stap ‘{name}’ was al afgerond.") : Tr($"Stap ‘{name}’ is afgerond."));
        }

        return result.Reason;
    }

    private async Task<string?> WriteAsync(AuditContext db, CaseView view, (string Text, string? Seen) note) =>
        await StepNotes.SetAsync(db, view.Case.Body, PlanNotes.PlaceOf(Notes!.Step, view.Id), note, Access.User.Actor) ? null : ChangedNotes;

    /// <summary>What the form sends.</summary>
    public sealed class NotesInput
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
