using System.IO.Compression;
using System.Text;
using Audit.Data.Excel;
using ClosedXML.Excel;
using Xunit;
using static Audit.Integration.Tests.Excel.Import.ImportCase;

namespace Audit.Integration.Tests.Excel.Import;

/// <summary>Foreign, damaged and hostile files get a Dutch sentence, never an exception.</summary>
public sealed class RefusedFileTests
{
    [Fact]
    public void Read_CsvWithAnotherName_IsRefused() => AssertRefused(Encoding.UTF8.GetBytes("Nr;Taak;Onderdeel\r\n1;Bijstand;Regels\r\n"), "dit is geen Excel-werkboek (.xlsx)");

    [Fact]
    public void Read_EmptyFile_IsRefused() => AssertRefused([], "dit is geen Excel-werkboek (.xlsx)");

    [Fact]
    public void Read_OldOrLockedFile_IsRefused() => AssertRefused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "het bestand heeft een wachtwoord of is een oud Excel-bestand");

    [Fact]
    public void Read_MoreThan10Megabytes_IsRefused() => AssertRefused(new byte[(10 * 1024 * 1024) + 1], "het bestand is te groot (meer dan 10 MB)");

    /// <summary>200 MB of spaces in about 199 kB.</summary>
    [Fact]
    public void Read_ZipBomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Repacked(null, archive =>
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet99.xml", CompressionLevel.SmallestSize).Open();
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var i = 0; i < 200; i++)
            {
                part.Write(spaces);
            }
        });
        Assert.InRange(bomb.Length, 100_000, 300_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused(bomb, "het bestand is verdacht sterk ingepakt");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300L * 1024 * 1024);
    }

    [Fact]
    public void Read_ManyParts_IsRefused() => AssertRefused(
        Repacked(null, archive => Enumerable.Range(0, 300).ToList().ForEach(i => Put(archive, $"xl/media/{i}.png", "x"))), "het bestand bestaat uit te veel onderdelen");

    [Theory]
    [InlineData("xl/vbaProject.bin", "het werkboek bevat macro's")]
    [InlineData("xl/macrosheets/sheet1.xml", "het werkboek bevat macro's")]
    [InlineData("xl/externalLinks/externalLink1.xml", "het werkboek bevat koppelingen naar andere bestanden")]
    [InlineData("xl/connections.xml", "het werkboek bevat gegevensverbindingen")]
    [InlineData("xl/embeddings/oleObject1.bin", "het werkboek bevat ingesloten bestanden")]
    public void Read_PartThatMayNotBeThere_IsRefused(string part, string why) => AssertRefused(Repacked(null, archive => Put(archive, part, "<x/>")), why);

    [Fact]
    public void Read_MacroWorkbookWithAnotherName_IsRefused() => AssertRefused(
        EditedPart("[Content_Types].xml", text => text.Replace("spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main", StringComparison.Ordinal)), "het werkboek bevat macro's");

    [Fact]
    public void Read_LinkThatOpensByItself_IsRefused() => AssertRefused(
        EditedPart(
            "xl/_rels/workbook.xml.rels",
            text => text.Replace("</Relationships>", "<Relationship Id=\"x\" Type=\"http://x/externalLinkPath\" Target=\"file://server/x.xlsx\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal)),
        "het werkboek verwijst naar een bestand van buiten");

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData(RunningPart)]
    public void Read_DocumentType_IsRefused(string part) => AssertRefused(
        EditedPart(part, text => text[..(text.IndexOf("?>", StringComparison.Ordinal) + 2)]
            + "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + text[(text.IndexOf("?>", StringComparison.Ordinal) + 2)..]),
        "het werkboek bevat een documenttype (DTD)");

    [Fact]
    public void Read_OtherWorkbook_IsRefused()
    {
        using var workbook = new XLWorkbook();
        workbook.AddWorksheet("Acties").Cell("A1").SetValue("Nr");
        using var file = new MemoryStream();
        workbook.SaveAs(file);
        AssertRefused(file.ToArray(), "dit is geen actieplan dat met dit programma is geëxporteerd");
    }

    [Fact]
    public void Read_OtherSchemaVersion_IsRefused() => AssertRefused(
        Edited(workbook => workbook.Worksheet("_meta").Cell("B1").SetValue("audit-workbook/2")), "dit actieplan heeft de vorm ‘audit-workbook/2’; dit programma leest ‘audit-workbook/1’");

    [Fact]
    public void Read_MetaDamaged_IsRefused() => AssertRefused(
        Edited(workbook => workbook.Worksheet("_meta").Cell("B2").SetValue("?")), "dit is geen actieplan dat met dit programma is geëxporteerd, of het verborgen blad met het exportnummer is beschadigd");

    [Fact]
    public void Read_BothSheetsGone_IsRefused() => AssertRefused(
        Edited(workbook =>
        {
            workbook.Worksheet("Acties").Delete();
            workbook.Worksheet("Afgesloten").Delete();
        }),
        "de bladen Acties en Afgesloten ontbreken");

    [Fact]
    public void Read_Export_GivesTheMeta()
    {
        var meta = Read(Export()).Meta!;
        Assert.Equal((Plan.ExportId, "audit-workbook/1"), (meta.ExportId, meta.SchemaVersion));
        Assert.Equal(Plan.Actions.ToDictionary(action => action.RowKey, BaseValues.HashOf), meta.BaseHashes);
    }

    /// <summary>Random damage, in the package and in its parts: the answer is a refusal or rows, never an exception.</summary>
    [Fact]
    public void Read_DamagedFiles_NeverThrows()
    {
        const int seed = 20261122;
        var random = new Random(seed);
        var whole = Export();
        for (var i = 0; i < 300; i++)
        {
            var damaged = i % 3 == 0 ? Damaged(whole, random) : DamagedPart(whole, random, i % 3 == 1);
            var failure = Record.Exception(() => Read(damaged));
            Assert.True(failure is null, $"seed {seed}, file {i}: {failure}");
        }
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = random.Next(4) == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
        for (var n = random.Next(1, 20); n > 0 && bytes.Length > 0; n--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    /// <summary>Well packed, but with a part that lost a piece, or in which digits and letters changed.</summary>
    private static byte[] DamagedPart(byte[] whole, Random random, bool cut) => Repacked(whole, archive =>
    {
        string[] parts = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml", "xl/styles.xml", "xl/sharedStrings.xml", RunningPart, "xl/worksheets/sheet8.xml"];
        var entry = archive.GetEntry(parts[random.Next(parts.Length)])!;
        using var reader = new StreamReader(entry.Open());
        var text = new StringBuilder(reader.ReadToEnd());
        reader.Dispose();
        for (var n = random.Next(1, 8); n > 0; n--)
        {
            var at = random.Next(text.Length - 20);
            if (cut && random.Next(2) == 0)
            {
                text.Remove(at, random.Next(20));
            }
            else
            {
                // Not in a tag, so that most files stay well formed and what they say is wrong.
                while (at < text.Length - 1 && !char.IsAsciiLetterOrDigit(text[at]))
                {
                    at++;
                }

                text[at] = char.IsAsciiDigit(text[at]) ? (char)('0' + random.Next(10)) : text[at] is 'x' or 'c' ? text[at] : (char)('A' + random.Next(26));
            }
        }

        var name = entry.FullName;
        entry.Delete();
        Put(archive, name, text.ToString());
    });

    private static void AssertRefused(byte[] file, string why)
    {
        var read = Read(file);
        Assert.StartsWith($"Dit bestand kan niet worden ingelezen: {why}", read.Refusal?.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", read.Refusal?.ToString(), StringComparison.Ordinal);
        Assert.Empty(read.Content.Rows);
        Assert.Null(read.Meta);
    }
}
