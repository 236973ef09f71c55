using Audit.Core.Actions;
using Audit.Data.Excel;
using Xunit;

namespace Audit.Integration.Tests.Excel;

/// <summary>The workbook with the rows of one owner.</summary>
public sealed class PartOfPlanTests
{
    private static readonly ActionPlanExport Whole = SamplePlan.Export() is var plan ? plan with
    {
        Tasks = [plan.Tasks[0] with { Actions = [SamplePlan.Action(1), SamplePlan.Action(2, ActionStatus.Closed)] }, plan.Tasks[1] with { Actions = [SamplePlan.Action(3) with { TaskName = "Parkeervergunning verlenen" }] }],
    } : null!;

    [Fact]
    public void Write_RowsOfOneOwner_HasNoValidatorErrorsAndNoSheetWithScores()
    {
        using var book = new WrittenWorkbook(Whole.Only("Directeur", Whole.Actions.Take(2).Select(action => action.RowKey).ToHashSet()));
        Assert.Empty(book.Errors);
        Assert.Equal(["Leeswijzer", "Samenvatting", "Acties", "Afgesloten", "Lijsten", "_meta"], book.Library.Worksheets.Select(sheet => sheet.Name));
        Assert.DoesNotContain("klasse na plan", book.Texts("Samenvatting"));
        Assert.DoesNotContain("Parkeervergunning verlenen", book.Texts("Lijsten").Concat(book.Texts("Samenvatting")));
    }

    [Fact]
    public void RefusalOf_OwnerWithoutRows_IsAFailure() =>
        Assert.Equal("Directeur heeft geen acties in dit plan.", ActionPlanWorkbook.RefusalOf(Whole.Only("Directeur", new HashSet<Guid>()))?.ToString());

    [Fact]
    public void Write_RowsOfOneOwner_CountsThoseRowsOnly()
    {
        using var book = new WrittenWorkbook(Whole.Only("Directeur", Whole.Actions.Take(2).Select(action => action.RowKey).ToHashSet()));
        Assert.Equal("1", book.Formulas.First(one => one.Sheet == "Samenvatting").Value);
        Assert.Equal(2, book["_meta"].RowsUsed().Count(row => Guid.TryParse(row.Cell(1).GetString(), out _)));
    }
}
