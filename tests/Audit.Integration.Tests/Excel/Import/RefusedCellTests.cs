using Audit.Core.Actions.Merge;
using ClosedXML.Excel;
using Xunit;
using static Audit.Integration.Tests.Excel.Import.ImportCase;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>Cells that cannot be read are told with sheet, row, column and what to do; the rest of the file is read.</summary>
public sealed class RefusedCellTests
{
    public static TheoryData<string, object, RefusalReason, string> Wrong => new()
    {
        { "Streefdatum", "31 december", RefusalReason.WrongType, "‘31 december’ is geen datum maar tekst. Typ een datum, bijvoorbeeld 31-12-2026." },
        { "Streefdatum", true, RefusalReason.WrongType, "‘1’ is geen datum maar een waarheidswaarde. Typ een datum, bijvoorbeeld 31-12-2026." },
        { "Streefdatum", new DateTime(1999, 12, 31), RefusalReason.OutOfRange, "‘1999-12-31’ is geen datum van 2000 tot en met 2099." },
        { "Streefdatum", new DateTime(2100, 1, 1), RefusalReason.OutOfRange, "‘2100-01-01’ is geen datum van 2000 tot en met 2099." },
        { "Streefdatum", -5.0, RefusalReason.OutOfRange, "‘-5’ is geen datum van 2000 tot en met 2099." },
        { "Streefdatum", 1e300, RefusalReason.OutOfRange, "‘1E+300’ is geen datum van 2000 tot en met 2099." },
        { "Streefdatum", new DateTime(2026, 5, 1, 12, 0, 0), RefusalReason.WrongType, "hier staat ook een tijd. Typ alleen een datum, bijvoorbeeld 31-12-2026." },
        { "Voortgang", "bijna klaar", RefusalReason.WrongType, "‘bijna klaar’ is geen percentage maar tekst. Typ een percentage, bijvoorbeeld 50%." },
        { "Voortgang", 35.0, RefusalReason.OutOfRange, "3500% kan niet. Typ een percentage van 0% tot en met 100%." },
        { "Voortgang", -0.01, RefusalReason.OutOfRange, "-1% kan niet. Typ een percentage van 0% tot en met 100%." },
        { "Status", "bezig", RefusalReason.UnknownLabel, "‘bezig’ staat niet in de lijst. Kies gepland, loopt, wacht, gereed, afgesloten of vervallen." },
        { "Prioriteit", 1.0, RefusalReason.UnknownLabel, "‘1’ staat niet in de lijst. Kies 1 eerst, 2 daarna of 3 later." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Read_WrongValue_RefusesTheCellAndReadsTheRest(string key, object value, RefusalReason reason, string message)
    {
        var preview = Merge(Edited(workbook =>
        {
            Put(workbook.Cell(2, key), value);
            workbook.Cell(2, "Doel").SetValue("anders");
        }));
        AssertCells(preview, (First, "Doel", "anders"));
        var refusal = Assert.Single(preview.Refused);
        var header = key == "Voortgang" ? "Voortgang %" : key;
        Assert.Equal((reason, $"Blad Acties, rij 2, kolom {header}: {message}"), (refusal.Reason, refusal.ToString()));
    }

    [Theory]
    [InlineData("Doel")]
    [InlineData("Streefdatum")]
    [InlineData("Voortgang")]
    [InlineData("Status")]
    public void Read_FormulaInAnInputCell_IsRefused(string key)
    {
        var refusal = Assert.Single(Merge(EditedCell(2, key, cell => cell.FormulaA1 = "1/4")).Refused);
        Assert.Equal(RefusalReason.Formula, refusal.Reason);
        Assert.Contains(", rij 2, kolom ", refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Maatregel")]
    [InlineData("Status")]
    [InlineData("Voortgang")]
    public void Merge_RequiredCellEmptied_IsRefused(string key)
    {
        var preview = Merge(EditedCell(2, key, cell => cell.Clear(XLClearOptions.Contents)));
        Assert.True(preview.IsEmpty);
        Assert.Equal(RefusalReason.Empty, Assert.Single(preview.Refused).Reason);
    }

    [Fact]
    public void Read_ErrorValueAndTooLongText_AreRefused()
    {
        var file = EditedPart(RunningPart, text => ReplaceCell(ReplaceCell(text, "H2", "t=\"e\"><x:v>#N/A</x:v>"), "I2", $"t=\"inlineStr\"><x:is><x:t>{new string('x', 32_768)}</x:t></x:is>"));
        Assert.Equal(
            [(RefusalReason.WrongType, "Blad Acties, rij 2, kolom Doel"), (RefusalReason.TooLong, "Blad Acties, rij 2, kolom Doelgroep")],
            Read(file).Content.Refused.Select(one => (one.Reason, one.Place.ToString())));
    }

    [Fact]
    public void Merge_NewRowWithAWrongCell_IsNotAdded()
    {
        var preview = Merge(Edited(workbook =>
        {
            workbook.Cell(5, "Taak").SetValue("Bijstand toekennen");
            workbook.Cell(5, "Maatregel").SetValue("Rekenregels openbaar maken");
            workbook.Cell(5, "Start").SetValue("morgen");
        }));
        Assert.Empty(preview.NewRows);
        Assert.Equal([RefusalReason.WrongType, RefusalReason.Incomplete], preview.Refused.Select(one => one.Reason));
    }

    [Fact]
    public void Merge_FormulaInATaskOfANewRow_IsRefused()
    {
        var preview = Merge(Edited(workbook =>
        {
            workbook.Cell(5, "Taak").FormulaA1 = "B2";
            workbook.Cell(5, "Maatregel").SetValue("Rekenregels openbaar maken");
        }));
        Assert.Equal([RefusalReason.Formula, RefusalReason.Incomplete], preview.Refused.Select(one => one.Reason));
    }

    private static string ReplaceCell(string xml, string address, string content)
    {
        var from = xml.IndexOf($"<x:c r=\"{address}\"", StringComparison.Ordinal);
        var close = xml.IndexOf('>', from);
        var to = xml[close - 1] == '/' ? close + 1 : xml.IndexOf("</x:c>", from, StringComparison.Ordinal) + "</x:c>".Length;
        return $"{xml[..from]}<x:c r=\"{address}\" {content}</x:c>{xml[to..]}";
    }

    private static void Put(IXLCell cell, object value)
    {
        switch (value)
        {
            case string text:
                cell.SetValue(text);
                break;
            case bool truth:
                cell.SetValue(truth);
                break;
            case double number:
                cell.SetValue(number);
                cell.Style.NumberFormat.SetFormat("0");
                break;
            case DateTime moment:
                cell.SetValue(moment);
                break;
        }
    }
}
