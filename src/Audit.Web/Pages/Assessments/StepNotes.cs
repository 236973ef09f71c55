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

    /// <summary>Writes the notes, with a record in the trail.</summary>
    /// <returns>False when a colleague wrote something else meanwhile; nothing has changed then.</returns>
    public static async Task<bool> SetAsync(AuditContext db, BodyRow body, NotePlace place, (string Text, string? Seen) note, Actor actor)
    {
        var row = await FindAsync(db, place);
        if ((row?.Text ?? string.Empty) == note.Text)
        {
            return true;
        }

        if (MarkOf(row) != (note.Seen ?? string.Empty))
        {
            return false;
        }

        if (row is null)
        {
            row = new StepNoteRow { Id = Guid.CreateVersion7(), AssessmentId = place.AssessmentId, StepKey = place.StepKey, TaskKey = place.TaskKey, Text = string.Empty };
            db.StepNotes.Add(row);
        }

        db.Trail.Add(new TrailRow
        {
            BodyId = body.Id,
            AssessmentId = place.AssessmentId,
            UserId = actor.UserId,
            AtUtc = actor.NowUtc,
            Event = "notes.saved",
            Subject = place.TaskKey.Length == 0 ? place.StepKey : $"{place.TaskKey}/{place.StepKey}",
            Before = row.Text.Length == 0 ? null : row.Text,
            After = note.Text,
        });
        (row.Text, row.UserId, row.SavedUtc) = (note.Text, actor.UserId!.Value, actor.NowUtc);
        return true;
    }
}
