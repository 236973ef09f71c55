using Audit.Core.Actions.Merge;

namespace Audit.Core.Tests.Actions.Merge;

public sealed class RowRulesTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("99999999-9999-8999-8999-999999999999")]
    public void Preview_NoOrUnknownKey_IsANewAction(string key)
    {
        var preview = MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet(), New(3, "Klachten per groep bekijken", key)], [MergeCase.Row()]);
        var added = Assert.Single(preview.NewRows);
        Assert.True(added.AddByDefault);
        Assert.Equal("Klachten per groep bekijken", added.Row.Values["Maatregel"]);
        Assert.DoesNotContain("Nr", added.Row.Values.Keys);
        Assert.NotEqual(key, added.Row.RowKey.ToString());
        Assert.Empty(preview.Missing);
    }

    [Fact]
    public void Preview_NewRow_GetsTheSameKeyEveryTime()
    {
        var row = New(3, "Klachten per groep bekijken");
        Assert.Equal(
            MergeCase.Preview([], [row], []).NewRows[0].Row.RowKey,
            MergeCase.Preview([], [row], []).NewRows[0].Row.RowKey);
    }

    [Fact]
    public void Preview_NewRowWithEmptyCells_GetsDefaults() => Assert.Equal(
        "0", MergeCase.Preview([], [MergeCase.Sheet(3, "", ("Voortgang", ""))], []).NewRows[0].Row.Values["Voortgang"]);

    [Fact]
    public void Preview_NewRowLikeAnExistingAction_IsAPossibleDuplicate()
    {
        var preview = MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet(), New(3, "vier-ogen principe  invoeren")], [MergeCase.Row()]);
        var added = Assert.Single(preview.NewRows);
        Assert.False(added.AddByDefault);
        Assert.Equal("actie 1 ‘Vierogenprincipe invoeren’", Assert.Single(added.Resembles).ToString());
        Assert.True(preview.IsEmpty);
    }

    [Fact]
    public void Preview_SameTitleUnderAnotherTask_IsNoDuplicate() => Assert.True(Assert.Single(
        MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet(3, "", ("Taak", "Parkeren"))], [MergeCase.Row()]).NewRows).AddByDefault);

    [Fact]
    public void Preview_TwoNewRowsAlike_SecondIsAPossibleDuplicateOfTheFirst()
    {
        var added = MergeCase.Preview([], [New(3, "Klachten bekijken"), New(4, "Klachten bekijken")], []).NewRows;
        Assert.Equal([true, false], added.Select(row => row.AddByDefault));
        Assert.Equal("‘Klachten bekijken’ in blad Acties, rij 3 van het bestand", Assert.Single(added[1].Resembles).ToString());
        Assert.NotEqual(added[0].Row.RowKey, added[1].Row.RowKey);
    }

    [Fact]
    public void Preview_NewRowWithTaskInOtherCapitals_TakesTheLabel() => Assert.Equal(
        "Parkeren", MergeCase.Preview([], [MergeCase.Sheet(3, "", ("Taak", " parkeren"))], []).NewRows[0].Row.Values["Taak"]);

    [Theory]
    [InlineData("Taak", "Onbekende taak", RefusalReason.UnknownLabel, "Blad Acties, rij 3, kolom Taak: ‘Onbekende taak’ staat niet in de lijst. Kies Bijstand toekennen of Parkeren.")]
    [InlineData("Taak", "", RefusalReason.Empty, "Blad Acties, rij 3, kolom Taak: een nieuwe actie moet hier iets hebben. De rij is niet toegevoegd.")]
    [InlineData("Maatregel", "", RefusalReason.Empty, "Blad Acties, rij 3, kolom Maatregel: een nieuwe actie moet hier iets hebben. De rij is niet toegevoegd.")]
    public void Preview_NewRowThatIsIncomplete_IsRefused(string column, string value, RefusalReason reason, string message)
    {
        var preview = MergeCase.Preview([], [MergeCase.Sheet(3, "", (column, value))], []);
        Assert.Empty(preview.NewRows);
        var refusal = Assert.Single(preview.Refused);
        Assert.Equal((reason, message), (refusal.Reason, refusal.ToString()));
    }

    [Fact]
    public void Preview_NewRowWithAnUnreadCell_IsRefused() => Assert.Equal(
        RefusalReason.Incomplete, Assert.Single(MergeCase.Preview([], [New(3, "Klachten") with { Unread = ["Start"] }], []).Refused).Reason);

    [Fact]
    public void Preview_RowNotInTheFile_IsListedAndNeverDeleted()
    {
        var preview = MergeCase.Preview([MergeCase.Row(), MergeCase.Row(MergeCase.Other)], [MergeCase.Sheet()], [MergeCase.Row(), MergeCase.Row(MergeCase.Other)]);
        Assert.Equal(new MissingRow(MergeCase.Other, "1", "Bijstand toekennen", "Vierogenprincipe invoeren"), Assert.Single(preview.Missing));
        Assert.Empty(new MergeChoices().PatchOf(preview).Removed);
    }

    [Fact]
    public void Preview_RowAddedToTheDatabaseAfterTheExport_IsNotMissing() =>
        Assert.Empty(MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet()], [MergeCase.Row(), MergeCase.Row(MergeCase.Other)]).Missing);

    [Fact]
    public void Preview_DuplicateKey_RefusesBothWithTheirRows()
    {
        var preview = MergeCase.Preview(
            [MergeCase.Row()],
            [MergeCase.Sheet(2, null, ("Doel", "a")), MergeCase.Sheet(5, MergeCase.Key.ToString().ToUpperInvariant(), ("Doel", "b"))],
            [MergeCase.Row()]);
        Assert.True(preview.IsEmpty);
        Assert.Empty(preview.Missing);
        Assert.Equal([RefusalReason.DuplicateKey, RefusalReason.DuplicateKey], preview.Refused.Select(one => one.Reason));
        Assert.All(preview.Refused, one => Assert.Contains("blad Acties, rij 2; blad Acties, rij 5", one.Text.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Preview_UnreadableKey_IsRefused()
    {
        var preview = MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet(2, "kapot")], [MergeCase.Row()]);
        Assert.Equal(RefusalReason.UnreadableKey, Assert.Single(preview.Refused).Reason);
        Assert.Empty(preview.NewRows);
        Assert.Single(preview.Missing);
    }

    [Fact]
    public void Preview_ActionGoneFromTheDatabase_ReportsItsEdits()
    {
        Assert.Equal(NoteKind.Removed, Assert.Single(MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet()], []).Notes).Kind);
        var edited = MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet(2, null, ("Doel", "anders"))], []);
        Assert.Equal("Blad Acties, rij 2, kolom Doel: deze actie staat niet meer in het systeem. Uw wijziging ‘anders’ is niet ingelezen.", Assert.Single(edited.Refused).ToString());
        Assert.Empty(edited.NewRows);
    }

    private static SheetRow New(int number, string title, string key = "") => MergeCase.Sheet(number, key, ("Maatregel", title), ("Nr", ""));
}
