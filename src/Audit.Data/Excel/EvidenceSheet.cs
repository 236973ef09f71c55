using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>Per task the contributions that add up to the score, with a sum that the reader can check.</summary>
internal sealed class EvidenceSheet
{
    public const string Name = "Onderbouwing";

    private const int Columns = 10;
    private const int PartColumn = 10;

    private readonly ActionPlanExport plan;
    private readonly LiveCells live;
    private readonly IXLWorksheet sheet;
    private readonly Dictionary<string, Question> questions;
    private int row = 1;

    private EvidenceSheet(XLWorkbook workbook, ActionPlanExport plan, LiveCells live)
    {
        this.plan = plan;
        this.live = live;
        sheet = workbook.AddWorksheet(Name);
        questions = plan.Instrument.AllQuestions.ToDictionary(question => question.Id);
    }

    public static void Add(XLWorkbook workbook, ActionPlanExport plan, LiveCells live) => new EvidenceSheet(workbook, plan, live).Fill();

    private void Fill()
    {
        Format();
        foreach (var task in plan.Tasks)
        {
            PutTask(task);
        }

        RowHeights.FitTable(sheet);
        sheet.SheetView.Freeze(1, 0);
        PageLayout.Apply(sheet, plan, headerRow: 1);
    }

    private void Format()
    {
        ColumnWidths.Set(sheet, 22, 20, 60, 15, 26, 30, 9, 11, 11, 13);
        foreach (var column in sheet.Columns(1, Columns))
        {
            Styles.Wrapped(column);
        }

        foreach (var column in sheet.Columns(7, 9))
        {
            Styles.Numbers(column, Styles.ScoreFormat);
        }

        Styles.Numbers(sheet.Column(PartColumn), Styles.PartFormat);
        Styles.PutRow(sheet, row, "Taak", "Onderdeel", "Vraag", "Soort", "Antwoord", "Bewijs", "Gewicht", "Telt mee laag", "Telt mee hoog", "Bijdrage");
        Styles.Header(sheet.Range(row, 1, row, Columns));
        row++;
    }

    private void PutTask(ExportedTask task)
    {
        var first = row;
        var traces = task.Score.Trace.ToDictionary(trace => trace.QuestionId);
        foreach (var part in task.Score.Contributions)
        {
            PutPart(task, part, traces[part.QuestionId]);
        }

        if (task.Score.Residual is not { } residual)
        {
            Styles.PutRow(sheet, row, task.Task.Name, null, "Geen onderdeel is van toepassing: er is geen restrisico om te onderbouwen.");
            row++;
            return;
        }

        PutSum(task, first, residual.High);
    }

    private void PutPart(ExportedTask task, Contribution part, QuestionTrace trace)
    {
        var question = questions[part.QuestionId];
        var answer = task.Task.Answers.GetValueOrDefault(part.QuestionId);
        Styles.PutRow(
            sheet,
            row++,
            task.Task.Name,
            plan.Instrument.Components.First(one => one.Id == part.ComponentId).Title.Nl,
            question.Text.Nl,
            part.Kind == QuestionKind.Exposure ? "blootstelling" : "waarborg",
            AnswerOf(question, trace),
            part.Kind == QuestionKind.Exposure ? answer?.Source : $"{GradeOf(answer?.Evidence)}{(answer?.Source is { } source ? $": {source}" : "")}",
            trace.Weight,
            trace.Counted?.Low,
            trace.Counted?.High,
            part.Value);
    }

    /// <summary>Two rows: what the parts add up to, and the residual risk that it must equal.</summary>
    private void PutSum(ExportedTask task, int first, double residual)
    {
        var sum = row;
        Styles.PutRow(sheet, sum, task.Task.Name, null, "Som van de bijdragen");
        live.Put(sheet.Cell(sum, PartColumn), $"SUM(J{first}:J{sum - 1})", task.Score.Contributions.Sum(part => part.Value));
        Styles.PutRow(sheet, sum + 1, task.Task.Name, null, "Restrisico van de taak (hoogste waarde)");
        live.Put(sheet.Cell(sum + 1, 5), $"IF(ABS(J{sum}-J{sum + 1})<0.000000001,\"√ de som klopt\",\"× de som wijkt af\")", "√ de som klopt");
        Styles.Put(sheet.Cell(sum + 1, PartColumn), residual);
        sheet.Cell(sum + 1, PartColumn).Style.NumberFormat.Format = "0.0000";
        sheet.Cell(sum, PartColumn).Style.NumberFormat.Format = "0.0000";
        Styles.Total(sheet.Range(sum, 1, sum, Columns));
        sheet.Range(sum + 1, 1, sum + 1, Columns).Style.Font.SetBold();
        row = sum + 3;
    }

    private static string AnswerOf(Question question, QuestionTrace trace) => trace.State switch
    {
        QuestionState.Answered => question.Scale.Options[question.IndexOf(trace.Option!)].Label.Nl,
        QuestionState.Open => "nog niet beantwoord",
        QuestionState.Undetermined => "nog niet zeker of de vraag geldt",
        QuestionState.Removed => "niet van toepassing",
    };

    private static string GradeOf(EvidenceGrade? grade) => (grade ?? EvidenceGrade.E0) switch
    {
        EvidenceGrade.E0 => "E0 alleen verklaard",
        EvidenceGrade.E1 => "E1 document",
        EvidenceGrade.E2 => "E2 steekproef in de praktijk",
        EvidenceGrade.E3 => "E3 onafhankelijk of data",
    };
}
