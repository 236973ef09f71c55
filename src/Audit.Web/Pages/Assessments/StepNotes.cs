using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>Where notes belong.</summary>
public sealed record NotePlace(Guid AssessmentId, string StepKey, string TaskKey);

/// <summary>Notes of a step, one text per step of a case; a step that comes round again goes on in the same text.</summary>
public static class StepNotes
{
    public static Task<StepNoteRow?> FindAsync(AuditContext db, NotePlace place) => db.StepNotes
        .Where(row => row.AssessmentId == place.AssessmentId && row.StepKey == place.StepKey && row.TaskKey == place.TaskKey)
        .OrderByDescending(row => row.SavedUtc)
        .FirstOrDefaultAsync();

    /// <summary>Mark of what somebody was looking at; empty when there were no notes.</summary>
    public static string MarkOf(StepNoteRow? row) => row is null ? string.Empty : row.SavedUtc.Ticks.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Writes the notes and leaves what else was recorded as it is.</summary>
    /// <inheritdoc cref="SetAsync(AuditContext, BodyRow, NotePlace, ValueTuple{Func{StepRecord, StepRecord}, string}, Actor)"/>
    public static Task<bool> SetAsync(AuditContext db, BodyRow body, NotePlace place, (string Text, string? Seen) note, Actor actor) =>
        SetAsync(db, body, place, (stored => stored with { Text = note.Text }, note.Seen), actor);

    /// <summary>Writes what was recorded, with a record in the trail.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="body">The body.</param>
    /// <param name="place">The step.</param>
    /// <param name="edit">What becomes of the stored record, and the mark of what the person was looking at.</param>
    /// <param name="actor">Who writes it.</param>
    /// <returns>False when a colleague wrote something else meanwhile; nothing has changed then.</returns>
    public static async Task<bool> SetAsync(AuditContext db, BodyRow body, NotePlace place, (Func<StepRecord, StepRecord> Change, string? Seen) edit, Actor actor)
    {
        var row = await FindAsync(db, place);
        var before = StepRecord.Of(row);
        var after = edit.Change(before);
        if (after == before)
        {
            return true;
        }

        if (MarkOf(row) != (edit.Seen ?? string.Empty))
        {
            return false;
        }

        if (row is null)
        {
            row = new StepNoteRow { Id = Guid.CreateVersion7(), AssessmentId = place.AssessmentId, StepKey = place.StepKey, TaskKey = place.TaskKey, Text = string.Empty };
            db.StepNotes.Add(row);
        }

        after.WriteTo(row);
        (row.UserId, row.SavedUtc) = (actor.UserId!.Value, actor.NowUtc);
        Record(db, body, place, (before, after), actor);
        return true;
    }

    private static void Record(AuditContext db, BodyRow body, NotePlace place, (StepRecord Before, StepRecord After) change, Actor actor) => db.Trail.Add(new TrailRow
    {
        BodyId = body.Id,
        AssessmentId = place.AssessmentId,
        UserId = actor.UserId,
        AtUtc = actor.NowUtc,
        Event = "notes.saved",
        Subject = place.TaskKey.Length == 0 ? place.StepKey : $"{place.TaskKey}/{place.StepKey}",
        Before = change.Before.Describe(),
        After = change.After.Describe(),
    });
}
