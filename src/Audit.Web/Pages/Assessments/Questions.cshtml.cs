using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>All questions of one part on one page.</summary>
[ShowsAnswers]
public sealed class QuestionsModel(CaseAccess access, StepDesk desk, CardDesk cards) : PageModel
{
    private PartProgress progress = null!;

    /// <summary>Questions with text and no chosen answer.</summary>
    private IReadOnlyList<string> started = [];

    public CaseView View { get; private set; } = null!;

    public QuestionPart Part { get; private set; } = null!;

    public IReadOnlyList<QuestionCard> Cards { get; private set; } = [];

    /// <summary>The step that finishing this part finishes; null when only corrections are possible.</summary>
    public OpenStep? Step { get; private set; }

    public bool MayEdit { get; private set; }

    /// <summary>True while the fields must be shown: to fill them in, or to keep what could not be saved.</summary>
    public bool ShowsFields { get; private set; }

    /// <summary>Whether answers of the round before wait to be confirmed here.</summary>
    public bool HasUnconfirmed { get; private set; }

    public bool MaySkip => Step is { } step && ActivityCatalogue.Get(step.Activity).HasOutcome(Outcomes.Skipped);

    /// <summary>Why the answers cannot be changed here, for who can read them.</summary>
    public string WhyClosed => View.ReadOnlyReason
        ?? (Policies.SeeDrafts.Allows(View.MyRoles)
            ? Tr($"U kunt deze antwoorden nu lezen, maar niet wijzigen: dit onderdeel is nog niet aan de beurt, is al afgerond, of hoort bij een andere rol. Op de bladzijde van de doorlichting staat welke stap open is en wie die doet.")
            : Tr($"U kunt deze antwoorden lezen, maar niet wijzigen. Dat doet het team."));

    public string? TaskName => View.Case.Tasks.FirstOrDefault(task => task.Key == Part.TaskKey)?.Name;

    public Guid SubmissionId { get; private set; } = Guid.NewGuid();

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey, string part)
    {
        if (!await LoadAsync(id, taskKey, part))
        {
            return NotFound();
        }

        await ShowAsync(typed: null, conflicts: []);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string taskKey, string part, QuestionsInput input)
    {
        if (!await LoadAsync(id, taskKey, part))
        {
            return NotFound();
        }

        SubmissionId = input.Inzending;
        var typed = Part.Questions.ToDictionary(question => question.Id, question => TypedAnswer.Read(Request.Form, question));
        var saved = MayEdit ? await SaveAsync(typed) : null;
        if (saved is null)
        {
            return await TooLateAsync(typed);
        }

        SaveErrors.Add(ModelState, Part.Questions, saved);
        await LoadAsync(id, taskKey, part);
        if (ModelState.IsValid && await GoOnAsync(input.Actie) is { } elsewhere)
        {
            return elsewhere;
        }

        await ShowAsync(typed, saved.Conflicts);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, string segment, string partId)
    {
        if (await access.FindAsync(id) is not { } view || QuestionPart.Find(view.Case, segment, partId) is not { } part)
        {
            return false;
        }

        (View, Part) = (view, part);
        MayEdit = ShowsFields = EditRights.MayEdit(view, part);
        Step = EditRights.StepOf(view, part);
        progress = PartProgress.Of(view.Case, part.TaskKey, access.User.NowUtc);
        return true;
    }

    private Task<SaveResult?> SaveAsync(Dictionary<string, TypedAnswer> typed)
    {
        started = [.. typed.Where(pair => pair.Value.LacksAnswer).Select(pair => pair.Key)];
        return access.WriteAsync<SaveResult>(View.Id, async (db, view) =>
            EditRights.MayEdit(view, Part) ? await TypedAnswers.SaveAsync(db, new(view.Case.Row, view.Case.Instrument.Value), Part.TaskKey, typed, access.User.Actor) : null);
    }

    /// <summary>What follows a complete save; null = stay, with errors.</summary>
    private async Task<IActionResult?> GoOnAsync(string? button)
    {
        switch (button)
        {
            case "afronden":
                return await FinishAsync(Outcomes.Done);
            case "overslaan" when Step is null || MaySkip:
                return await FinishAsync(Outcomes.Skipped);
            case "bevestigen":
                return await ConfirmAsync();
            case "nakijken":
                return Redirect(StepLinks.Check(View.Id, Part.TaskKey, Part.Id));
            case "terug":
                this.Tell(SavedText());
                return Redirect(StepLinks.Hub(View.Id));
            default:
                this.Tell(SavedText());
                return Redirect(StepLinks.Questions(View.Id, Part.TaskKey, Part.Id));
        }
    }

    private string SavedText() => started.Count switch
    {
        0 => Tr($"Uw antwoorden zijn opgeslagen."),
        1 => Tr($"Uw antwoorden zijn opgeslagen. Bij vraag {started[0]} is uw tekst bewaard, maar nog geen antwoord gekozen."),
        _ => Tr($"Uw antwoorden zijn opgeslagen. Bij de vragen {string.Join(", ", started)} is uw tekst bewaard, maar nog geen antwoord gekozen."),
    };

    /// <summary>Confirms what was taken over and still stands there as the person saw it.</summary>
    private async Task<IActionResult> ConfirmAsync()
    {
        var ids = Part.Questions.Select(question => question.Id).ToList();
        var done = await access.WriteAsync<SaveResult>(View.Id, async (db, view) =>
        {
            var rows = await db.Answers.Where(row => row.AssessmentId == View.Id && row.TaskKey == Part.TaskKey && ids.Contains(row.QuestionId)).ToListAsync();
            var seen = rows.Where(row => Guid.TryParse(Request.Form[new AnswerFields(row.QuestionId).Seen], out var version) && version == row.Version);
            return EditRights.MayEdit(view, Part) ? await TakenOverAnswers.ConfirmAsync(db, view.Case, [.. seen.Select(row => new AnswerPlace(row.TaskKey, row.QuestionId, row.Version))], access.User.Actor) : null;
        });
        this.Tell(Tr($"Uw antwoorden zijn opgeslagen. Bevestigd: {done?.Saved ?? 0}."));
        return Redirect(StepLinks.Questions(View.Id, Part.TaskKey, Part.Id));
    }

    private async Task<IActionResult?> FinishAsync(string outcome)
    {
        if (Step is null)
        {
            return AlreadyDone();
        }

        var mustBeComplete = outcome == Outcomes.Done;
        SaveErrors.AddMissing(ModelState, mustBeComplete ? progress.Missing(Part) : []);
        if (!ModelState.IsValid)
        {
            return null;
        }

        var wasShared = await IsSharedAsync();
        var form = new StepForm(View.Id, Step.StepId, outcome, SubmissionId);
        var result = await desk.SubmitAsync(form, (_, view) => Task.FromResult(
            mustBeComplete && PartProgress.Of(view.Case, Part.TaskKey, access.User.NowUtc).Missing(Part).Count > 0 ? SaveErrors.Incomplete : null));
        return Answer(result, outcome, result.Status == SubmitStatus.Advanced && !wasShared && await IsSharedAsync());
    }

    private Task<bool> IsSharedAsync() => access.ReadAsync(async db => await CaseSharing.IsSharedAsync(db, await db.Assessments.SingleAsync(row => row.Id == View.Id)));

    private RedirectResult? Answer(SubmitResult result, string outcome, bool isSharedNow)
    {
        if (result.Status == SubmitStatus.AlreadyDone)
        {
            return AlreadyDone();
        }

        if (result.Status == SubmitStatus.Refused)
        {
            ModelState.AddModelError(string.Empty, result.Reason!);
            return null;
        }

        var done = outcome == Outcomes.Skipped ? Tr($"Onderdeel ‘{Part.Title}’ is overgeslagen.") : Tr($"Onderdeel ‘{Part.Title}’ is afgerond.");
        this.Tell(isSharedNow ? $"{done} {Tr($"De antwoorden zijn nu gedeeld: ook auditor, opdrachtgever, manager en jurist kunnen ze lezen.")}" : done);
        return Redirect(StepLinks.Hub(View.Id));
    }

    private RedirectResult AlreadyDone()
    {
        this.Tell(Tr($"Onderdeel ‘{Part.Title}’ was al afgerond. Er is niets dubbel opgeslagen."));
        return Redirect(StepLinks.Hub(View.Id));
    }

    /// <summary>The part was closed meanwhile: kind to a form that was sent twice, otherwise nothing typed is lost.</summary>
    private async Task<IActionResult> TooLateAsync(Dictionary<string, TypedAnswer> typed)
    {
        if (await access.ReadAsync(db => db.WorkflowSteps.AnyAsync(step => step.SubmissionId == SubmissionId)))
        {
            return AlreadyDone();
        }

        ModelState.AddModelError(string.Empty, Tr($"Dit onderdeel is niet meer open. Uw antwoorden zijn niet opgeslagen; hieronder staan ze nog."));
        MayEdit = false;
        ShowsFields = true;
        await ShowAsync(typed, []);
        return Page();
    }

    private async Task ShowAsync(Dictionary<string, TypedAnswer>? typed, IReadOnlyList<string> conflicts)
    {
        Cards = await cards.CardsAsync(View, Part, typed, (conflicts, access.User.NowUtc));
        HasUnconfirmed = MayEdit && Cards.Any(card => card.Round?.Change == AnswerChange.Unconfirmed);
    }

    /// <summary>What the form sends besides the answers.</summary>
    public sealed class QuestionsInput
    {
        /// <summary>Button: opslaan, terug, afronden or overslaan.</summary>
        public string? Actie { get; set; }

        /// <summary>Made when the form was shown.</summary>
        public Guid Inzending { get; set; }
    }
}
