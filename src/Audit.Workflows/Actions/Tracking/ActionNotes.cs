using Audit.Data.Database;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>A text about an action.</summary>
/// <param name="Id">Made when its form was shown: a form that is sent twice is written once.</param>
/// <param name="Kind">What was written.</param>
/// <param name="Text">The text.</param>
public sealed record NewNote(Guid Id, ActionNoteKind Kind, string Text)
{
    /// <summary>Where the evidence can be looked up; null for other kinds.</summary>
    public string? Place { get; init; }

    /// <summary>To whom it is escalated; null for other kinds.</summary>
    public string? Forum { get; init; }
}

/// <summary>Writes texts about an action, with a record in the trail. Works inside the caller's transaction.</summary>
public static class ActionNotes
{
    /// <summary>Adds a text.</summary>
    /// <returns>Why it was not added, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> AddAsync(ActionDesk desk, TrackedAction action, NewNote note)
    {
        if (await desk.NotesAsync([note.Id]) is [var known, ..])
        {
            return known.ActionId == action.Row.Id ? null : ActionDesk.Elsewhere;
        }

        if (note.Kind == ActionNoteKind.Decision && action.Escalation is null)
        {
            return Tr($"Er is geen opschaling die op een besluit wacht.");
        }

        Put(desk, action, note);
        return null;
    }

    internal static void Put(ActionDesk desk, TrackedAction action, NewNote note)
    {
        desk.Db.ActionNotes.Add(new()
        {
            Id = note.Id,
            ActionId = action.Row.Id,
            Kind = note.Kind,
            Text = note.Text,
            Place = note.Place,
            Forum = note.Forum,
            UserId = desk.Actor.UserId,
            AtUtc = desk.Actor.NowUtc,
        });
        action.Row.ChangedUtc = desk.Actor.NowUtc;
        var (happened, name) = WordsOf(note.Kind);
        var after = string.Join(" – ", new[] { note.Forum, note.Text, note.Place }.Where(part => part is not null));
        desk.Trail.Add(desk.Db, desk.Actor, happened, ActionChanges.SubjectOf(action.Row.Id, name), after);
    }

    private static (string Event, string Name) WordsOf(ActionNoteKind kind) => kind switch
    {
        ActionNoteKind.Note => ("action.noted", "Notitie"),
        ActionNoteKind.Evidence => ("action.evidence-added", "Bewijsstuk"),
        ActionNoteKind.Escalation => ("action.escalated", "Opschaling"),
        ActionNoteKind.Decision => ("action.decided", "Besluit"),
    };
}
