using Audit.Core.Actions;
using Audit.Core.Instruments;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>The hidden sheet behind the drop-downs: named ranges of labels, each with its code beside it.</summary>
internal static class ListSheet
{
    public const string Name = "Lijsten";
    public const string Statuses = "lstStatus";
    public const string OpenStatuses = "lstStatusOpen";
    public const string Classes = "lstKlasse";
    public const string Priorities = "lstPrioriteit";
    public const string Tasks = "lstTaak";
    public const string Components = "lstOnderdeel";

    public static void Add(XLWorkbook workbook, ActionPlanExport plan)
    {
        var sheet = workbook.AddWorksheet(Name);
        var statuses = Enum.GetValues<ActionStatus>();
        Put(sheet, 1, Statuses, statuses.Select(status => (status.Dutch(), status.ToString())));
        Put(sheet, 4, Classes, Enum.GetValues<RiskClass>().Select(one => (one.Dutch(), one.ToString())));
        Put(sheet, 7, Priorities, Enum.GetValues<ActionPriority>().Select(one => (one.Dutch(), one.ToString())));
        Put(sheet, 10, Tasks, plan.Tasks.Select(task => (task.Task.Name, task.Task.Id)));
        Put(sheet, 13, Components, plan.Instrument.ScoredComponents.Select(part => (part.Title.Nl, part.Id)));

        // The open statuses are the first ones of the enum, so their range is the top of the list.
        workbook.NamedRanges.Add(OpenStatuses, sheet.Range(2, 1, 1 + statuses.Count(status => status.IsOpen()), 1));
        sheet.Visibility = XLWorksheetVisibility.Hidden;
    }

    private static void Put(IXLWorksheet sheet, int column, string name, IEnumerable<(string Label, string Code)> entries)
    {
        Styles.Put(sheet.Cell(1, column), name);
        Styles.Put(sheet.Cell(1, column + 1), "code");
        var row = 1;
        foreach (var (label, code) in entries)
        {
            row++;
            Styles.Put(sheet.Cell(row, column), label);
            Styles.Put(sheet.Cell(row, column + 1), code);
        }

        // A named range needs a cell, also when the list is empty.
        sheet.Workbook.NamedRanges.Add(name, sheet.Range(2, column, Math.Max(2, row), column));
    }
}
