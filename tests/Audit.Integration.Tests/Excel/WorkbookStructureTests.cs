using Audit.Core.Actions;
using Audit.Data.Excel;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.CustomProperties;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Audit.Integration.Tests.Excel;

/// <summary>One written workbook for all tests that only look at it.</summary>
public sealed class SampleWorkbook : IDisposable
{
    internal WrittenWorkbook Book { get; } = new(SamplePlan.Export());

    public void Dispose() => Book.Dispose();
}

public sealed class WorkbookStructureTests(SampleWorkbook sample) : IClassFixture<SampleWorkbook>
{
    private static readonly string[] Visible = ["Leeswijzer", "Samenvatting", "Acties", "Afgesloten", "Risico's", "Onderbouwing"];

    private readonly WrittenWorkbook book = sample.Book;

    [Fact]
    public void Write_Sample_HasNoValidatorErrors() => Assert.Empty(book.Errors);

    [Fact]
    public void Write_Sample_HasTheSheetsInOrder() =>
        Assert.Equal([.. Visible, "Lijsten", "_meta"], book.Library.Worksheets.Select(sheet => sheet.Name));

    [Fact]
    public void Write_Sample_HidesListsAndMeta()
    {
        Assert.All(Visible, name => Assert.Equal(XLWorksheetVisibility.Visible, book[name].Visibility));
        Assert.Equal(XLWorksheetVisibility.Hidden, book["Lijsten"].Visibility);
        Assert.Equal(XLWorksheetVisibility.VeryHidden, book["_meta"].Visibility);
    }

    [Theory]
    [InlineData("Acties", "tblActies")]
    [InlineData("Afgesloten", "tblAfgesloten")]
    public void Write_Sample_HasRealTablesFromA1(string sheet, string table)
    {
        var found = book[sheet].Table(table);
        Assert.Equal("A1", found.RangeAddress.FirstAddress.ToString());
        Assert.Equal(ActionColumns.All.Select(column => column.Header), found.Fields.Select(field => field.Name));
        Assert.True(found.ShowAutoFilter);
        Assert.Empty(book[sheet].MergedRanges);
    }

    [Theory]
    [InlineData("Acties")]
    [InlineData("Afgesloten")]
    public void Write_Sample_NamesEveryColumn(string sheet) => Assert.All(ActionColumns.All, column =>
    {
        var range = book.Library.NamedRange(ActionColumns.NameOf(sheet, column.Key)).Ranges.Single();
        Assert.Equal(column.Header, range.FirstCell().GetString());
    });

    [Theory]
    [InlineData("Acties")]
    [InlineData("Afgesloten")]
    public void Write_Sample_HidesOnlyTheKeys(string sheet) =>
        Assert.Equal(["RowKey", "RowVersion"], book[sheet].Columns(1, ActionColumns.All.Count).Where(column => column.IsHidden).Select(column => column.Cell(1).GetString()));

    [Theory]
    [InlineData("Taak", "lstTaak")]
    [InlineData("Onderdeel", "lstOnderdeel")]
    [InlineData("Klasse", "lstKlasse")]
    [InlineData("Prioriteit", "lstPrioriteit")]
    [InlineData("Status", "lstStatus")]
    public void Write_Sample_HasOneDropDownPerColumn(string key, string list)
    {
        var letter = book["Acties"].Column(ActionColumns.NumberOf(key)).ColumnLetter();
        var rule = Assert.Single(Rules(), rule => rule.SequenceOfReferences!.Items.First().Value!.StartsWith($"{letter}2:", StringComparison.Ordinal));
        Assert.Equal(DataValidationValues.List, rule.Type!.Value);
        Assert.Equal(list, rule.Formula1!.Text);
        Assert.Equal("Deze waarde kan niet", rule.ErrorTitle!.Value);
        Assert.NotEmpty(rule.Prompt!.Value!);
        Assert.NotNull(book.Library.NamedRange(list));
    }

    [Fact]
    public void Write_Sample_ListsMapLabelsToCodes() =>
        Assert.Equal(
            Enum.GetValues<ActionStatus>().Select(status => (status.Dutch(), status.ToString())),
            book.Library.NamedRange("lstStatus").Ranges.Single().Cells().Select(cell => (cell.GetString(), cell.CellRight().GetString())));

    [Fact]
    public void Write_Sample_MarksClassStatusAndOverdue()
    {
        var rules = book.PartOf("Acties").Worksheet.Descendants<ConditionalFormattingRule>().Select(rule => rule.InnerText).ToList();
        Assert.All(Marks.Classes.Concat(Marks.Statuses), mark => Assert.Contains($"\"{mark.Label}\"", rules));
        Assert.Contains(rules, rule => rule.Contains("TODAY()", StringComparison.Ordinal) && rule.Contains("lstStatusOpen", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Sample_NumbersConditionalFormatsApart()
    {
        var styles = book.Parts.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var ids = styles.Descendants<NumberingFormat>().Select(format => format.NumberFormatId!.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Write_Sample_HasProperties()
    {
        var properties = book.Parts.PackageProperties;
        Assert.Equal("Actieplan Doorlichting 2026", properties.Title);
        Assert.Equal("Actieplan discriminatierisico's", properties.Subject);
        Assert.Equal("Gemeente Voorbeeld & Co", properties.Creator);
        Assert.Equal("Gemeente Voorbeeld & Co", properties.LastModifiedBy);
        Assert.Equal("Gemeente Voorbeeld & Co", book.Parts.ExtendedFilePropertiesPart!.Properties.Company!.Text);
    }

    [Fact]
    public void Write_Sample_HasCustomPropertiesAsText() => Assert.Equal(
        [("InstrumentVersie", "1.0"), ("ProfielVersie", "2.1"), ("ExportId", "0f8fad5b-d9cb-469f-a165-70867728950e")],
        book.Parts.CustomFilePropertiesPart!.Properties.Elements<CustomDocumentProperty>().Select(one => (one.Name!.Value!, one.VTLPWSTR!.Text)));

    [Fact]
    public void Write_Sample_PrintsOnePageWide() => Assert.All(Visible, name =>
    {
        var page = book[name].PageSetup;
        Assert.Equal(XLPageOrientation.Landscape, page.PageOrientation);
        Assert.Equal(XLPaperSize.A4Paper, page.PaperSize);
        Assert.Equal((1, 0), (page.PagesWide, page.PagesTall));
        var footer = book.PartOf(name).Worksheet.Descendants<OddFooter>().Single().Text;
        Assert.Equal("&LIntern&CPagina &P van &N&RGeëxporteerd 02-03-2026 14:05 (UTC+01:00)", footer);
    });

    [Fact]
    public void Write_Sample_RepeatsAndFreezesTheHeader()
    {
        var titles = book.Parts.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>()
            .Where(name => name.Name == "_xlnm.Print_Titles").Select(name => name.Text);
        Assert.Equal(["Acties!$1:$1", "Afgesloten!$1:$1", "'Risico''s'!$1:$1", "Onderbouwing!$1:$1"], titles);
        Assert.All(["Acties", "Afgesloten", "Risico's", "Onderbouwing"], name => Assert.Equal(1, book[name].SheetView.SplitRow));
    }

    [Fact]
    public void Write_Sample_OpensAtTheTopOfTheGuide()
    {
        var view = book.PartOf("Leeswijzer").Worksheet.Descendants<SheetView>().Single();
        Assert.True(view.TabSelected?.Value);
        Assert.Equal("A1", view.Descendants<Selection>().Single().ActiveCell!.Value);
    }

    /// <summary>Computed from text lengths, between the longest word of the header and the widest that the column may be.</summary>
    [Fact]
    public void Write_Sample_SetsEveryWidth() => Assert.All(ActionColumns.All.Where(column => !column.Hidden), column =>
    {
        var width = book["Acties"].Column(ActionColumns.NumberOf(column.Key)).Width;
        var least = column.Header.Split(' ').Max(word => word.Length);
        Assert.InRange(width, least, Math.Max(column.MaxWidth, least + 3) + 1);
    });

    /// <summary>Whoever adds one gives it an alternative text, and tests that here.</summary>
    [Fact]
    public void Write_Sample_HasNoPictures() => Assert.All(book.Parts.WorkbookPart!.WorksheetParts, part => Assert.Null(part.DrawingsPart));

    [Fact]
    public void Write_Sample_HasOneRulePerColumn()
    {
        var letters = Rules().Select(rule => rule.SequenceOfReferences!.InnerText!).ToList();
        Assert.Equal(ActionColumns.All.Count(column => column.Hint.Length > 0), letters.Count);
        Assert.Equal(letters.Count, letters.Select(range => range.TrimEnd("0123456789".ToCharArray())).Distinct().Count());
    }

    private IEnumerable<DataValidation> Rules() => book.PartOf("Acties").Worksheet.Descendants<DataValidation>();
}
