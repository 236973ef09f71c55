using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using ClosedXML.Excel;

namespace Audit.Data.Excel;

/// <summary>What was found: per task a row for the whole, one per component and one per legal knock-out.</summary>
internal sealed class RiskSheet
{
    public const string Name = "Risico's";
    public const string Table = "tblRisicos";

    private const int Columns = 17;

    private readonly Instrument instrument;
    private readonly Dictionary<string, Question> questions;
    private readonly IXLWorksheet sheet;
    private int row = 1;

    private RiskSheet(XLWorkbook workbook, Instrument instrument)
    {
        this.instrument = instrument;
        questions = instrument.AllQuestions.ToDictionary(question => question.Id);
        sheet = workbook.AddWorksheet(Name);
    }

    public static void Add(XLWorkbook workbook, ActionPlanExport plan)
    {
        var filler = new RiskSheet(workbook, plan.Instrument);
        filler.Format();
        foreach (var task in plan.Tasks)
        {
            filler.PutTask(task);
        }

        filler.Finish(plan);
    }

    private void Format()
    {
        ColumnWidths.Set(sheet, 18, 13, 28, 15, 15, 11, 11, 11, 11, 12, 12, 17, 52, 34, 12, 34, 34);
        foreach (var column in sheet.Columns(1, Columns))
        {
            Styles.Wrapped(column);
        }

        foreach (var column in sheet.Columns(4, 9))
        {
            Styles.Numbers(column, Styles.ScoreFormat);
        }

        Styles.PutRow(
            sheet, row++, "Taak", "Soort", "Onderdeel of drempelregel", "Blootstelling laag", "Blootstelling hoog", "Waarborg laag", "Waarborg hoog",
            "Restrisico laag", "Restrisico hoog", "Klasse taak laag", "Klasse taak hoog", "Drempelregel", "Waarom", "Volgende beste vraag",
            "Klasse besloten", "Oordeel auditor", "Besluit jurist");
    }

    private void PutTask(ExportedTask task)
    {
        var (score, decided) = (task.Score, task.Decided);
        var next = task.Insights.NextBestQuestion is { } best ? questions[best.QuestionId].Text.Nl : "Geen: geen open vraag maakt de uitkomst zekerder.";
        PutRow(score, ["Taak als geheel", score.TaskName, null, null, null, null, score.Residual?.Low, score.Residual?.High], null, WhyOf(task), next, decided.Class?.Dutch(), decided.Judgement);
        foreach (var part in score.Components.Where(part => instrument.ScoredComponents.Any(component => component.Id == part.ComponentId)))
        {
            PutRow(
                score,
                ["Onderdeel", instrument.Components.First(one => one.Id == part.ComponentId).Title.Nl, part.Exposure?.Low, part.Exposure?.High, part.Safeguard.Low, part.Safeguard.High, part.Residual?.Low, part.Residual?.High],
                null,
                WhyOf(score, part));
        }

        foreach (var gate in score.Gates)
        {
            PutRow(score, ["Drempelregel", gate.Gate.Text.Nl, null, null, null, null, null, null], StateOf(gate.State), WhyOf(gate.Gate), null, null, null, decided.Gates.GetValueOrDefault(gate.Gate.Id));
        }
    }

    /// <param name="score">Score of the task.</param>
    /// <param name="finding">Columns of kind, name and numbers.</param>
    /// <param name="gate">State of the gate; null on other rows.</param>
    /// <param name="texts">Columns from the reason on; those that are left out stay empty.</param>
    private void PutRow(TaskScore score, ReadOnlySpan<object?> finding, string? gate, params ReadOnlySpan<string?> texts)
    {
        Styles.PutRow(sheet, row++, [score.TaskName, .. finding, score.Class.Low?.Dutch(), score.Class.High?.Dutch(), gate, .. texts]);
    }

    private void Finish(ActionPlanExport plan)
    {
        var lastRow = Math.Max(2, row - 1);
        var range = sheet.Range(1, 1, lastRow, Columns);
        Styles.Header(range.FirstRow().AsRange());
        Marks.Show(sheet.Range(2, 10, lastRow, 11), Marks.Classes);
        Marks.Show(sheet.Range(2, 15, lastRow, 15), Marks.Classes);
        range.CreateTable(Table).Theme = XLTableTheme.TableStyleLight1;
        RowHeights.FitTable(sheet);
        sheet.SheetView.Freeze(1, 1);
        PageLayout.Apply(sheet, plan, headerRow: 1);
    }

    private static string WhyOf(ExportedTask task)
    {
        if (task.Score.Likelihood is not { } likelihood || task.Score.Completeness is not { } completeness)
        {
            return "Geen enkel onderdeel is van toepassing; alleen drempelregels bepalen de klasse.";
        }

        var robustness = task.Insights.Robustness is { } robust
            ? $" De klasse blijft bij {Percent(robust.SameClass)} van de andere wegingen gelijk ({(robust.IsRobust ? "robuust" : "gevoelig")})."
            : "";
        return $"Kans {Levels(likelihood)}, ernst {Levels(task.Score.Severity)} (elk 1 tot en met 4). "
            + $"{Percent(completeness)} van de vragen is beantwoord.{robustness}";
    }

    private string WhyOf(TaskScore score, ComponentScore part)
    {
        if (part.Residual is null)
        {
            return "Niet van toepassing: geen enkele vraag naar blootstelling geldt voor deze taak.";
        }

        var own = score.Contributions.Where(one => one.ComponentId == part.ComponentId).ToList();
        var drivers = own.Where(one => one.Value > 0).OrderByDescending(one => one.Value).Take(2)
            .Select(one => $"‘{questions[one.QuestionId].Text.Nl}’ ({Styles.Number(one.Value, "+0.00")})");
        var saved = own.Where(one => one.Value < 0).Sum(one => one.Value);
        var safeguards = saved < 0 ? $" Waarborgen nemen {Styles.Number(-saved)} weg." : " Geen waarborg neemt iets weg.";
        return own.Any(one => one.Value > 0) ? $"Vooral door {string.Join(" en ", drivers)}.{safeguards}" : "Geen vraag verhoogt het risico.";
    }

    private string WhyOf(Gate gate)
    {
        var sources = gate.Sources.Select(id => instrument.Sources.FirstOrDefault(source => source.Id == id)?.Title ?? id).ToList();
        var floor = gate.Floor is { } one ? $" Als de regel geraakt is, is de klasse ten minste {one.Dutch()}." : "";
        var block = gate.BlocksPublication ? " Als de regel geraakt is, mag de uitkomst niet worden gepubliceerd." : "";
        return $"Kijkt naar: {string.Join("; ", gate.When.Questions.Distinct().Select(id => $"‘{questions[id].Text.Nl}’"))}.{floor}{block}"
            + (sources.Count > 0 ? $" Bron: {string.Join("; ", sources)}." : "");
    }

    private static string StateOf(Truth state) => state switch
    {
        Truth.True => "geraakt",
        Truth.Open => "te onderzoeken",
        Truth.False => "niet geraakt",
    };

    // Rounded down: 99.6 % answered is not "100%".
    private static string Percent(double share) => $"{Styles.Number(Math.Floor((share * 100) + 1e-9), "0")}%";

    private static string Levels(LevelRange levels) =>
        levels.Low == levels.High ? Styles.Number(levels.Low, "0") : $"{Styles.Number(levels.Low, "0")} tot {Styles.Number(levels.High, "0")}";
}
