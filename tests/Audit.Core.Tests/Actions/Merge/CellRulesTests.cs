using Audit.Core.Actions.Merge;

namespace Audit.Core.Tests.Actions.Merge;

public sealed class CellRulesTests
{
    [Theory]
    [InlineData("Doel", "gelijk", "gelijk", "gelijk")]
    [InlineData("Doel", "gelijk", "gelijk", "in het systeem gewijzigd")]
    [InlineData("Doel", "gelijk", "beide zo", "beide zo")]
    [InlineData("Doel", "gelijk", "  gelijk\n", "gelijk")]
    [InlineData("Doel", "één\r\ntwee", "één\ntwee", "één\rtwee")]
    [InlineData("Doel", "caf\u00e9", "cafe\u0301", "caf\u00e9")]
    [InlineData("Doel", "bel", "bel", "b\u0007el\ud83d")]
    [InlineData("Voortgang", "0.5", "0.50", "5E-1")]
    [InlineData("Voortgang", "0.3333333333333333", "0.333333333333333", "0.3333333333333333")]
    [InlineData("Voortgang", "0", "-0", "0.0")]
    [InlineData("Start", "2026-03-02", "2026-3-2", "2026-03-02T00:00:00")]
    public void Preview_NothingChangedInTheSheetOrTheSame_DoesNothing(string column, string exported, string sheet, string ours)
    {
        var preview = MergeCase.Cell(column, exported, sheet, ours);
        Assert.True(preview.IsEmpty);
        Assert.Empty(preview.Conflicts);
        Assert.Empty(preview.Refused);
        Assert.Empty(preview.Notes);
    }

    [Theory]
    [InlineData("Doel", "gelijk", " anders ", "anders")]
    [InlineData("Doel", "gelijk", "", "")]
    [InlineData("Doel", "gelijk", "Gelijk", "Gelijk")]
    [InlineData("Voortgang", "0.5", "0.75", "0.75")]
    [InlineData("Start", "2026-03-02", "2026-04-01", "2026-04-01")]
    [InlineData("Start", "2026-03-02", "", "")]
    public void Preview_ChangedInTheSheetOnly_IsAChange(string column, string exported, string sheet, string expected)
    {
        var edit = Assert.Single(MergeCase.Cell(column, exported, sheet, exported).Changes);
        Assert.Equal((new CellId(MergeCase.Key, column), exported, expected), (edit.Cell, edit.Ours, edit.Theirs));
    }

    [Fact]
    public void Preview_BothChangedDifferently_IsAConflict()
    {
        var preview = MergeCase.Cell("Doel", "gelijk", "uit het blad", "uit het systeem ");
        Assert.Empty(preview.Changes);
        var conflict = Assert.Single(preview.Conflicts);
        Assert.Equal(("gelijk", "uit het systeem ", "uit het blad"), (conflict.Base, conflict.Ours, conflict.Theirs));
        Assert.Equal("Blad Acties, rij 2, kolom Doel", conflict.Place.ToString());
    }

    [Theory]
    [InlineData("Nr", "1", "7")]
    [InlineData("Klasse", "hoog", "laag")]
    [InlineData("Taak", "Bijstand toekennen", "Parkeren")]
    public void Preview_ChangeInAColumnThatIsNotReadBack_IsNotedAndNotApplied(string column, string exported, string sheet)
    {
        var preview = MergeCase.Cell(column, exported, sheet, exported);
        Assert.True(preview.IsEmpty);
        var note = Assert.Single(preview.Notes);
        Assert.Equal(NoteKind.NotApplied, note.Kind);
        Assert.Equal($"Blad Acties, rij 2, kolom {column}: deze kolom wordt niet ingelezen. De wijziging van ‘{exported}’ naar ‘{sheet}’ is niet overgenomen.", note.ToString());
    }

    [Fact]
    public void Preview_RequiredCellEmptied_IsRefused()
    {
        var preview = MergeCase.Cell("Maatregel", "Vierogenprincipe", " ", "Vierogenprincipe");
        Assert.Empty(preview.Changes);
        Assert.Equal(RefusalReason.Empty, Assert.Single(preview.Refused).Reason);
    }

    [Fact]
    public void Preview_EditOfATextThatTheExportCut_IsRefused()
    {
        var whole = new string('x', CellText.MostCharacters + 1);
        var cut = new string('x', 100);
        Assert.Empty(MergeCase.Cell("Doel", cut, cut, whole).Refused);
        Assert.Equal(RefusalReason.TooLong, Assert.Single(MergeCase.Cell("Doel", cut, "anders", whole).Refused).Reason);
    }

    [Fact]
    public void Preview_ColumnGoneFromTheFile_ChangesNothing()
    {
        var row = MergeCase.Sheet();
        var without = row with { Values = row.Values.Where(pair => pair.Key != "Doel").ToDictionary() };
        Assert.True(MergeCase.Preview([MergeCase.Row()], [without], [MergeCase.Row()]).IsEmpty);
    }

    [Fact]
    public void Preview_UnreadableVersion_IsNotedAndTheValuesDecide()
    {
        var preview = MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet(2, null, ("Doel", "anders")) with { RowVersion = "#####" }], [MergeCase.Row()]);
        Assert.Equal(NoteKind.UnreadableVersion, Assert.Single(preview.Notes).Kind);
        Assert.Single(preview.Changes);
    }

    [Fact]
    public void Preview_NoBaseAndAnotherVersion_MakesEveryDifferenceAConflict()
    {
        var preview = MergeCase.Preview([], [MergeCase.Sheet(2, null, ("Doel", "anders"))], [MergeCase.Row() with { RowVersion = "v2" }]);
        Assert.Equal(NoteKind.BaseUnknown, Assert.Single(preview.Notes).Kind);
        Assert.Null(Assert.Single(preview.Conflicts).Base);
        Assert.Empty(preview.Changes);
    }

    [Fact]
    public void Preview_NoBaseAndTheSameVersion_TakesTheDatabaseAsBase()
    {
        var preview = MergeCase.Preview([], [MergeCase.Sheet(2, null, ("Doel", "anders"))], [MergeCase.Row()]);
        Assert.Single(preview.Changes);
        Assert.Empty(preview.Notes);
    }
}
