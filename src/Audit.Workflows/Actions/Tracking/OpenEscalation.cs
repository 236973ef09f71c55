using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>An escalation that waits for a decision.</summary>
/// <param name="Forum">To whom it was escalated last.</param>
/// <param name="AtUtc">When.</param>
public sealed record OpenEscalation(string Forum, DateTime AtUtc)
{
    /// <summary>The open escalations of a plan by action: those after which no decision was recorded.</summary>
    public static async Task<IReadOnlyDictionary<Guid, OpenEscalation>> AllAsync(AuditContext db, Guid planId)
    {
        var notes = await (
            from note in db.ActionNotes
            join row in db.PlannedMeasures on note.ActionId equals row.Id
            where row.PlanId == planId && (note.Kind == ActionNoteKind.Escalation || note.Kind == ActionNoteKind.Decision)
            select new { note.ActionId, note.Kind, note.Forum, note.AtUtc, note.Id }).ToListAsync();
        return notes.GroupBy(note => note.ActionId)
            .Select(group => group.OrderBy(note => note.AtUtc).ThenBy(note => note.Id).Last())
            .Where(last => last.Kind == ActionNoteKind.Escalation)
            .ToDictionary(last => last.ActionId, last => new OpenEscalation(last.Forum ?? string.Empty, last.AtUtc));
    }
}
