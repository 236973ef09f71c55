using Audit.Core.Actions.Merge;

namespace Audit.Core.Tests.Actions.Merge;

public sealed class MergePatchTests
{
    private static readonly CellId Cell = new(MergeCase.Key, "Doel");

    [Fact]
    public void PatchOf_ConflictWithoutChoice_KeepsTheDatabase() =>
        Assert.Empty(new MergeChoices().PatchOf(MergeCase.Cell("Doel", "a", "blad", "systeem")).Cells);

    [Fact]
    public void PatchOf_ConflictForTheSheet_WritesIt()
    {
        var patch = new MergeChoices { FromSheet = new HashSet<CellId> { Cell } }.PatchOf(MergeCase.Cell("Doel", "a", "blad", "systeem"));
        Assert.Equal(new CellChange(Cell, "systeem", "blad"), Assert.Single(patch.Cells));
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void PatchOf_PossibleDuplicate_IsAddedOnlyWhenChosen(bool? choice, int expected)
    {
        var preview = MergeCase.Preview([MergeCase.Row()], [MergeCase.Sheet(), MergeCase.Sheet(3, "")], [MergeCase.Row()]);
        var key = preview.NewRows[0].Row.RowKey;
        var choices = new MergeChoices { Add = choice is { } add ? new Dictionary<Guid, bool> { [key] = add } : [] };
        Assert.Equal(expected, choices.PatchOf(preview).Added.Count);
    }

    [Fact]
    public void ApplyTo_CellChangedSince_RefusesAll()
    {
        var patch = new MergePatch([new CellChange(Cell, "gelijk", "x"), new CellChange(new(MergeCase.Key, "Nr"), "1", "2")], [], []);
        var result = patch.ApplyTo([MergeCase.Row(null, ("Doel", "intussen"))]);
        Assert.Null(result.Rows);
        Assert.Equal(Cell, Assert.Single(result.InTheWay));
    }

    [Fact]
    public void ApplyTo_UndoOfARowChangedSince_RefusesAll()
    {
        var undo = new MergePatch([], [MergeCase.Row()], []).Reverse();
        Assert.Equal(Cell, Assert.Single(undo.ApplyTo([MergeCase.Row(null, ("Doel", "intussen"))]).InTheWay));
        Assert.Empty(undo.ApplyTo([MergeCase.Row()]).Rows!);
    }

    [Fact]
    public void ApplyTo_RowGoneOrAlreadyThere_RefusesAll()
    {
        Assert.Equal(Cell, Assert.Single(new MergePatch([new CellChange(Cell, "", "x")], [], []).ApplyTo([]).InTheWay));
        Assert.Equal(new CellId(MergeCase.Key, ""), Assert.Single(new MergePatch([], [MergeCase.Row()], []).ApplyTo([MergeCase.Row()]).InTheWay));
    }
}
