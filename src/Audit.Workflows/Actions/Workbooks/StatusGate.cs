using System.Globalization;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>Holds the statuses in an import to the rule for statuses: what it forbids is refused with its place in the file.</summary>
/// <param name="db">The open transaction, or a context for reading.</param>
/// <param name="report">The case as it is now, read from that context.</param>
internal sealed class StatusGate(AuditContext db, CaseReport report)
{
    private const string Status = "Status";
    private const string Start = "Start";

    private static readonly string Header = ActionColumns.All[ActionColumns.NumberOf(Status) - 1].Header;

    private readonly Dictionary<Guid, PlannedMeasureRow> rows = report.Measures.ToDictionary(row => row.Id);

    /// <summary>The preview with forbidden statuses among what is refused.</summary>
    public async Task<MergePreview> CheckAsync(MergePreview preview)
    {
        var starts = preview.Changes.Where(edit => edit.Cell.Column == Start).ToDictionary(edit => edit.Cell.RowKey, edit => edit.Theirs);
        var refused = new List<Refusal>();
        var cells = new HashSet<CellId>();
        foreach (var (cell, place, theirs) in StatusesIn(preview))
        {
            if (await RefusalAsync(cell.RowKey, theirs, starts.GetValueOrDefault(cell.RowKey)) is { } why)
            {
                refused.Add(new Refusal(place, RefusalReason.NotAllowed, Sentence.Fixed(why)));
                cells.Add(cell);
            }
        }

        var added = new List<NewRow>();
        foreach (var row in preview.NewRows)
        {
            if (StatusRule.RefusalOfNew(StatusOf(row.Row.Values[Status])) is { } why)
            {
                refused.Add(new Refusal(row.Place with { Column = Header }, RefusalReason.NotAllowed, Sentence.Fixed($"{why} {Tr($"De nieuwe actie is niet toegevoegd.")}")));
            }
            else
            {
                added.Add(row);
            }
        }

        return refused.Count == 0 ? preview : preview with
        {
            Changes = [.. preview.Changes.Where(edit => !cells.Contains(edit.Cell))],
            Conflicts = [.. preview.Conflicts.Where(conflict => !cells.Contains(conflict.Cell))],
            NewRows = added,
            Refused = [.. preview.Refused, .. refused],
        };
    }

    /// <summary>The statuses in a patch that the rule forbids after all, because of a start date that was chosen with it.</summary>
    public async Task<IReadOnlyList<(CellId Cell, string Why)>> RefusedInAsync(MergePatch patch)
    {
        var starts = patch.Cells.Where(change => change.Cell.Column == Start).ToDictionary(change => change.Cell.RowKey, change => change.New);
        var refused = new List<(CellId, string)>();
        foreach (var change in patch.Cells.Where(change => change.Cell.Column == Status))
        {
            if (await RefusalAsync(change.Cell.RowKey, change.New, starts.GetValueOrDefault(change.Cell.RowKey)) is { } why)
            {
                refused.Add((change.Cell, why));
            }
        }

        return refused;
    }

    private static IEnumerable<(CellId Cell, SheetPlace Place, string Theirs)> StatusesIn(MergePreview preview) =>
        preview.Changes.Select(edit => (edit.Cell, edit.Place, edit.Theirs))
            .Concat(preview.Conflicts.Select(conflict => (conflict.Cell, conflict.Place, conflict.Theirs)))
            .Where(edit => edit.Cell.Column == Status);

    private Task<string?> RefusalAsync(Guid rowKey, string status, string? start)
    {
        var row = rows[rowKey];
        if (start is not null)
        {
            // A copy: the row itself is changed only when everything is decided.
            row = (PlannedMeasureRow)db.Entry(row).CurrentValues.ToObject();
            row.StartDate = DayIn(start);
        }

        return StatusRule.RefusalAsync(db, row, StatusOf(status));
    }

    private static ActionStatus StatusOf(string label) => Enum.GetValues<ActionStatus>().Single(status => status.Dutch() == label);

    private static DateOnly? DayIn(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
