using System.Globalization;
using Audit.Core.Actions;
using Audit.Data.Excel;
using ClosedXML.Excel;
using Xunit;

namespace Audit.Integration.Tests.Excel;

public sealed class WorkbookValuesTests
{
    [Fact]
    public void Write_Sample_KeepsEveryValueOfEveryAction()
    {
        var plan = SamplePlan.Export();
        using var book = new WrittenWorkbook(plan);
        var actions = plan.Actions.ToList();
        Assert.NotEmpty(actions);
        Assert.Equal(actions.Count, book["Acties"].Table("tblActies").DataRange.RowCount());
        for (var i = 0; i < actions.Count; i++)
        {
            Assert.Equal(BaseValues.Of(actions[i]), ActionColumns.All.Select(column => Read(book.Cell("Acties", i + 2, column.Key), column)));
        }
    }

    [Fact]
    public void Write_ClosedActions_GoToTheirOwnTable()
    {
        using var book = new WrittenWorkbook(SamplePlan.WithActions(
            SamplePlan.Action(1), SamplePlan.Action(2, ActionStatus.Closed), SamplePlan.Action(3, ActionStatus.Dropped), SamplePlan.Action(4, ActionStatus.Done)));
        Assert.Equal(["Maatregel 1", "Maatregel 4"], Measures(book, "Acties"));
        Assert.Equal(["Maatregel 2", "Maatregel 3"], Measures(book, "Afgesloten"));
    }

    [Fact]
    public void Write_Actions_StoresTheSummaryOfTheMoment()
    {
        var late = SamplePlan.Day.AddDays(-1);
        using var book = new WrittenWorkbook(SamplePlan.WithActions(
            SamplePlan.Action(1, ActionStatus.Running, late), SamplePlan.Action(2, ActionStatus.Done, late), SamplePlan.Action(3, ActionStatus.Closed, late),
            SamplePlan.Action(4, ActionStatus.Waiting, SamplePlan.Day), SamplePlan.Action(5)));
        Assert.Equal(["3", "1", "1", "0", "1"], book.Formulas.Where(one => one.Sheet == "Samenvatting").Take(5).Select(one => one.Value));
    }

    [Fact]
    public void Write_Sample_ContributionsAddUpToTheScore()
    {
        var plan = SamplePlan.Export();
        using var book = new WrittenWorkbook(plan);
        var sums = book.Formulas.Where(one => one.Formula.StartsWith("SUM(J", StringComparison.Ordinal)).Select(one => double.Parse(one.Value, CultureInfo.InvariantCulture));
        Assert.Equal(plan.Tasks.Select(task => task.Score.Residual!.Value.High), sums, (one, other) => Math.Abs(one - other) < 1e-12);
    }

    [Fact]
    public void Write_Sample_HasARowPerTaskComponentAndGate()
    {
        using var book = new WrittenWorkbook(SamplePlan.Export());
        var kinds = book["Risico's"].Table("tblRisicos").DataRange.Rows().Select(row => row.Cell(2).GetString());
        string[] perTask = ["Taak als geheel", "Onderdeel", "Onderdeel", "Onderdeel", "Drempelregel"];
        Assert.Equal([.. perTask, .. perTask], kinds);
    }

    [Fact]
    public void Write_Sample_MetaHasSchemaExportAndHashes()
    {
        var plan = SamplePlan.Export();
        using var book = new WrittenWorkbook(plan);
        Assert.Equal(["schema", "audit-workbook/1", "exportId", plan.ExportId.ToString()], book.Texts("_meta").Take(4));
        Assert.Equal(plan.Actions.SelectMany(action => new[] { action.RowKey.ToString(), BaseValues.HashOf(action) }), book.Texts("_meta").TakeLast(2 * plan.Actions.Count()));
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Write_AnyCulture_GivesTheSameSheets(string culture)
    {
        using var expected = UnderCulture("");
        using var actual = UnderCulture(culture);
        Assert.All(expected.Library.Worksheets, sheet => Assert.Equal(expected.RawXml(sheet.Name), actual.RawXml(sheet.Name)));
        Assert.Equal(expected.Parts.WorkbookPart!.SharedStringTablePart!.SharedStringTable.OuterXml, actual.Parts.WorkbookPart!.SharedStringTablePart!.SharedStringTable.OuterXml);
        Assert.Equal(expected.Parts.WorkbookPart!.WorkbookStylesPart!.Stylesheet.OuterXml, actual.Parts.WorkbookPart!.WorkbookStylesPart!.Stylesheet.OuterXml);
    }

    private static WrittenWorkbook UnderCulture(string name)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return new WrittenWorkbook(SamplePlan.WithActions(SamplePlan.Action(1, ActionStatus.Running, SamplePlan.Day) with { Progress = 0.35 }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Measures(WrittenWorkbook book, string sheet) =>
        book[sheet].Tables.Single().DataRange.Rows().Select(row => row.Cell(ActionColumns.NumberOf("Maatregel")).GetString());

    private static KeyValuePair<string, string> Read(IXLCell cell, ActionColumn column) => KeyValuePair.Create(column.Key, cell.IsEmpty() ? "" : column.Kind switch
    {
        ColumnKind.Date => BaseValues.Normalise(DateOnly.FromDateTime(cell.GetDateTime())),
        ColumnKind.Moment => BaseValues.Normalise(new DateTimeOffset(cell.GetDateTime(), TimeSpan.Zero)),
        ColumnKind.Number or ColumnKind.Percent => BaseValues.Normalise(cell.GetDouble()),
        ColumnKind.Text or ColumnKind.Label or ColumnKind.Link => BaseValues.Normalise(cell.GetString()),
    });
}
