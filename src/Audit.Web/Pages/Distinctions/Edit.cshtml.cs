using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Distinctions;

/// <summary>One distinction: its criterion, its grounds and its test.</summary>
[ShowsAnswers]
public sealed class EditModel(CaseAccess access) : PageModel
{
    /// <summary>Segment in the address of a new distinction.</summary>
    public const string New = "nieuw";

    private static string Closed => Tr($"De vragen over deze taak zijn niet meer open. Uw wijziging is niet opgeslagen; hieronder staat die nog.");

    public CaseView View { get; private set; } = null!;

    public PublicTask PublicTask { get; private set; } = null!;

    /// <summary>The distinction as stored; null while it is new.</summary>
    public Distinction? Stored { get; private set; }

    public DistinctionForm Form { get; private set; } = new();

    public bool MayEdit { get; private set; }

    /// <summary>True while what a colleague saved is shown beside what was typed.</summary>
    public bool HasConflict { get; private set; }

    /// <summary>Reference date: which norms and exceptions are in force.</summary>
    public DateOnly Day => View.Case.ReferenceDate(access.User.NowUtc);

    public Instrument Instrument => View.Case.Instrument.Value;

    public string Key { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey, string key)
    {
        if (!await LoadAsync(id, taskKey, key) || (Stored is null && !MayEdit))
        {
            return NotFound();
        }

        Form = Stored is null ? new() : DistinctionForm.Of(Stored, await VersionAsync());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string taskKey, string key, DistinctionForm form)
    {
        if (!await LoadAsync(id, taskKey, key))
        {
            return NotFound();
        }

        Form = form;
        form.Check(ModelState, Instrument, Day);
        return ModelState.IsValid
            ? await AnswerAsync(
                (db, view) => DistinctionRecorder.SaveAsync(db, view.Case, taskKey, new(form.ToDistinction(Key), form.Gezien, form.Inzending), access.User.Actor),
                Tr($"Het onderscheid is opgeslagen."))
            : Page();
    }

    public async Task<IActionResult> OnPostVerwijderenAsync(Guid id, string taskKey, string key, DistinctionForm form)
    {
        if (!await LoadAsync(id, taskKey, key))
        {
            return NotFound();
        }

        Form = Stored is null ? new() : DistinctionForm.Of(Stored, form.Gezien ?? Guid.Empty);
        Form.Reden = form.Reden?.Trim();
        ModelState.Clear();
        if (string.IsNullOrEmpty(Form.Reden))
        {
            ModelState.AddModelError("reden", Tr($"Schrijf op waarom het onderscheid uit het register kan."));
            return Page();
        }

        return await AnswerAsync(
            (db, view) => DistinctionRecorder.RemoveAsync(db, view.Case, taskKey, (Key, form.Gezien, Form.Reden), access.User.Actor),
            Tr($"Het onderscheid is uit het register gehaald. In het logboek blijft het staan."));
    }

    private async Task<IActionResult> AnswerAsync(Func<AuditContext, CaseView, Task<string?>> change, string done)
    {
        var taskKey = PublicTask.Id;
        var refusal = await access.ChangeAsync(View.Id, async (db, view) => EditRights.MayEditDistinctions(view, taskKey) ? await change(db, view) : Closed);
        if (refusal is null)
        {
            this.Tell(done);
            return Redirect(StepLinks.Distinctions(View.Id, taskKey));
        }

        await LoadAsync(View.Id, taskKey, Key.Length == 0 ? New : Key);
        HasConflict = refusal == DistinctionRecorder.Changed && Stored is not null;
        ModelState.AddModelError(string.Empty, refusal);
        // Who saves again has read what the colleague saved.
        ModelState.Remove(nameof(Form.Gezien));
        Form.Gezien = Stored is null ? null : await VersionAsync();
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, string taskKey, string key)
    {
        if (await access.FindAsync(id) is not { } view || view.Case.Answers.Tasks.FirstOrDefault(task => task.Id == taskKey) is not { } task
            || view.Case.Instrument.Value.Register.Grounds.Count == 0)
        {
            return false;
        }

        (View, PublicTask) = (view, task);
        MayEdit = EditRights.MayEditDistinctions(view, taskKey);
        Key = key == New ? string.Empty : key;
        Stored = task.Distinctions.FirstOrDefault(distinction => distinction.Id == Key);
        return Key.Length == 0 || Stored is not null;
    }

    private Task<Guid> VersionAsync() => access.ReadAsync(db => db.Distinctions
        .Where(row => row.AssessmentId == View.Id && row.TaskKey == PublicTask.Id && row.Key == Key)
        .Select(row => row.Version)
        .SingleAsync());
}
