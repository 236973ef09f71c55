using System.Text.RegularExpressions;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Audit.Integration.Tests.Excel;

/// <summary>A plan with too many actions for the library is streamed, and the reader sees no difference.</summary>
public sealed partial class LargeWorkbookTests
{
    private static readonly ActionPlanExport Plan = SamplePlan.WithActions(
        SamplePlan.Action(1, ActionStatus.Running, SamplePlan.Day) with { Remark = "=1+1", Goal = "één\ntwee  _x0041_ 👩‍👧 \u0007", Evidence = "https://voorbeeld.nl", Progress = 1.0 / 3 },
        SamplePlan.Action(2) with { TaskName = "+taak", LastChanged = new DateTimeOffset(2026, 3, 2, 23, 59, 59, TimeSpan.FromHours(1)) },
        SamplePlan.Action(3, ActionStatus.Closed) with { Measure = new string('x', 40_000) },
        SamplePlan.Action(4, ActionStatus.Dropped));

    [Fact]
    public void Write_Streamed_HasNoValidatorErrors()
    {
        using var stream = new MemoryStream(Written(0));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Theory]
    [InlineData("Acties")]
    [InlineData("Afgesloten")]
    [InlineData("_meta")]
    public void Write_Streamed_HasTheSameCellsWithTheSameLooks(string sheet)
    {
        var (streamed, whole) = (CellsOf(Written(0), sheet), CellsOf(Written(ActionPlanWorkbook.StreamAbove), sheet));
        Assert.NotEmpty(whole);
        Assert.Equal(whole, streamed);
    }

    [Fact]
    public void Write_Streamed_KeepsTablesNamesListsAndFormulas()
    {
        using var book = new XLWorkbook(new MemoryStream(Written(0)));
        Assert.Equal("A1:AB3", book.Worksheet("Acties").Table("tblActies").RangeAddress.ToString());
        Assert.Equal("A1:AB3", book.Worksheet("Afgesloten").Table("tblAfgesloten").RangeAddress.ToString());
        Assert.All(ActionColumns.All, column => Assert.NotNull(book.NamedRange(ActionColumns.NameOf("Acties", column.Key))));
        Assert.NotEmpty(book.Worksheet("Acties").DataValidations);
        Assert.NotEmpty(book.Worksheet("Acties").ConditionalFormats);
    }

    [Fact]
    public void Read_Streamed_ChangesNothing()
    {
        using var stream = new MemoryStream(Written(0));
        var read = ActionPlanImport.Read(stream);
        Assert.Null(read.Refusal);
        var expected = Plan.Actions.Select(BaseValues.RowOf).ToDictionary(row => row.RowKey);
        Assert.Equal(4, read.Content.Rows.Count);
        Assert.All(read.Content.Rows, row => Assert.All(
            ActionColumns.All.Where(column => !column.Hidden),
            column => Assert.Equal(
                CellText.Normal(expected[Guid.Parse(row.RowKey)].Values[column.Key], column.ForMerge().Kind),
                CellText.Normal(row.Values[column.Key], column.ForMerge().Kind))));
    }

    [Fact]
    public void Write_MoreThan20000Actions_ComesBackWhole()
    {
        var many = SamplePlan.WithActions([.. Enumerable.Range(1, ActionPlanWorkbook.StreamAbove + 1).Select(number => SamplePlan.Action(number))]);
        using var file = new MemoryStream();
        ActionPlanWorkbook.Write(many, file);
        file.Position = 0;
        var read = ActionPlanImport.Read(file);
        Assert.Null(read.Refusal);
        Assert.Equal(many.Actions.Select(action => action.RowKey), read.Content.Rows.Select(row => Guid.Parse(row.RowKey)));
        Assert.Equal(many.Actions.Count(), read.Meta!.BaseHashes.Count);
    }

    [Fact]
    public void RefusalOf_MoreThanCanComeBack_SaysHowMany() => Assert.Equal(
        "Dit plan is te groot voor één werkmap: 30001 regels op een blad, hoogstens 30000 kan. Exporteer minder taken tegelijk.",
        ActionPlanWorkbook.RefusalOf(SamplePlan.WithActions([.. Enumerable.Repeat(SamplePlan.Action(1), ActionPlanWorkbook.MostRows + 1)]))?.ToString());

    /// <summary>The library writes half pairs and control characters so.</summary>
    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();

    private static byte[] Written(int streamAbove)
    {
        using var file = new MemoryStream();
        ActionPlanWorkbook.Write(Plan, file, streamAbove);
        return file.ToArray();
    }

    /// <summary>Every cell with a value: address, type, value, formats and prefix; and the heights of rows. Links are left out: a streamed row has none.</summary>
    private static List<string> CellsOf(byte[] file, string sheet)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        var book = document.WorkbookPart!;
        var part = (WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single(one => one.Name == sheet).Id!.Value!);
        var shared = book.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>().Select(item => item.InnerText).ToList();
        var formats = book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        var links = part.Worksheet.Descendants<Hyperlink>().Select(link => link.Reference!.Value).ToHashSet();
        var lines = part.Worksheet.Descendants<Row>().Where(row => row.RowIndex! > 1).Select(row => $"row {row.RowIndex} {row.Height}").ToList();
        foreach (var cell in part.Worksheet.Descendants<Cell>().Where(cell => cell.InnerText.Length > 0))
        {
            var value = cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(cell.InnerText, System.Globalization.CultureInfo.InvariantCulture)] : cell.InnerText;
            value = Escaped().Replace(value, match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
            var format = formats[(int)(cell.StyleIndex?.Value ?? 0)];
            var look = links.Contains(cell.CellReference!.Value) || cell.CellReference == "X2"
                ? "" : $"{format.NumberFormatId} {format.FontId} {format.FillId} {format.Alignment?.OuterXml} {format.QuotePrefix}";
            lines.Add($"{cell.CellReference} {(cell.DataType?.Value is CellValues.SharedString or CellValues.InlineString ? "text" : "number")} {value} {look}");
        }

        return lines;
    }
}
