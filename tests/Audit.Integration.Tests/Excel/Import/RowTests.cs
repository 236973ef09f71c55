using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Excel.Import;
using Xunit;
using static Audit.Integration.Tests.Excel.Import.ImportCase;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>Rows that people add, copy, move and delete.</summary>
public sealed class RowTests
{
    [Fact]
    public void Merge_RowDeleted_IsListedAndNotRemoved()
    {
        var preview = Merge(Edited(workbook => workbook.Worksheet("Acties").Row(3).Delete()));
        Assert.Equal(new MissingRow(Second.RowKey, "2", "Bijstand toekennen", Second.Measure), Assert.Single(preview.Missing));
        Assert.True(preview.IsEmpty);
    }

    [Fact]
    public void Merge_SheetDeleted_IsToldAndItsRowsAreListed()
    {
        var preview = Merge(Edited(workbook => workbook.Worksheet("Afgesloten").Delete()));
        Assert.Equal(Closed.RowKey, Assert.Single(preview.Missing).RowKey);
        Assert.Equal((NoteKind.Gone, "Blad Afgesloten"), (Assert.Single(preview.Notes).Kind, preview.Notes[0].Place.ToString()));
    }

    [Fact]
    public void Merge_RowsSortedOtherwise_ChangesNothing() => AssertNothing(Merge(Edited(workbook =>
    {
        var table = workbook.Worksheet("Acties").Table("tblActies").DataRange;
        var (first, last) = (Values(table.Row(1)), Values(table.Row(3)));
        Fill(table.Row(1), last);
        Fill(table.Row(3), first);
    })));

    [Fact]
    public void Merge_RowTypedBelowTheTable_IsANewAction()
    {
        var preview = Merge(Edited(workbook =>
        {
            workbook.Cell(7, "Taak").SetValue("bijstand toekennen");
            workbook.Cell(7, "Onderdeel").SetValue("Regelgeving");
            workbook.Cell(7, "Maatregel").SetValue("Rekenregels openbaar maken");
            workbook.Cell(7, "Streefdatum").SetValue(new DateTime(2026, 9, 1));
        }));
        var added = Assert.Single(preview.NewRows);
        Assert.True(added.AddByDefault);
        var expected = new ActionItem
        {
            RowKey = added.Row.RowKey,
            Number = 5,
            TaskId = "bijstand",
            TaskName = "Bijstand toekennen",
            Component = "Regelgeving",
            Measure = "Rekenregels openbaar maken",
            Due = new DateOnly(2026, 9, 1),
        };
        Assert.Equal(expected, ActionRows.New(added.Row, "bijstand", 5));
        Assert.Empty(preview.Changes);
    }

    [Fact]
    public void Merge_RowTypedLikeAnExistingAction_IsAPossibleDuplicate()
    {
        var preview = Merge(Edited(workbook =>
        {
            workbook.Cell(5, "Taak").SetValue("Bijstand toekennen");
            workbook.Cell(5, "Maatregel").SetValue("klachten per groep  bekijken!");
        }));
        Assert.Equal("actie 2 ‘Klachten per groep bekijken’", Assert.Single(Assert.Single(preview.NewRows).Resembles).ToString());
    }

    [Fact]
    public void Merge_RowCopiedWithItsKey_RefusesBothWithTheirRows()
    {
        var preview = Merge(Edited(workbook =>
        {
            Fill(workbook.Worksheet("Acties").Range(6, 1, 6, 28).FirstRow(), Values(workbook.Worksheet("Acties").Range(2, 1, 2, 28).FirstRow()));
            workbook.Cell(6, "Doel").SetValue("anders");
        }));
        Assert.True(preview.IsEmpty);
        Assert.Equal(["Blad Acties, rij 2", "Blad Acties, rij 6"], preview.Refused.Select(one => one.Place.ToString()));
        Assert.All(preview.Refused, one => Assert.Equal(RefusalReason.DuplicateKey, one.Reason));
    }

    [Fact]
    public void Merge_KeyCleared_IsAPossibleDuplicateAndTheActionIsMissing()
    {
        var preview = Merge(EditedCell(3, "RowKey", cell => cell.SetValue("")));
        Assert.False(Assert.Single(preview.NewRows).AddByDefault);
        Assert.Equal(Second.RowKey, Assert.Single(preview.Missing).RowKey);
    }

    [Fact]
    public void Merge_VersionOverwritten_IsToldAndTheEditCounts()
    {
        var preview = Merge(Edited(workbook =>
        {
            workbook.Cell(2, "RowVersion").SetValue("onzin");
            workbook.Cell(2, "Doel").SetValue("anders");
        }));
        AssertCells(preview, (First, "Doel", "anders"));
        Assert.Equal(NoteKind.UnreadableVersion, Assert.Single(preview.Notes).Kind);
    }

    [Fact]
    public void Merge_SameFileAgainAfterAdding_OffersItAsADuplicate()
    {
        var file = Edited(workbook =>
        {
            workbook.Cell(5, "Taak").SetValue("Bijstand toekennen");
            workbook.Cell(5, "Maatregel").SetValue("Rekenregels openbaar maken");
        });
        var ours = Plan.Actions.Select(ActionRows.Of).ToList();
        var after = new MergeChoices().PatchOf(Merge(Plan, file, ours)).ApplyTo(ours).Rows!;
        Assert.Equal(5, after.Count);
        var again = Merge(Plan, file, after);
        Assert.True(again.IsEmpty);
        Assert.Single(Assert.Single(again.NewRows).Resembles);
    }

    private static List<object> Values(ClosedXML.Excel.IXLRangeRow row) => [.. row.Cells(1, 28).Select(cell => cell.Value)];

    private static void Fill(ClosedXML.Excel.IXLRangeRow row, List<object> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            // As text: the library makes a formula or a number of some texts.
            if (values[i] is string text)
            {
                row.Cell(i + 1).SetValue(text);
            }
            else
            {
                row.Cell(i + 1).Value = values[i];
            }
        }
    }
}
