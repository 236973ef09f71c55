using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Writes the action plan as an Excel workbook from which managers can run it, and that can be read back.</summary>
public static class ActionPlanWorkbook
{
    /// <summary>Most rows in one sheet; the library keeps the whole workbook in memory.</summary>
    public const int MostRows = 20_000;

    /// <summary>Ranges and rules are made whole here already, so the library need not search for what it could join.</summary>
    internal static readonly SaveOptions SaveSettings = new()
    {
        ValidatePackage = false,
        ConsolidateConditionalFormatRanges = false,
        ConsolidateDataValidationRanges = false,
        GenerateCalculationChain = false,
    };

    /// <summary>Why a plan cannot be written, in Dutch; null when it can.</summary>
    public static string? RefusalOf(ActionPlanExport plan)
    {
        var actions = plan.Actions.Count();
        var parts = plan.Tasks.Sum(task => task.Score.Contributions.Count + 3);
        var findings = plan.Tasks.Sum(task => task.Score.Components.Count + task.Score.Gates.Count + 1);
        var rows = Math.Max(actions, Math.Max(parts, findings));
        return rows <= MostRows
            ? null
            : $"Dit plan is te groot voor één werkmap: {rows} regels op een blad, hoogstens {MostRows} kan. Exporteer minder taken tegelijk.";
    }

    /// <summary>Writes the workbook at the current position of the stream, which needs only to be writable.</summary>
    /// <exception cref="InvalidOperationException">The plan is too large: see <see cref="RefusalOf"/>.</exception>
    public static void Write(ActionPlanExport plan, Stream target)
    {
        if (RefusalOf(plan) is { } refusal)
        {
            throw new InvalidOperationException(refusal);
        }

        using var buffer = new MemoryStream();
        var live = new LiveCells();
        using (var workbook = new XLWorkbook())
        {
            Fill(workbook, plan, live);
            workbook.SaveAs(buffer, SaveSettings);
        }

        PackageFinish.Apply(
            buffer,
            [("InstrumentVersie", plan.Instrument.Version), ("ProfielVersie", plan.Profile.Version), ("ExportId", plan.ExportId.ToString("D"))],
            live);
        buffer.Position = 0;
        buffer.CopyTo(target);
    }

    private static void Fill(XLWorkbook workbook, ActionPlanExport plan, LiveCells live)
    {
        SetProperties(workbook, plan);
        GuideSheet.Add(workbook, plan);
        SummarySheet.Add(workbook, plan, live);
        ActionsSheet.Add(workbook, plan, closed: false);
        ActionsSheet.Add(workbook, plan, closed: true);
        if (plan.OnlyOf is null)
        {
            RiskSheet.Add(workbook, plan);
            EvidenceSheet.Add(workbook, plan, live);
        }

        ListSheet.Add(workbook, plan);
        MetaSheet.Add(workbook, plan);
    }

    private static void SetProperties(XLWorkbook workbook, ActionPlanExport plan)
    {
        var body = SafeText.Clean(plan.Body);
        workbook.Properties.Title = $"Actieplan {SafeText.Clean(plan.AssessmentName)}";
        workbook.Properties.Subject = "Actieplan discriminatierisico's";
        workbook.Properties.Company = body;
        workbook.Properties.Author = body;
        workbook.Properties.LastModifiedBy = body;
        workbook.Properties.Category = SafeText.Clean(plan.Classification);
        workbook.Properties.Status = plan.Reviewed ? "beoordeeld" : Styles.Draft;
        workbook.Properties.Created = plan.ExportedAt.UtcDateTime;
        workbook.Properties.Modified = plan.ExportedAt.UtcDateTime;
        workbook.FullCalculationOnLoad = true;
    }
}
