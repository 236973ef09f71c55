using System.Diagnostics;
using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Audit.Benchmarks;

/// <summary>Time and memory of an action-plan workbook, against the bare cost of writing the same cells as a stream.</summary>
public static class Workbook
{
    private const int TaskCount = 40;
    private const int ActionsPerTask = 25;
    private static readonly DateOnly Day = new(2026, 3, 2);

    /// <summary>Writes 1,000 actions with all sheets and prints seconds, peak memory and the ratio to raw streaming.</summary>
    public static void Run()
    {
        var plan = Plan(ActionsPerTask);
        using var first = new MemoryStream();
        var (cold, coldProcessor) = Seconds(() => ActionPlanWorkbook.Write(plan, first));
        using var meter = new MemoryMeter();
        using var file = new MemoryStream();
        var (warm, warmProcessor) = Seconds(() => ActionPlanWorkbook.Write(plan, file));
        var (managed, resident) = meter.Stop();
        var (raw, rawProcessor) = RawSeconds(file);
        Console.WriteLine(FormattableString.Invariant($"workbook: {plan.Actions.Count()} actions, all sheets, {file.Length / 1024} KiB, peak managed {managed} MiB, working set {resident} MiB"));
        Console.WriteLine(FormattableString.Invariant($"workbook: first {cold:0.00} s (processor {coldProcessor:0.00} s), then {warm:0.00} s (processor {warmProcessor:0.00} s)"));
        Console.WriteLine(FormattableString.Invariant(
            $"workbook: the same cells streamed raw {raw:0.00} s (processor {rawProcessor:0.00} s), ratio {warm / raw:0.0} (processor {warmProcessor / rawProcessor:0.0})"));
    }

    /// <summary>Processor time tells more than the clock on a machine that others use too.</summary>
    internal static (double Clock, double Processor) Seconds(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        work();
        var clock = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return (clock, (process.TotalProcessorTime - before).TotalSeconds);
    }

    /// <summary>Median of three, after one run to warm up.</summary>
    private static (double Clock, double Processor) RawSeconds(MemoryStream file)
    {
        var sheets = CellsOf(file);
        return Enumerable.Range(0, 4).Select(_ => Seconds(() => WriteRaw(sheets))).Skip(1).Order().ElementAt(1);
    }

    /// <summary>Every cell of every sheet, read with OpenXML and nothing else.</summary>
    internal static List<List<List<string>>> CellsOf(MemoryStream file)
    {
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        var workbook = document.WorkbookPart!;
        var shared = workbook.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToArray();
        return
        [
            .. workbook.WorksheetParts.Select(part => part.Worksheet.Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => TextOf(cell, shared)).ToList()).ToList()),
        ];
    }

    private static string TextOf(Cell cell, string[] shared)
    {
        var text = cell.CellValue?.Text ?? "";
        return text.Length > 0 && cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)] : text;
    }

    private static void WriteRaw(List<List<List<string>>> sheets)
    {
        using var target = new MemoryStream();
        using var document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        foreach (var rows in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var id = (uint)workbook.Workbook.Sheets!.ChildElements.Count + 1;
            workbook.Workbook.Sheets.Append(new Sheet { Name = $"Blad{id}", SheetId = id, Id = workbook.GetIdOfPart(part) });
            WriteRows(part, rows);
        }
    }

    private static void WriteRows(WorksheetPart part, List<List<string>> rows)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        foreach (var row in rows)
        {
            writer.WriteStartElement(new Row());
            foreach (var text in row)
            {
                writer.WriteElement(new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString });
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    internal static ActionPlanExport Plan(int actionsPerTask)
    {
        var instrument = WorkbookSample.Instrument;
        var model = new ScoringModel(instrument, WorkbookSample.Profile);
        return new ActionPlanExport
        {
            ExportId = Guid.Empty,
            ExportedAt = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero),
            Reviewed = true,
            Body = "Gemeente Voorbeeld",
            AssessmentName = "Doorlichting 2026",
            Instrument = instrument,
            Profile = model.Profile,
            ReferenceDate = Day,
            InstrumentSha256 = new string('0', 64),
            ProfileSha256 = new string('0', 64),
            Tasks = [.. Enumerable.Range(1, TaskCount).Select(number => TaskOf(model, number, actionsPerTask))],
        };
    }

    private static ExportedTask TaskOf(ScoringModel model, int number, int actionsPerTask)
    {
        var none = new Dictionary<string, Answer>();
        var answers = model.Instrument.TaskQuestions.Where((_, i) => (i + number) % 7 != 0)
            .ToDictionary(question => question.Id, question => new Answer(question.Scale.Options[number % question.Scale.Options.Count].Id));
        var task = new PublicTask($"t{number}", $"Publieke taak {number}", answers);
        var score = model.Score(task, none, Day);
        var plan = new PlanMaker(model, [], RiskClass.Low).Make(task, none, Day);
        return new ExportedTask(
            task, score, new Insights(null, [], null), plan, [.. Enumerable.Range(1, actionsPerTask).Select(i => WorkbookSample.Action(task, i))]);
    }
}
