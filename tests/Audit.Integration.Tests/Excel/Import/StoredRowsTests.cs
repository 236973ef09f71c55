using Audit.Core.Actions.Merge;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Xunit;
using static Audit.Integration.Tests.Excel.Import.ImportCase;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>What the server keeps between export, upload and decision is what it was.</summary>
public sealed class StoredRowsTests
{
    [Fact]
    public void Base_OfAnExport_ComesBackWithTheHashesOfItsHiddenSheet()
    {
        var rows = StoredRows.Base(StoredRows.BaseOf(Plan.Actions));
        Assert.Equal(Read(Export()).Meta!.BaseHashes, rows.ToDictionary(row => row.RowKey, BaseValues.HashOf));
        Assert.Equal(Plan.Actions.Select(BaseValues.RowOf).Select(row => (row.RowKey, row.RowVersion)), rows.Select(row => (row.RowKey, row.RowVersion)));
    }

    /// <summary>Texts that rows share are kept once.</summary>
    [Fact]
    public void Base_OfALongPlan_IsCompact()
    {
        var plan = SamplePlan.WithActions([.. Enumerable.Range(1, 1_000).Select(number => SamplePlan.Action(number) with { Risk = new string('r', 2_000) })]);
        Assert.InRange(StoredRows.BaseOf(plan.Actions).Length, 1, 300_000);
    }

    [Fact]
    public void Content_OfAnUpload_MergesAsTheUploadDoes()
    {
        var file = Edited(workbook =>
        {
            workbook.Cell(2, "Doel").SetValue("één 👩‍👧\ntwee");
            workbook.Cell(2, "Voortgang").SetValue("bijna");
            workbook.Cell(3, "RowKey").SetValue("");
            workbook.Cell(6, "Maatregel").SetValue("nieuw");
            workbook.Worksheet("Acties").Cell(1, 30).SetValue("Onze kolom");
        });
        var content = Read(file).Content;
        var doubtful = new[] { First.RowKey };
        var stored = StoredRows.Content(StoredRows.ContentOf(new(content, doubtful)));
        Assert.Equal(doubtful, stored.Doubtful);
        Assert.Equal(Lines(MergeOf(content)), Lines(MergeOf(stored.Content)));
    }

    /// <summary>A text in the file may say half a pair in the escaped form of the format.</summary>
    [Fact]
    public void Content_WithHalfAPair_IsKept()
    {
        var row = new SheetRow(new("Acties", 2), "\ud83d", "\udc00", new Dictionary<string, string> { ["Doel"] = "los \ud83d halfje" });
        var stored = StoredRows.Content(StoredRows.ContentOf(new(new([row], [new(row.Place, RefusalReason.WrongType, Sentence.Of($"‘{"\ud83d"}’"))], []), [])));
        Assert.Equal("los  halfje", Assert.Single(stored.Content.Rows).Values["Doel"]);
    }

    [Fact]
    public void Patch_OfAMerge_IsReversedAfterItWasKept()
    {
        var ours = Plan.Actions.Select(ActionRows.Of).ToList();
        var patch = new MergeChoices().PatchOf(Merge(Edited(workbook =>
        {
            workbook.Cell(2, "Doel").SetValue("anders");
            workbook.Cell(2, "Voortgang").SetValue(2.0 / 3);
            workbook.Cell(5, "Taak").SetValue("Bijstand toekennen");
            workbook.Cell(5, "Maatregel").SetValue("Rekenregels openbaar maken");
        })));
        var after = patch.ApplyTo(ours).Rows!;
        Assert.Equal(5, after.Count);
        var kept = StoredRows.Patch(StoredRows.PatchOf(patch));
        var back = kept.Reverse().ApplyTo(after).Rows!;
        Assert.Equal(ours.Select(Text), back.Select(Text));
    }

    private static MergePreview MergeOf(SheetContent content) => ThreeWayMerge.Preview(new MergeInput(
        Plan.ExportId, ActionColumns.ForMerge(["Bijstand toekennen", "Parkeervergunning verlenen"], []), [.. Plan.Actions.Select(BaseValues.RowOf)], content, [.. Plan.Actions.Select(ActionRows.Of)]));

    private static IEnumerable<string> Lines(MergePreview preview) =>
    [
        .. preview.Changes.Select(one => one.ToString()), .. preview.Conflicts.Select(one => one.ToString()), .. preview.NewRows.Select(one => $"{one.Place} {Text(one.Row)}"),
        .. preview.Missing.Select(one => one.ToString()), .. preview.Refused.Select(one => one.ToString()), .. preview.Notes.Select(one => one.ToString()),
    ];

    private static string Text(ActionRow row) => $"{row.RowKey} {string.Join('|', row.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))}";
}
