using System.Text.RegularExpressions;
using Audit.Data.Excel;
using ClosedXML.Excel;
using Xunit;
using static Audit.Integration.Tests.Excel.Import.ImportCase;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>Columns that people move, rename, add and delete.</summary>
public sealed partial class ColumnTests
{
    private const int Last = 28;

    [Fact]
    public void Merge_ColumnsReversed_GivesExactlyTheEdits() => AssertChanges(Merge(Reversed(WithEdit())), (First, "Doel", "anders"));

    [Fact]
    public void Merge_CaptionsRenamed_GivesExactlyTheEdits() => AssertChanges(Merge(Renamed(WithEdit())), (First, "Doel", "anders"));

    [Fact]
    public void Merge_ColumnsReversedAndCaptionsRenamed_GivesExactlyTheEdits() => AssertChanges(Merge(Reversed(Renamed(WithEdit()))), (First, "Doel", "anders"));

    [Fact]
    public void Merge_ColumnsReversedWithoutNames_AreFoundByCaption() => AssertChanges(Merge(WithoutNames(Reversed(WithEdit()))), (First, "Doel", "anders"));

    [Fact]
    public void Merge_SheetRenamed_IsFoundByItsNames()
    {
        var preview = Merge(WithSheetRenamed(WithEdit(), "Acties van 't team"));
        AssertChanges(preview, (First, "Doel", "anders"));
        Assert.Equal("Blad Acties van 't team, rij 2, kolom Doel", preview.Changes[0].Place.ToString());
    }

    [Fact]
    public void Merge_ExtraColumnAndSheet_AreIgnoredAndTold()
    {
        var preview = Merge(Edited(workbook =>
        {
            workbook.Worksheet("Acties").Cell(1, 30).SetValue("Onze kolom");
            workbook.Worksheet("Acties").Cell(2, 30).FormulaA1 = "1+1";
            workbook.AddWorksheet("Kladblok").Cell("A1").SetValue("iets");
        }));
        AssertCells(preview);
        Assert.Equal(
            [
                "Blad Acties, rij 1, kolom Onze kolom: deze kolom hoort niet bij het actieplan en is niet ingelezen.",
                "Blad Kladblok: dit blad hoort niet bij het actieplan en is niet ingelezen.",
            ],
            preview.Notes.Select(note => note.ToString()));
        Assert.Empty(preview.NewRows);
    }

    [Fact]
    public void Merge_ColumnEmptiedWithItsCaptionAndName_ChangesNothingInIt()
    {
        var preview = Merge(Edited(workbook =>
        {
            workbook.Worksheet("Acties").Column(ActionColumns.NumberOf("Doel")).Clear(XLClearOptions.Contents);
            workbook.NamedRanges.Delete("kolActies_Doel");
        }));
        AssertCells(preview);

        // The library gives a table column without caption one of its own.
        Assert.Equal(
            [
                "Blad Acties, rij 1, kolom Column8: deze kolom hoort niet bij het actieplan en is niet ingelezen.",
                "Blad Acties, rij 1, kolom Doel: deze kolom ontbreekt; in deze kolom verandert niets.",
            ],
            preview.Notes.Select(note => note.ToString()));
    }

    [Fact]
    public void Read_KeysGone_IsRefused()
    {
        var file = Edited(workbook =>
        {
            workbook.Worksheet("Acties").Column(ActionColumns.NumberOf("RowKey")).Clear(XLClearOptions.Contents);
            workbook.NamedRanges.Delete("kolActies_RowKey");
        });
        Assert.StartsWith("Dit bestand kan niet worden ingelezen: op het blad Acties ontbreekt de verborgen kolom RowKey", Read(file).Refusal?.ToString(), StringComparison.Ordinal);
    }

    private static byte[] WithEdit() => EditedCell(2, "Doel", cell => cell.SetValue("anders"));

    private static byte[] Renamed(byte[] file) => Edited(
        workbook =>
        {
            foreach (var cell in workbook.Worksheet("Acties").Row(1).Cells(1, Last).ToList())
            {
                cell.SetValue($"Kop {cell.Address.ColumnNumber}");
            }
        },
        file);

    /// <summary>The last column first, names and all, as a program does that moves columns.</summary>
    private static byte[] Reversed(byte[] file)
    {
        var moved = EditedPart(RunningPart, text => Rows().Replace(text, row => row.Groups[1].Value + string.Concat(Cells().Matches(row.Groups[2].Value)
            .Reverse().Select(cell => Addresses().Replace(cell.Value, address => Mirror(address.Groups[1].Value) + address.Groups[2].Value))) + row.Groups[3].Value), file);
        return EditedPart("xl/workbook.xml", text => Names().Replace(text, name => $"{name.Groups[1].Value}Acties!${Mirror(name.Groups[2].Value)}$1:${Mirror(name.Groups[2].Value)}$1"), moved);
    }

    private static byte[] WithoutNames(byte[] file) => EditedPart("xl/workbook.xml", text => AllNames().Replace(text, ""), file);

    private static string Mirror(string letters) => XLHelper.GetColumnLetterFromNumber(Last + 1 - XLHelper.GetColumnNumberFromLetter(letters));

    [GeneratedRegex("(<(?:x:)?row [^>]*>)(.*?)(</(?:x:)?row>)", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("<(?:x:)?c [^>]*/>|<(?:x:)?c [^>]*[^/]>.*?</(?:x:)?c>", RegexOptions.Singleline)]
    private static partial Regex Cells();

    [GeneratedRegex("(?<=<(?:x:)?c [^>]*r=\")([A-Z]+)([0-9]+)")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(name=""kolActies_[^>]*>)Acties!\$([A-Z]+)\$1:\$[A-Z]+\$1")]
    private static partial Regex Names();

    [GeneratedRegex("<(?:x:)?definedName .*?</(?:x:)?definedName>", RegexOptions.Singleline)]
    private static partial Regex AllNames();
}
