using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions;

/// <summary>The one way to change an action, from a page and from a workbook alike: row and trail in the caller's transaction.</summary>
public static class ActionChanges
{
    /// <summary>Event in the trail of a changed cell; its subject is <see cref="SubjectOf"/>.</summary>
    public const string Changed = "action.changed";

    /// <summary>Subject in the trail of a cell of an action: the history of an action is everything that begins with its key.</summary>
    /// <param name="rowKey">Identity of the action.</param>
    /// <param name="column">Key of the column.</param>
    public static string SubjectOf(Guid rowKey, string column) => $"{rowKey:D}/{column}";

    /// <summary>Writes an action with one record in the trail for every cell that changed; nothing when none did.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="trail">The trail of the case.</param>
    /// <param name="row">The row, tracked.</param>
    /// <param name="change">The action as it is and as it becomes.</param>
    /// <param name="actor">Who changes it, and when.</param>
    /// <param name="reason">Why, or the export id of the workbook that it came with; null when nothing was said.</param>
    /// <returns>How many cells changed.</returns>
    public static int Write(
        AuditContext db, CaseTrail trail, PlannedMeasureRow row, (ActionItem Before, ActionItem After) change, Actor actor, string? reason = null)
    {
        var (before, after) = (ActionRows.Of(change.Before).Values, ActionRows.Of(change.After).Values);
        var changed = ActionColumns.All.Where(column => !column.Hidden && before[column.Key] != after[column.Key]).ToList();
        if (changed.Count == 0)
        {
            return 0;
        }

        ActionRecords.Write(row, change.After);
        row.ChangedUtc = actor.NowUtc;
        row.Version = Guid.NewGuid();
        foreach (var column in changed)
        {
            trail.Add(db, actor, Changed, SubjectOf(row.Id, column.Key), (before[column.Key], after[column.Key]), reason);
        }

        return changed.Count;
    }
}
