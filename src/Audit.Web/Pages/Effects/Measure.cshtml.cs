using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Core.Outcomes;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Forms;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Effects;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Effects;

/// <summary>The effect of one action: what must be measured again, what was measured, and closing it on that.</summary>
[ShowsAnswers]
public sealed class MeasureModel(CaseAccess access, ContentStore contents) : PageModel
{
    private const int LongestReason = 4000;

    public CaseView View { get; private set; } = null!;

    public CaseReport Report { get; private set; } = null!;

    public CaseEffects Effects { get; private set; } = null!;

    public TaskEffects TaskEffects { get; private set; } = null!;

    public ActionEffect Effect { get; private set; } = null!;

    /// <summary>Names of who measured and closed.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>Why this member may not measure and close; null when they may.</summary>
    public string? Refusal { get; private set; }

    public bool MayMeasure => Refusal is null && View.Case.Row.AdoptedUtc is not null && Effect.Status != ActionStatus.Dropped;

    public bool MayReopen => Effect.Status == ActionStatus.Closed && EffectRights.ReopenRefusalOf(View.MyRoles) is null;

    public CountAudience Audience => EffectWords.AudienceOf(View.MyRoles);

    public DateOnly Today => DutchText.Day(access.User.NowUtc);

    /// <summary>What is being measured: a question, or the count; null while nothing was chosen.</summary>
    public string? Chosen { get; private set; }

    public MeasurementForm Form { get; private set; } = new();

    public ClosingForm Closing { get; private set; } = new();

    public ReopenForm Reopening { get; private set; } = new();

    public string Title => Effect.Row.Title ?? Effect.Row.MeasureId ?? Tr($"Actie");

    /// <summary>The questions that can be measured for this action.</summary>
    public IEnumerable<Question> Choices => Effect.Questions.Count > 0 ? Effect.Questions.Select(question => question.Question) : View.Case.Instrument.Value.TaskQuestions.Where(question => question.Kind is QuestionKind.Exposure or QuestionKind.Safeguard);

    public Question? Question => Choices.FirstOrDefault(question => question.Id == Chosen);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid rij, string? meet)
    {
        if (!await LoadAsync(id, rij))
        {
            return NotFound();
        }

        Choose(meet ?? (Effect.Questions is [var only] && Effect.Status != ActionStatus.Closed ? only.Question.Id : null));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid rij, MeasurementForm form)
    {
        if (!await LoadAsync(id, rij))
        {
            return NotFound();
        }

        Form = form;
        Choose(form.Vraag);
        if (Chosen is null)
        {
            ModelState.AddModelError(string.Empty, Tr($"Kies eerst wat u meet."));
            return Page();
        }

        if (form.Check(ModelState, Question, (Effect.Row.StartDate, Today)) is not { } measured)
        {
            return Page();
        }

        IReadOnlyList<string> reopened = [];
        var refusal = await access.ChangeAsync(id, async (db, view) =>
        {
            (var reason, reopened) = await EffectRecorder.MeasureAsync(db, view.Case, form.ToEntry(rij, measured), ActorOf(view));
            return reason;
        });
        return await AnswerAsync(refusal, reopened.Count == 0
            ? Tr($"De meting is vastgelegd.")
            : Tr($"De meting is vastgelegd. Heropend na terugval: {string.Join(", ", reopened)}."));
    }

    public async Task<IActionResult> OnPostAfsluitenAsync(Guid id, Guid rij, ClosingForm form)
    {
        if (!await LoadAsync(id, rij))
        {
            return NotFound();
        }

        Closing = form;
        var statement = form.Verklaring?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        if (statement.Length is 0 or > ActionClosing.LongestStatement)
        {
            ModelState.AddModelError("verklaring", statement.Length == 0
                ? Tr($"Schrijf op waarom deze actie nu is afgerond.")
                : Tr($"Maak de verklaring korter: hooguit {ActionClosing.LongestStatement} tekens."));
            return Page();
        }

        var entry = new ClosingEntry(form.Inzending, rij, statement, form.Gezien, form.Toch);
        return await AnswerAsync(await access.ChangeAsync(id, (db, view) => ActionClosing.CloseAsync(db, view.Case, entry, ActorOf(view))), Tr($"De actie is afgesloten op haar effect."));
    }

    public async Task<IActionResult> OnPostHeropenenAsync(Guid id, Guid rij, ReopenForm form)
    {
        if (!await LoadAsync(id, rij))
        {
            return NotFound();
        }

        Reopening = form;
        var reason = form.Reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        if (reason.Length is 0 or > LongestReason)
        {
            ModelState.AddModelError("reden", reason.Length == 0 ? Tr($"Schrijf op waarom u de actie heropent.") : Tr($"Maak de reden korter: hooguit {LongestReason} tekens."));
            return Page();
        }

        return await AnswerAsync(await access.ChangeAsync(id, (db, view) => ActionClosing.ReopenAsync(db, view.Case, (rij, form.Versie, reason), ActorOf(view))), Tr($"De actie is heropend."));
    }

    private EffectActor ActorOf(CaseView view) => new(access.User.Actor, view.MyRoles);

    private async Task<IActionResult> AnswerAsync(string? refusal, string done)
    {
        var (id, row) = (View.Id, Effect.Row.Id);
        if (refusal is null)
        {
            this.Tell(done);
            return Redirect(StepLinks.OfEffect(id, row));
        }

        ModelState.AddModelError(refusal == ActionClosing.Short ? "toch" : string.Empty, refusal);
        if (!await LoadAsync(id, row))
        {
            return NotFound();
        }

        // Who sends the form again has read what is shown now.
        Closing.Gezien = Effects.NewestId;
        return Page();
    }

    private void Choose(string? wanted) =>
        Chosen = wanted == MeasurementForm.Count || Choices.Any(question => question.Id == wanted) ? wanted : null;

    private async Task<bool> LoadAsync(Guid id, Guid row)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading
            || await access.ReadAsync(db => CaseEffects.LoadAsync(db, reading.View.Case, access.User.NowUtc)) is not { } effects
            || effects.Find(row) is not { } found)
        {
            return false;
        }

        (View, Report, Effects, TaskEffects, Effect) = (reading.View, reading.Report, effects, found.Task, found.Action);
        Refusal = EffectRights.RefusalOf(Effect.Row, access.User.Id, View.MyRoles);
        Names = await access.ReadAsync(NamesAsync);
        return true;
    }

    private Task<Dictionary<Guid, string>> NamesAsync(AuditContext db)
    {
        var people = Effect.Measurements.Select(measurement => measurement.Row.UserId).Concat(Effect.Closures.Select(closure => closure.UserId)).Distinct().ToList();
        return db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName);
    }
}
