using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Excel.Import;
using ClosedXML.Excel;
using Xunit;
using static Audit.Integration.Tests.Excel.Import.ImportCase;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>What people change in the cells comes back, and nothing else.</summary>
public sealed class EditTests
{
    [Fact]
    public void Merge_UntouchedExport_ChangesNothing() => AssertNothing(Merge(Export()));

    [Fact]
    public void Merge_ExportSavedByAnotherProgram_ChangesNothing() => AssertNothing(Merge(Edited(_ => { })));

    [Fact]
    public void Merge_PlanOfTheRealMaker_ChangesNothing()
    {
        var plan = SamplePlan.Export();
        AssertNothing(Merge(plan, Export(plan)));
    }

    [Fact]
    public void Merge_PlanWithoutActions_ChangesNothing()
    {
        var plan = SamplePlan.WithActions();
        AssertNothing(Merge(plan, Export(plan)));
    }

    [Fact]
    public void Merge_EditOfEveryKind_GivesExactlyTheEdits()
    {
        var file = Edited(workbook =>
        {
            workbook.Cell(2, "Doel").SetValue("één\ntwee 👩‍👧‍👦 \U0001F3F3\uFE0F");
            workbook.Cell(2, "Streefdatum").SetValue(new DateTime(2027, 12, 31));
            workbook.Cell(2, "Status").SetValue("Gereed ");
            workbook.Cell(2, "Voortgang").SetValue(0.85);
            workbook.Cell(3, "Prioriteit").SetValue("1 eerst");
            workbook.Cell(3, "Start").SetValue(new DateTime(2026, 1, 1));
            workbook.Cell(4, "Opmerking").SetValue("'=1+1 \"en\" <b>&amp;");
            workbook.Cell(2, "Status", "Afgesloten").SetValue("loopt");
            workbook.Cell(2, "Bewijs").Clear(XLClearOptions.Contents);
        });
        AssertChanges(
            Merge(file),
            (First, "Doel", "één\ntwee 👩‍👧‍👦 \U0001F3F3\uFE0F"),
            (First, "Streefdatum", "2027-12-31"),
            (First, "Status", "gereed"),
            (First, "Voortgang", "0.85"),
            (First, "Bewijs", ""),
            (Second, "Prioriteit", "1 eerst"),
            (Second, "Start", "2026-01-01"),
            (Third, "Opmerking", "'=1+1 \"en\" <b>&amp;"),
            (Closed, "Status", "loopt"));
    }

    [Fact]
    public void Merge_VeryLongCell_ComesBackWhole()
    {
        var text = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"{i:0000}  👍\né"));
        Assert.Equal(30_000, text.Length);
        AssertChanges(Merge(EditedCell(2, "Opmerking", cell => cell.SetValue(text))), (First, "Opmerking", text));
    }

    [Fact]
    public void Merge_NumbersTypedAsText_StayWhatTheyLookLike()
    {
        var file = Edited(workbook =>
        {
            workbook.Cell(2, "Streefwaarde").SetValue(12.5);
            workbook.Cell(2, "Effectmeting").SetValue(0.1 + 0.2);
            workbook.Cell(3, "Streefwaarde").SetValue(true);
            workbook.Cell(3, "Effectmeting").SetValue(new DateTime(2026, 3, 1));
            workbook.Cell(3, "Effectmeting").Style.NumberFormat.SetFormat("dd-mm-yyyy");
        });
        AssertChanges(
            Merge(file),
            (First, "Streefwaarde", "12,5"), (First, "Effectmeting", "0,3"), (Second, "Streefwaarde", "WAAR"), (Second, "Effectmeting", "01-03-2026"));
    }

    [Fact]
    public void Merge_DaysCountedFrom1904_AreTheSameDays()
    {
        var file = EditedPart("xl/workbook.xml", text => text.Replace("<x:workbookPr ", "<x:workbookPr date1904=\"1\" ", StringComparison.Ordinal));
        Assert.Equal(
            ["2030-03-03"], Merge(file).Changes.Where(edit => edit.Cell.Column == "Streefdatum").Select(edit => edit.Theirs));
    }

    [Fact]
    public void Merge_SheetAndDatabaseBothChanged_IsAConflictOnlyWhereTheyDiffer()
    {
        var file = Edited(workbook =>
        {
            workbook.Cell(2, "Doel").SetValue("uit het blad");
            workbook.Cell(2, "Eigenaar").SetValue("Afdelingshoofd");
        });
        var preview = Merge(file, First with { Goal = "uit het systeem", Accountable = "Afdelingshoofd", Remark = "alleen in het systeem", RowVersion = "nieuw" });
        Assert.Empty(preview.Changes);
        var conflict = Assert.Single(preview.Conflicts);
        Assert.Equal(("Doel", "uit het systeem", "uit het blad"), (conflict.Cell.Column, conflict.Ours, conflict.Theirs));
        Assert.Equal("Blad Acties, rij 2, kolom Doel", conflict.Place.ToString());
    }

    [Theory]
    [InlineData("Nr", "99")]
    [InlineData("Taak", "Parkeervergunning verlenen")]
    [InlineData("Klasse", "laag")]
    [InlineData("Waarom", "daarom")]
    public void Merge_DerivedCellChanged_IsToldAndNotApplied(string key, string value)
    {
        var preview = Merge(EditedCell(2, key, cell => cell.SetValue(value)));
        Assert.True(preview.IsEmpty);
        var note = Assert.Single(preview.Notes);
        Assert.Equal((NoteKind.NotApplied, $"Blad Acties, rij 2, kolom {key}"), (note.Kind, note.Place.ToString()));
    }

    [Fact]
    public void Changed_PatchOfTheMerge_GivesTheEditedAction()
    {
        var file = Edited(workbook =>
        {
            workbook.Cell(3, "Prioriteit").SetValue("1 eerst");
            workbook.Cell(3, "Status").SetValue("wacht");
            workbook.Cell(3, "Start").SetValue(new DateTime(2026, 1, 1));
            workbook.Cell(3, "Voortgang").SetValue(1);
            workbook.Cell(3, "Maatregel").SetValue("Klachten per maand bekijken");
        });
        var patch = new MergeChoices().PatchOf(Merge(file));
        var expected = Second with
        {
            Priority = ActionPriority.First,
            Status = ActionStatus.Waiting,
            Start = new DateOnly(2026, 1, 1),
            Progress = 1,
            Measure = "Klachten per maand bekijken",
        };
        Assert.Equal(expected, ActionRows.Changed(Second, patch.Cells));
        Assert.Equal(Second, ActionRows.Changed(expected, patch.Reverse().Cells));
    }
}
