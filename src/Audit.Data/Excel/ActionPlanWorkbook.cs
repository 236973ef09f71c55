using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Writes the action plan as an Excel workbook from which managers can run it, and that can be read back.</summary>
public static class ActionPlanWorkbook
{
    /// <summary>Most rows in one sheet: as many as an upload may hold, so that everything that goes out can come back.</summary>
    public const int MostRows = 30_000;

    /// <summary>Actions above which their rows are streamed; the library keeps the whole workbook in memory.</summary>
    public const int StreamAbove = 20_000;

    /// <summary>Ranges and rules are made whole here already, so the library need not search for what it could join.</summary>
    internal static readonly SaveOptions SaveSettings = new()
    {
        ValidatePackage = false,
        ConsolidateConditionalFormatRanges = false,
        ConsolidateDataValidationRanges = false,
        GenerateCalculationChain = false,
    };

    /// <summary>Why a plan cannot be written, in Dutch; null when it can.</summary>
    public static Sentence? RefusalOf(ActionPlanExport plan)
    {
        var actions = plan.Actions.Count();
        var parts = plan.Tasks.Sum(task => task.Score.Contributions.Count + 3);
        var findings = plan.Tasks.Sum(task => task.Score.Components.Count + task.Score.Gates.Count + 1);
        return plan.OnlyOf is { } owner && actions == 0 ? Sentence.Of($"{owner} heeft geen acties in dit plan.")
            : actions > MostRows ? TooLarge(actions, MostRows)
            : Math.Max(parts, findings) > StreamAbove ? TooLarge(Math.Max(parts, findings), StreamAbove)
            : null;
    }

    /// <summary>Writes the workbook at the current position of the stream, which needs only to be writable.</summary>
    /// <exception cref="InvalidOperationException">The plan is too large: see <see cref="RefusalOf"/>.</exception>
    public static void Write(ActionPlanExport plan, Stream target) => Write(plan, target, StreamAbove);

    /// <summary>The same with another number of actions above which they are streamed.</summary>
    public static void Write(ActionPlanExport plan, Stream target, int streamAbove)
    {
        if (RefusalOf(plan) is { } refusal)
        {
            throw new InvalidOperationException(refusal.ToString());
        }

        using var buffer = new MemoryStream();
        var cells = new FinishedCells(new LiveCells(), []);
        using (var workbook = new XLWorkbook())
        {
            Fill(workbook, plan, cells, plan.Actions.Skip(streamAbove).Any());
            workbook.SaveAs(buffer, SaveSettings);
        }

        PackageFinish.Apply(
            buffer,
            [("InstrumentVersie", plan.Instrument.Version), ("ProfielVersie", plan.Profile.Version), ("ExportId", plan.ExportId.ToString("D"))],
            cells);
        buffer.Position = 0;
        buffer.CopyTo(target);
    }

    private static Sentence TooLarge(int rows, int most) =>
        Sentence.Of($"Dit plan is te groot voor één werkmap: {rows} regels op een blad, hoogstens {most} kan. Exporteer minder taken tegelijk.");

    private static void Fill(XLWorkbook workbook, ActionPlanExport plan, FinishedCells cells, bool isLarge)
    {
        SetProperties(workbook, plan);
        GuideSheet.Add(workbook, plan);
        SummarySheet.Add(workbook, plan, cells.Live);
        ActionsSheet.Add(workbook, plan, closed: false, (isLarge, cells.Large));
        ActionsSheet.Add(workbook, plan, closed: true, (isLarge, cells.Large));
        if (plan.OnlyOf is null)
        {
            RiskSheet.Add(workbook, plan);
            EvidenceSheet.Add(workbook, plan, cells.Live);
        }

        ListSheet.Add(workbook, plan);
        MetaSheet.Add(workbook, plan, isLarge, cells.Large);
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
