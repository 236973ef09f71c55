using Audit.Core.Actions;
using Audit.Core.Instruments;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Counts of actions, as formulas over the two tables, so that they follow what people change.</summary>
internal sealed class SummarySheet
{
    public const string Name = "Samenvatting";

    private readonly ActionPlanExport plan;
    private readonly LiveCells live;
    private readonly IXLWorksheet sheet;
    private readonly IReadOnlyList<ActionItem> actions;
    private readonly DateOnly today;
    private int row = 1;

    private SummarySheet(XLWorkbook workbook, ActionPlanExport plan, LiveCells live)
    {
        this.plan = plan;
        this.live = live;
        sheet = workbook.AddWorksheet(Name);
        actions = [.. plan.Actions];
        today = DateOnly.FromDateTime(plan.ExportedAt.DateTime);
    }

    public static void Add(XLWorkbook workbook, ActionPlanExport plan, LiveCells live) => new SummarySheet(workbook, plan, live).Fill();

    private void Fill()
    {
        ColumnWidths.Set(sheet, 46, 13, 13, 13, 16, 16, 13);
        sheet.Column(1).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        PutTitle();
        PutKeyFigures();
        PutStatusByClass();
        PutTasks();
        PutGroups("Per onderdeel", "Onderdeel", action => action.Component, plan.Instrument.ScoredComponents.Select(part => part.Title.Nl));
        PutGroups("Per eigenaar", "Eigenaar", action => action.Accountable, []);
        RowHeights.Fit(sheet);
        PageLayout.Apply(sheet, plan, headerRow: 0);
    }

    private void PutTitle()
    {
        Styles.Put(sheet.Cell(row, 1), "Samenvatting van het actieplan");
        Styles.Title(sheet.Cell(row, 1));
        sheet.Cell(row++, 1).Style.Alignment.WrapText = false;
        string[] lines = [$"{plan.Body} · {plan.AssessmentName}", $"{Styles.NoVerdict}. De aantallen volgen wat in Acties en Afgesloten wordt gewijzigd."];
        foreach (var line in plan.Reviewed ? lines : lines.Prepend(Styles.Draft))
        {
            Styles.Put(sheet.Cell(row, 1), line);
            sheet.Cell(row, 1).Style.Alignment.WrapText = false;
            row++;
        }

        if (!plan.Reviewed)
        {
            Styles.Warning(sheet.Cell(2, 1));
        }
    }

    private void PutKeyFigures()
    {
        Heading("Stand van het plan");
        Figure("Openstaande acties", SummaryFormulas.Open, action => action.Status.IsOpen());
        Figure("Te laat", SummaryFormulas.Overdue, IsOverdue);
        Figure("Streefdatum binnen 30 dagen", SummaryFormulas.DueSoon, action =>
            action.Status.IsOpen() && action.Due is { } due && due >= today && due <= today.AddDays(30));
        Figure("Acties zonder status", SummaryFormulas.WithoutStatus, _ => false);
        Figure("Openstaand zonder streefdatum", SummaryFormulas.Undated, action => action.Status.IsOpen() && action.Due is null);
    }

    private void Figure(string label, string formula, Func<ActionItem, bool> counts)
    {
        Styles.Put(sheet.Cell(row, 1), label);
        Count(row, 2, formula, actions.Count(counts));
        Styles.Grid(sheet.Range(row, 1, row, 2));
        row++;
    }

    private void PutStatusByClass()
    {
        Heading("Acties naar status en klasse");
        var classes = Enum.GetValues<RiskClass>();
        var header = row++;
        Styles.PutRow(sheet, header, ["Status", .. classes.Select(one => one.Dutch()), "geen klasse", "totaal"]);
        Styles.Header(sheet.Range(header, 1, header, 7));
        Styles.NumberHeader(sheet.Range(header, 2, header, 7));
        foreach (var status in Enum.GetValues<ActionStatus>())
        {
            Styles.Put(sheet.Cell(row, 1), status.Dutch());
            var ofStatus = actions.Where(action => action.Status == status).ToList();
            foreach (var one in classes)
            {
                var column = 2 + (int)one;
                Count(row, column, SummaryFormulas.StatusAndClass(row, column, header), ofStatus.Count(action => action.Class == one));
            }

            Count(row, 6, $"G{row}-SUM(B{row}:E{row})", ofStatus.Count(action => action.Class is null));
            Count(row, 7, SummaryFormulas.Status(row), ofStatus.Count);
            row++;
        }

        Marks.Show(sheet.Range(header + 1, 1, row - 1, 1), Marks.Statuses);
        Totals(header, 7);
    }

    private void PutTasks()
    {
        Heading("Per taak");
        var header = row++;

        // What the whole plan brings is not for the owner of a part of it.
        var columns = plan.OnlyOf is null ? 7 : 4;
        string[] headers = ["Taak", "acties", "openstaand", "te laat", "klasse nu", "klasse na plan", "doel gehaald"];
        Styles.PutRow(sheet, header, [.. headers.Take(columns)]);
        Styles.Header(sheet.Range(header, 1, header, columns));
        Styles.NumberHeader(sheet.Range(header, 2, header, 4));
        foreach (var task in plan.Tasks)
        {
            PutGroup("Taak", task.Task.Name, action => action.TaskName);
            PutOutlook(task);
            row++;
        }

        if (plan.OnlyOf is null)
        {
            Marks.Show(sheet.Range(header + 1, 5, Math.Max(header + 1, row - 1), 6), Marks.Classes);
        }

        Styles.Grid(sheet.Range(header, 1, row - 1, columns));
    }

    private void PutOutlook(ExportedTask task)
    {
        if (plan.OnlyOf is null)
        {
            Styles.Put(sheet.Cell(row, 5), task.Plan.Before.Working?.Dutch() ?? "onbekend");
            Styles.Put(sheet.Cell(row, 6), task.Plan.After.Working?.Dutch() ?? "onbekend");
            Styles.Put(sheet.Cell(row, 7), task.Plan.TargetReached ? "ja" : "nee");
        }
    }

    private void PutGroups(string heading, string column, Func<ActionItem, string> key, IEnumerable<string> always)
    {
        Heading(heading);
        var header = row++;
        Styles.PutRow(sheet, header, column, "acties", "openstaand", "te laat");
        Styles.Header(sheet.Range(header, 1, header, 4));
        Styles.NumberHeader(sheet.Range(header, 2, header, 4));

        // Without regard to case, because "=" in a formula compares so.
        var names = always.Concat(actions.Select(key)).Select(SafeText.Clean).Where(name => name.Length > 0)
            .Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        foreach (var name in names)
        {
            PutGroup(column, name, key);
            row++;
        }

        PutRest(column, key);
        Totals(header, 4);
    }

    private void PutGroup(string column, string name, Func<ActionItem, string> key)
    {
        Styles.Put(sheet.Cell(row, 1), name);
        var group = actions.Where(action => string.Equals(SafeText.Clean(key(action)), SafeText.Clean(name), StringComparison.OrdinalIgnoreCase)).ToList();
        PutCounts(column, $"$A{row}", group);
    }

    private void PutRest(string column, Func<ActionItem, string> key)
    {
        Styles.Put(sheet.Cell(row, 1), $"(geen {column.ToLowerInvariant()})");
        PutCounts(column, "\"\"", [.. actions.Where(action => SafeText.Clean(key(action)).Length == 0)]);
        row++;
    }

    private void PutCounts(string column, string criterion, List<ActionItem> group)
    {
        Count(row, 2, SummaryFormulas.Group(column, criterion), group.Count);
        Count(row, 3, SummaryFormulas.OpenInGroup(column, criterion), group.Count(action => action.Status.IsOpen()));
        Count(row, 4, SummaryFormulas.OverdueInGroup(column, criterion), group.Count(IsOverdue));
    }

    private void Totals(int header, int columns)
    {
        Styles.Grid(sheet.Range(header, 1, row - 1, columns));
        Styles.Put(sheet.Cell(row, 1), "Totaal");
        for (var column = 2; column <= columns; column++)
        {
            var letter = sheet.Column(column).ColumnLetter();
            var sum = Enumerable.Range(header + 1, row - header - 1).Sum(above => live.NumberAt(sheet.Cell(above, column)));
            Count(row, column, $"SUM({letter}{header + 1}:{letter}{row - 1})", sum);
        }

        Styles.Total(sheet.Range(row, 1, row, columns));
        row++;
    }

    private void Heading(string text)
    {
        row++;
        Styles.Put(sheet.Cell(row, 1), text);
        Styles.Heading(sheet.Cell(row, 1));
        row++;
    }

    private void Count(int atRow, int column, string formula, double value)
    {
        live.Put(sheet.Cell(atRow, column), formula, value);
        sheet.Cell(atRow, column).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Alignment.SetIndent(1);
    }

    private bool IsOverdue(ActionItem action) => action.Status.IsOpen() && action.Due < today;
}
