using System.IO.Compression;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using ClosedXML.Excel;
using Xunit;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>A plan with awkward values, ways to edit its export, and the merge of what comes back.</summary>
internal static class ImportCase
{
    public static readonly ActionItem First = SamplePlan.Action(1, ActionStatus.Running, SamplePlan.Day) with
    {
        RowVersion = "7c9e6679-7425-40de-944b-e07fc1f90ae7",
        Risk = "=1+1 is geen formule",
        Goal = "één regel\ntwee regels  met spaties",
        Evidence = "https://voorbeeld.nl/bewijs?a=1&b=2",
        Remark = "- _x0041_ 👩‍👧 +31 70",
        Baseline = "35%",
        Progress = 1.0 / 3,
        LastChanged = new DateTimeOffset(2026, 3, 2, 23, 59, 59, TimeSpan.FromHours(1)),
    };

    public static readonly ActionItem Second = SamplePlan.Action(2) with { Measure = "Klachten per groep bekijken", Priority = ActionPriority.Later };

    public static readonly ActionItem Third = SamplePlan.Action(3) with { Measure = "Brieven in eenvoudige taal schrijven", Goal = " met spaties eromheen " };

    public static readonly ActionItem Closed = SamplePlan.Action(4, ActionStatus.Closed) with { Measure = "Steekproef uit afwijzingen trekken" };

    public static readonly ActionPlanExport Plan = SamplePlan.WithActions(First, Second, Third, Closed);

    public static byte[] Export(ActionPlanExport? plan = null)
    {
        using var file = new MemoryStream();
        ActionPlanWorkbook.Write(plan ?? Plan, file);
        return file.ToArray();
    }

    /// <summary>The export, edited and saved by the library.</summary>
    public static byte[] Edited(Action<XLWorkbook> edit, byte[]? file = null)
    {
        using var source = new MemoryStream(file ?? Export());
        using var workbook = new XLWorkbook(source);
        edit(workbook);
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        return saved.ToArray();
    }

    /// <summary>The export with a cell of the running plan edited, found by column key.</summary>
    public static byte[] EditedCell(int row, string key, Action<IXLCell> edit) => Edited(workbook => edit(workbook.Cell(row, key)));

    public static IXLCell Cell(this XLWorkbook workbook, int row, string key, string sheet = "Acties") => workbook.Worksheet(sheet).Cell(row, ActionColumns.NumberOf(key));

    /// <summary>The export with the text of a part changed.</summary>
    public static byte[] EditedPart(string part, Func<string, string> edit, byte[]? file = null) => Repacked(file, archive =>
    {
        var entry = archive.GetEntry(part)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        entry.Delete();
        var changed = edit(text);
        Assert.NotEqual(text, changed);
        Put(archive, part, changed);
    });

    /// <summary>The sheet with the running plan renamed, with the names that point to it, as spreadsheet programs do.</summary>
    public static byte[] WithSheetRenamed(byte[] file, string name) => EditedPart(
        "xl/workbook.xml",
        text => text.Replace(" name=\"Acties\"", $" name=\"{name}\"", StringComparison.Ordinal)
            .Replace(">Acties!", $">'{name.Replace("'", "''", StringComparison.Ordinal)}'!", StringComparison.Ordinal),
        file);

    /// <summary>The export with its package changed.</summary>
    public static byte[] Repacked(byte[]? file, Action<ZipArchive> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(file ?? Export());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            edit(archive);
        }

        return stream.ToArray();
    }

    public static void Put(ZipArchive archive, string part, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(part, CompressionLevel.SmallestSize).Open());
        writer.Write(text);
    }

    /// <summary>Part of the sheet with the running plan in the export as written.</summary>
    public const string RunningPart = "xl/worksheets/sheet3.xml";

    public static ImportedPlan Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return ActionPlanImport.Read(stream);
    }

    /// <summary>The merge of a file with a database in which nothing changed, or only some actions did.</summary>
    public static MergePreview Merge(byte[] file, params ReadOnlySpan<ActionItem> changed)
    {
        var ours = Plan.Actions.ToDictionary(action => action.RowKey, ActionRows.Of);
        foreach (var action in changed)
        {
            ours[action.RowKey] = ActionRows.Of(action);
        }

        return Merge(Plan, file, [.. ours.Values]);
    }

    public static MergePreview Merge(ActionPlanExport plan, byte[] file, IReadOnlyList<ActionRow>? ours = null)
    {
        var read = Read(file);
        Assert.Null(read.Refusal);
        Assert.Equal(plan.ExportId, read.Meta!.ExportId);
        var columns = ActionColumns.ForMerge([.. plan.Tasks.Select(task => task.Task.Name)], [.. plan.Instrument.Components.Select(part => part.Title.Nl)]);
        return ThreeWayMerge.Preview(new MergeInput(
            plan.ExportId, columns, [.. plan.Actions.Select(BaseValues.RowOf)], read.Content, ours ?? [.. plan.Actions.Select(ActionRows.Of)]));
    }

    /// <summary>Nothing changes, and there is nothing to tell.</summary>
    public static void AssertNothing(MergePreview preview) => AssertChanges(preview);

    /// <summary>Exactly these changes, and nothing else to tell.</summary>
    public static void AssertChanges(MergePreview preview, params (ActionItem Action, string Column, string Value)[] expected)
    {
        AssertCells(preview, expected);
        Assert.Empty(preview.NewRows);
        Assert.Empty(preview.Missing);
        Assert.Empty(preview.Refused);
        Assert.Empty(preview.Notes);
    }

    /// <summary>Exactly these changes, whatever else there is to tell.</summary>
    public static void AssertCells(MergePreview preview, params (ActionItem Action, string Column, string Value)[] expected)
    {
        Assert.Equal(expected.Select(one => (new CellId(one.Action.RowKey, one.Column), one.Value)), preview.Changes.Select(one => (one.Cell, one.Theirs)));
        Assert.Empty(preview.Conflicts);
    }
}
