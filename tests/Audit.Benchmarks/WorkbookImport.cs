using Audit.Core.Actions.Merge;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using ClosedXML.Excel;

namespace Audit.Benchmarks;

/// <summary>Time and memory of the import of an edited action-plan workbook, against the bare cost of reading its cells.</summary>
internal static class WorkbookImport
{
    private const int ActionsPerTask = 125;
    private const int Edits = 500;
    private const double MostSeconds = 10;

    /// <summary>Reads 5,000 actions with 500 edits, merges them with the database and makes the patch and its undo.</summary>
    public static void Run()
    {
        var plan = Workbook.Plan(ActionsPerTask);
        using var file = Edited(plan);
        var exported = plan.Actions.Select(BaseValues.RowOf).ToList();
        var ours = plan.Actions.Select(ActionRows.Of).ToList();
        MergePreview? preview = null;
        var (cold, coldProcessor) = Workbook.Seconds(() => preview = Import(plan, file, exported, ours));
        if (preview!.Changes.Count != Edits || preview.Conflicts.Count + preview.Refused.Count + preview.Notes.Count + preview.NewRows.Count + preview.Missing.Count > 0)
        {
            throw new InvalidOperationException($"{preview.Changes.Count} changes for {Edits} edits");
        }

        using var meter = new MemoryMeter();
        var (warm, warmProcessor) = Workbook.Seconds(() => Import(plan, file, exported, ours));
        var (managed, resident) = meter.Stop();
        var (raw, rawProcessor) = Workbook.Seconds(() => Workbook.CellsOf(file));
        Console.WriteLine(FormattableString.Invariant($"import: {ours.Count} actions, {Edits} edits, {file.Length / 1024} KiB, peak managed {managed} MiB, working set {resident} MiB"));
        Console.WriteLine(FormattableString.Invariant(
            $"import: first {cold:0.00} s (processor {coldProcessor:0.00} s), then {warm:0.00} s (processor {warmProcessor:0.00} s); goal {MostSeconds:0} s {(cold < MostSeconds ? "met" : "MISSED")}"));
        Console.WriteLine(FormattableString.Invariant(
            $"import: the same file read raw {raw:0.00} s (processor {rawProcessor:0.00} s), ratio {warm / raw:0.0} (processor {warmProcessor / rawProcessor:0.0})"));
    }

    private static MergePreview Import(ActionPlanExport plan, MemoryStream file, List<ActionRow> exported, List<ActionRow> ours)
    {
        file.Position = 0;
        var read = ActionPlanImport.Read(file);
        var columns = ActionColumns.ForMerge([.. plan.Tasks.Select(task => task.Task.Name)], [.. plan.Instrument.Components.Select(part => part.Title.Nl)]);
        var preview = ThreeWayMerge.Preview(new MergeInput(plan.ExportId, columns, exported, read.Content, ours));
        var patch = new MergeChoices().PatchOf(preview);
        var after = patch.ApplyTo(ours).Rows ?? throw new InvalidOperationException(read.Refusal?.ToString() ?? "the patch does not fit");
        return patch.Reverse().ApplyTo(after).Rows is not null ? preview : throw new InvalidOperationException("the undo does not fit");
    }

    private static MemoryStream Edited(ActionPlanExport plan)
    {
        using var source = new MemoryStream();
        ActionPlanWorkbook.Write(plan, source);
        source.Position = 0;
        using var workbook = new XLWorkbook(source);
        var sheet = workbook.Worksheet("Acties");
        for (var i = 0; i < Edits; i++)
        {
            sheet.Cell(2 + (6 * i), ActionColumns.NumberOf("Opmerking")).SetValue($"Besproken op {i} maart, zie het verslag");
        }

        var edited = new MemoryStream();
        workbook.SaveAs(edited);
        return edited;
    }
}
