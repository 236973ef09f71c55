using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Workflows.Actions.Workbooks;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>A value that changes, with the action that it belongs to.</summary>
/// <param name="Cell">Which cell.</param>
/// <param name="From">Value before, as the reader knows it.</param>
/// <param name="To">Value after.</param>
public sealed record ChangeLine(CellId Cell, string From, string To)
{
    public string Column => CellWords.HeaderOf(Cell.Column);

    public static ChangeLine Of(CellId cell, string from, string to) => new(cell, CellWords.Of(cell.Column, from), CellWords.Of(cell.Column, to));
}

/// <summary>One page of changes, grouped by action.</summary>
/// <param name="Groups">The actions on this page with their changes.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
public sealed record ChangePage(IReadOnlyList<(string Action, IReadOnlyList<ChangeLine> Lines)> Groups, int Page, int Pages)
{
    /// <summary>Changes on one page.</summary>
    public const int Size = 100;

    public static ChangePage Of(IReadOnlyList<ChangeLine> lines, IReadOnlyDictionary<Guid, ActionItem> actions, int page)
    {
        var pages = Math.Max(1, (lines.Count + Size - 1) / Size);
        var here = Math.Clamp(page, 1, pages);
        var shown = lines.Skip((here - 1) * Size).Take(Size).GroupBy(line => line.Cell.RowKey);
        return new([.. shown.Select(group => (TitleOf(actions.GetValueOrDefault(group.Key)), (IReadOnlyList<ChangeLine>)[.. group]))], here, pages);
    }

    public static string TitleOf(ActionItem? action) => action is null ? Tr($"Een actie die er niet meer is") : $"{action.Number}. {action.Measure}";
}

/// <summary>A preview as the page shows it, with what was chosen in it.</summary>
public sealed class PreviewView
{
    private readonly PreviewForm form;
    private readonly Dictionary<Guid, ActionItem> actions;

    public PreviewView(PlanMerge merge, PreviewForm form)
    {
        (Merge, this.form) = (merge, form);
        actions = merge.Actions.ToDictionary(action => action.RowKey);
        Changes = ChangePage.Of([.. Preview.Changes.Select(edit => ChangeLine.Of(edit.Cell, edit.Ours, edit.Theirs))], actions, form.Page);
    }

    public PlanMerge Merge { get; }

    public MergePreview Preview => Merge.Preview;

    public ChangePage Changes { get; }

    /// <summary>Whether there is anything to decide or to write.</summary>
    public bool HasWork => Preview.Changes.Count + Preview.Conflicts.Count + Preview.NewRows.Count > 0;

    public string TitleOf(CellId cell) => ChangePage.TitleOf(actions.GetValueOrDefault(cell.RowKey));

    public bool IsFromSheet(CellConflict conflict) => form.Choices.FromSheet.Contains(conflict.Cell);

    public bool IsAdded(NewRow row) => form.Choices.Add.GetValueOrDefault(row.Row.RowKey, row.AddByDefault);
}
