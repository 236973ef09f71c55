using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>The workbook that an author gets.</summary>
public sealed class AuthoringWorkbookTests
{
    private static readonly byte[] Full = AuthoredFile.Workbook(FullInstrument.Instrument(), FullInstrument.Measures());
    private static readonly byte[] Shipped = AuthoredFile.Workbook(AuthoredFile.ShippedInstrument(), AuthoredFile.ShippedMeasures());

    public static TheoryData<string> Books => ["vol", "meegeleverd", "zonder maatregelen"];

    [Theory]
    [MemberData(nameof(Books))]
    public void Write_Workbook_HasNoValidatorErrorsAndNoFormulas(string name)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(BookOf(name)), isEditable: false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
        Assert.Empty(document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()));
        Assert.Equal("Audit toolkit", document.PackageProperties.Creator);
    }

    [Fact]
    public void Write_Workbook_HasTheSheetsInOrder()
    {
        using var book = Open(Full);
        Assert.Equal(
            [
                "Leeswijzer", "Instrument", "Bronnen", "Schalen", "Themas", "Onderdelen", "Vragen", "Drempelregels", "Gronden", "Normen", "Uitzonderingen", "Register",
                "Vullingen", "Werksessies", "Opdrachten", "Sessiepunten", "Maatregelen", "Effecten", "Maatregelpunten", "Lijsten",
            ],
            book.Worksheets.Select(sheet => sheet.Name));
        Assert.All(book.Worksheets.Where(sheet => sheet.Name is not ("Leeswijzer" or "Lijsten")), sheet =>
        {
            Assert.Equal(1, sheet.SheetView.SplitRow);
            Assert.True(sheet.AutoFilter.IsEnabled);
            Assert.Empty(sheet.MergedRanges);
        });
    }

    [Theory]
    [InlineData("Vragen", "Schaal", "lstSchaal", false)]
    [InlineData("Vragen", "Soort", "lstSoortVraag", true)]
    [InlineData("Vragen", "Onderdeel", "lstOnderdeel", false)]
    [InlineData("Drempelregels", "Minstens klasse", "lstKlasse", true)]
    [InlineData("Effecten", "Vraag", "lstVraag", false)]
    [InlineData("Maatregelen", "Grondslag", "lstGrondslag", true)]
    public void Write_Workbook_HasDropDownsWithDutchErrors(string sheet, string caption, string list, bool strict)
    {
        using var book = Open(Shipped);
        var rule = book.Worksheet(sheet).Cell(2, book.Worksheet(sheet).ColumnOf(caption)).DataValidation;

        Assert.Equal((XLAllowedValues.List, list), (rule.AllowedValues, rule.Value.TrimStart('=')));
        Assert.Equal(strict ? XLErrorStyle.Stop : XLErrorStyle.Warning, rule.ErrorStyle);
        Assert.Equal("Deze waarde kan niet", rule.ErrorTitle);
        Assert.NotEmpty(rule.InputMessage);
        Assert.False(book.NamedRange(list).Ranges.Single().FirstCell().IsEmpty());
    }

    [Fact]
    public void Write_Conditions_AreReadable()
    {
        using var book = Open(Full);
        Assert.Equal(
            "(niet in (en) en in in (null)) en (Q1 in (in) of niet (niet (in in (en))))",
            book.Cell("Drempelregels", "G2", "Voorwaarde").GetString());
        Assert.Equal("niet (Q1 in (none) of (B1 in (in) en niet (in in (en))))", book.Cell("Vragen", "niet", "Voorwaarde").GetString());
        Assert.Equal("alle (Q1 in (in))", book.Cell("Vragen", "Q2", "Voorwaarde").GetString());
    }

    [Fact]
    public void Write_Texts_ArePrefixedAndNeverTyped()
    {
        using var book = Open(Full);
        Assert.All(
            book.Worksheets.SelectMany(sheet => sheet.CellsUsed()).Where(cell => cell.GetString() is "=1+1" or "+31 70 1234567" or "-5" or "@naam"),
            cell => Assert.Equal((XLDataType.Text, true), (cell.DataType, cell.Style.IncludeQuotePrefix)));
        Assert.Equal(("@", "General"), (book.Cell("Vragen", "Q1", "Voorwaarde").Style.NumberFormat.Format, book.Cell("Vragen", "Q1", "Gewicht").Style.NumberFormat.Format));
    }

    [Fact]
    public void Write_Guide_SaysWhatIsNotOfficialAndHowToHandItBack()
    {
        using var book = Open(Shipped);
        var texts = book.Worksheet("Leeswijzer").CellsUsed().Select(cell => cell.GetString()).ToList();

        Assert.Contains(texts, text => text.StartsWith("Geen officiële tekst", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("audit instrument import", StringComparison.Ordinal));
        Assert.Contains(texts, text => text.Contains("R20 in (partly", StringComparison.Ordinal));
    }

    private static byte[] BookOf(string name) => name switch
    {
        "vol" => Full,
        "meegeleverd" => Shipped,
        _ => AuthoredFile.Workbook(FullInstrument.Instrument()),
    };

    private static XLWorkbook Open(byte[] workbook) => new(new MemoryStream(workbook));
}
