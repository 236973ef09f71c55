using Audit.Core.Actions;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>A table with one action a row: the running plan or the closed actions.</summary>
internal static class ActionsSheet
{
    public const string Running = "Acties";
    public const string Closed = "Afgesloten";
    public const string RunningTable = "tblActies";
    public const string ClosedTable = "tblAfgesloten";

    /// <summary>Rules reach so many rows below the table, for actions that people add.</summary>
    private const int SpareRows = 500;

    public static void Add(XLWorkbook workbook, ActionPlanExport plan, bool closed, (bool IsLarge, Dictionary<string, LargeRows> Rows) large)
    {
        var actions = closed ? plan.ClosedActions : plan.RunningActions;
        var sheet = workbook.AddWorksheet(closed ? Closed : Running);

        // A table needs a row, also when there is nothing to put in it.
        var lastRow = Math.Max(2, actions.Count + 1);
        PutColumns(sheet, actions, lastRow);
        IReadOnlyList<ActionItem> shown = large.IsLarge && actions.Count > 1 ? [SampleAction.Plain, SampleAction.Prefixed] : actions;
        for (var i = 0; i < shown.Count; i++)
        {
            PutAction(sheet, i + 2, shown[i]);
        }

        var range = sheet.Range(1, 1, lastRow, ActionColumns.All.Count);
        Styles.Header(range.FirstRow().AsRange());
        range.CreateTable(closed ? ClosedTable : RunningTable).Theme = XLTableTheme.TableStyleLight1;
        RowHeights.FitTable(sheet);
        if (shown != actions)
        {
            var values = actions.Select(action => ActionColumns.All.Select(column => column.Value(action)).ToArray());
            large.Rows.Add(sheet.Name, new LargeRows(2, values, RowHeights.OfTable(sheet, ActionColumns.All.Count)));
        }

        sheet.SheetView.Freeze(1, 2);
        PageLayout.Apply(sheet, plan, headerRow: 1);

        // All columns on one page would be too small to read; the guide says which ones are printed.
        sheet.PageSetup.PrintAreas.Add(1, 1, lastRow, ActionColumns.NumberOf("Voortgang"));
    }

    private static void PutColumns(IXLWorksheet sheet, IReadOnlyList<ActionItem> actions, int lastRow)
    {
        for (var c = 0; c < ActionColumns.All.Count; c++)
        {
            var column = ActionColumns.All[c];
            Format(sheet.Column(c + 1), column, actions);
            sheet.Cell(1, c + 1).SetValue(column.Header);
            sheet.Workbook.NamedRanges.Add(ActionColumns.NameOf(sheet.Name, column.Key), sheet.Range(1, c + 1, 1, c + 1));
            ActionRules.Apply(sheet.Range(2, c + 1, lastRow + SpareRows, c + 1), column);
        }
    }

    private static void Format(IXLColumn column, ActionColumn definition, IReadOnlyList<ActionItem> actions)
    {
        Styles.Wrapped(column);
        column.Style.Font.FontSize = 10;
        var format = definition.Kind switch
        {
            ColumnKind.Date => Styles.DateFormat,
            ColumnKind.Moment => Styles.MomentFormat,
            ColumnKind.Percent => Styles.PercentFormat,
            ColumnKind.Number => "0",
            ColumnKind.Text or ColumnKind.Label or ColumnKind.Link => null,
        };
        if (format is not null)
        {
            Styles.Numbers(column, format);
        }
        else if (definition.List is null)
        {
            // What people type stays what they typed: else "35%" becomes 0.35 and "1-3" a day.
            column.Style.NumberFormat.SetFormat("@");
        }

        var texts = actions.Select(action => definition.Value(action)).Select(value => value as string ?? "");
        column.Width = format is null ? ColumnWidths.For(definition.Header, texts, definition.MaxWidth) : definition.MaxWidth;
        if (definition.Hidden)
        {
            column.Hide();
        }
    }

    private static void PutAction(IXLWorksheet sheet, int row, ActionItem action)
    {
        for (var c = 0; c < ActionColumns.All.Count; c++)
        {
            var column = ActionColumns.All[c];
            var cell = sheet.Cell(row, c + 1);
            var value = column.Value(action);
            Styles.Put(cell, value);
            if (column.Kind == ColumnKind.Link && value is string text && SafeText.LinkIn(text) is { } link)
            {
                cell.Hyperlink = new XLHyperlink(link);
            }
        }
    }
}
