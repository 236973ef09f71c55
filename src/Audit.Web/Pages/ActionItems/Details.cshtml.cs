using Audit.Core.Actions.Tracking;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.ActionItems;

/// <summary>Everything about one action, with what people write about it and what it waits for.</summary>
[ShowsAnswers]
public sealed class DetailsModel(CaseAccess access) : TrackingPage(access)
{
    public const string NoteField = "notitie";
    public const string EvidenceField = "bewijs";
    public const string PlaceField = "vindplaats";
    public const string DependencyField = "wachtop";
    public const string DecisionField = "besluit";

    public TrackedAction Action { get; private set; } = null!;

    public IReadOnlyList<NoteLine> Notes { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>What was sent and refused.</summary>
    public NoteInput Sent { get; private set; } = new();

    /// <summary>What deserves a second look.</summary>
    public IReadOnlyList<string> Warnings =>
        [.. ActionChecks.WarningsOf(Action.Item, Book.DependenciesOf(Action).Select(other => other.Item)).Select(finding => Tr(finding.Text))];

    public bool MayReport => Rights.MayReport(Action.Row);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid rij) => await LoadAsync(id, rij) ? Page() : NotFound();

    public Task<IActionResult> OnPostNotitieAsync(Guid id, Guid rij, NoteInput input) =>
        WriteAsync((id, rij), input, NoteField, Tr($"De notitie is opgeslagen."), (work, action) => work.Rights.MayReport(action.Row)
            ? ActionNotes.AddAsync(work.Desk, action, input.ToNote(ActionNoteKind.Note, input.Notitie))
            : Refuse());

    public Task<IActionResult> OnPostBewijsAsync(Guid id, Guid rij, NoteInput input) =>
        WriteAsync((id, rij), input, EvidenceField, Tr($"Het bewijs is opgeslagen."), (work, action) => work.Rights.MayReport(action.Row)
            ? ActionNotes.AddAsync(work.Desk, action, input.ToNote(ActionNoteKind.Evidence, input.Bewijs) with { Place = NoteInput.Text(input.Vindplaats) })
            : Refuse());

    public Task<IActionResult> OnPostBesluitAsync(Guid id, Guid rij, NoteInput input) =>
        WriteAsync((id, rij), input, DecisionField, Tr($"Het besluit is opgeslagen."), (work, action) => work.Rights.MayManage
            ? ActionNotes.AddAsync(work.Desk, action, input.ToNote(ActionNoteKind.Decision, input.Besluit))
            : Refuse());

    public Task<IActionResult> OnPostWachtenAsync(Guid id, Guid rij, NoteInput input) =>
        WriteAsync((id, rij), input, DependencyField, Tr($"De afhankelijkheid is opgeslagen."), (work, action) => work.Rights.MayManage
            ? DependencyChanges.AddAsync(work.Desk, work.Book, new(rij, input.Other))
            : Refuse());

    public Task<IActionResult> OnPostLosAsync(Guid id, Guid rij, NoteInput input) =>
        WriteAsync((id, rij), input, DependencyField, Tr($"De afhankelijkheid is verwijderd."), async (work, action) =>
        {
            if (!work.Rights.MayManage)
            {
                return TrackingTexts.NotYours;
            }

            await DependencyChanges.RemoveAsync(work.Desk, work.Book, new(rij, input.Other));
            return null;
        });

    private static Task<string?> Refuse() => Task.FromResult<string?>(TrackingTexts.NotYours);

    private async Task<IActionResult> WriteAsync((Guid Case, Guid Row) place, NoteInput input, string field, string done, Func<Work, TrackedAction, Task<string?>> write)
    {
        if (!await LoadAsync(place.Case, place.Row))
        {
            return NotFound();
        }

        input.Check(ModelState, field);
        if (ModelState.IsValid)
        {
            var refusal = await ChangeAsync(work => work.Book.Find(place.Row) is { } action ? write(work, action) : Task.FromResult<string?>(ActionDesk.Gone));
            if (refusal is null)
            {
                this.Tell(done);
                return Redirect(StepLinks.OfAction(place.Case, place.Row));
            }

            ModelState.AddModelError(refusal == TrackingTexts.NotYours ? string.Empty : field, refusal);
            await LoadAsync(place.Case, place.Row);
        }

        Sent = input;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid rij)
    {
        if (!await LoadAsync(id) || Book.Find(rij) is not { } action)
        {
            return false;
        }

        Action = action;
        Notes = await Access.ReadAsync(db => NotesAsync(db, rij));
        History = await Access.ReadAsync(db => ActionHistory.ReadAsync(db, id, action));
        return true;
    }

    private static async Task<IReadOnlyList<NoteLine>> NotesAsync(AuditContext db, Guid rowId)
    {
        var notes = await (
            from note in db.ActionNotes
            join user in db.Users on note.UserId equals user.Id into users
            from user in users.DefaultIfEmpty()
            where note.ActionId == rowId
            orderby note.AtUtc
            select new { Note = note, Who = user == null ? null : user.DisplayName }).ToListAsync();
        return [.. notes.Select(line => new NoteLine(line.Note, line.Who))];
    }
}

/// <summary>A text about an action, with who wrote it.</summary>
public sealed record NoteLine(ActionNoteRow Note, string? Who);
