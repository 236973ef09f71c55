using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>Writes a patch into the newest plan of a case: rows and one record in the trail for every cell.</summary>
/// <param name="Db">The open transaction.</param>
/// <param name="Report">The case as it is now, read from that transaction.</param>
/// <param name="Actor">Who decided, and when.</param>
/// <param name="Reason">The workbook, for the trail.</param>
internal sealed record PatchWriter(AuditContext Db, CaseReport Report, Actor Actor, string Reason)
{
    public const string Added = "action.added";
    public const string Removed = "action.removed";

    private const string Title = "Maatregel";

    private readonly CaseTrail trail = new(Report.Case.Row.BodyId, Report.Case.Row.Id);

    /// <summary>Writes it; that it fits was found out before.</summary>
    public void Write(MergePatch patch, IReadOnlyList<ActionItem> actions)
    {
        var rows = Report.Measures.ToDictionary(row => row.Id);
        var known = actions.ToDictionary(action => action.RowKey);
        foreach (var changes in patch.Cells.GroupBy(change => change.Cell.RowKey))
        {
            var before = known[changes.Key];
            ActionChanges.Write(Db, trail, rows[changes.Key], (before, ActionRows.Changed(before, changes)), Actor, Reason);
        }

        foreach (var row in patch.Removed)
        {
            Db.PlannedMeasures.Remove(rows[row.RowKey]);
            trail.Add(Db, Actor, Removed, ActionChanges.SubjectOf(row.RowKey, Title), (row.Values[Title], null), Reason);
        }

        foreach (var (row, index) in patch.Added.Select((row, index) => (row, index)))
        {
            Add(row, index);
        }
    }

    private void Add(ActionRow added, int index)
    {
        var task = Report.Case.Tasks.First(candidate => candidate.Name == added.Values["Taak"]);
        var last = Report.Measures.Where(row => row.TaskKey == task.Key).Select(row => row.Position).DefaultIfEmpty(-1).Max();
        var row = new PlannedMeasureRow
        {
            Id = added.RowKey,
            PlanId = Report.Plan!.Id,
            TaskKey = task.Key,
            Position = last + 1 + index,
            Because = string.Empty,
            ChangedUtc = Actor.NowUtc,
            Version = Guid.NewGuid(),
        };
        var action = ActionRows.New(added, task.Key, number: 1) with { Class = Report.Plans.FirstOrDefault(plan => plan.TaskId == task.Key)?.Before.Working };
        ActionRecords.Write(row, action);
        Db.PlannedMeasures.Add(row);
        foreach (var column in ActionColumns.All.Where(column => added.Values.GetValueOrDefault(column.Key) is { Length: > 0 }))
        {
            trail.Add(Db, Actor, Added, ActionChanges.SubjectOf(row.Id, column.Key), (null, added.Values[column.Key]), Reason);
        }
    }
}
