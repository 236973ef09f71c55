using Audit.Core.Instruments;
using Audit.Data.Excel;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Audit.Integration.Tests.Excel;

public sealed class DraftAndEmptyTests
{
    private const string Draft = "CONCEPT – niet beoordeeld";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_Reviewed_DecidesTheDraftMarks(bool reviewed)
    {
        using var book = new WrittenWorkbook(SamplePlan.Export() with { Reviewed = reviewed });
        Assert.Empty(book.Errors);
        Assert.All(["Leeswijzer", "Samenvatting"], sheet => Assert.Equal(!reviewed, book.Texts(sheet).Contains(Draft)));
        Assert.All(
            ["Leeswijzer", "Samenvatting", "Acties", "Afgesloten", "Risico's", "Onderbouwing"],
            sheet => Assert.Equal(!reviewed, book.PartOf(sheet).Worksheet.Descendants<OddHeader>().Single().Text.Contains(Draft, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(InstrumentStatus.Unofficial)]
    [InlineData(InstrumentStatus.Official)]
    public void Write_InstrumentStatus_DecidesTheOfficialNote(InstrumentStatus status)
    {
        using var book = new WrittenWorkbook(SamplePlan.Export() with { Instrument = SamplePlan.Instrument with { Status = status } });
        var texts = book.Texts("Leeswijzer");
        Assert.Equal(status == InstrumentStatus.Unofficial, texts.Any(text => text.StartsWith("Geen officiële tekst", StringComparison.Ordinal)));
        Assert.Contains("Signaal, geen juridisch oordeel.", texts);
    }

    [Fact]
    public void Write_PlanWithoutMeasures_SaysSoAndLeavesOneBlankRow()
    {
        using var book = new WrittenWorkbook(SamplePlan.Export(RiskClass.Critical));
        Assert.Empty(book.Errors);
        Assert.Contains(book.Texts("Leeswijzer"), text => text.StartsWith("Dit plan bevat geen maatregelen", StringComparison.Ordinal));
        Assert.Equal("A1:AB2", book["Acties"].Table("tblActies").RangeAddress.ToString());
        Assert.Equal("A1:AB2", book["Afgesloten"].Table("tblAfgesloten").RangeAddress.ToString());
        Assert.All(book["Acties"].Row(2).Cells(1, 28), cell => Assert.True(cell.IsEmpty()));
        Assert.All(book.Formulas.Where(one => one.Sheet == "Samenvatting"), one => Assert.Equal("0", one.Value));
    }

    [Fact]
    public void Write_NoTasks_IsValid()
    {
        using var book = new WrittenWorkbook(SamplePlan.Export() with { Tasks = [] });
        Assert.Empty(book.Errors);
    }

    [Fact]
    public void Write_TooManyRows_IsRefusedInDutch()
    {
        var plan = SamplePlan.WithActions([.. Enumerable.Range(1, ActionPlanWorkbook.MostRows + 1).Select(number => SamplePlan.Action(number))]);
        Assert.StartsWith("Dit plan is te groot", ActionPlanWorkbook.RefusalOf(plan)?.ToString(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => ActionPlanWorkbook.Write(plan, Stream.Null));
        Assert.Null(ActionPlanWorkbook.RefusalOf(SamplePlan.Export()));
    }
}
