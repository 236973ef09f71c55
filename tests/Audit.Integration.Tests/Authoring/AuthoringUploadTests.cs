using System.IO.Compression;
using System.Text;
using Audit.Data.Excel.Authoring;
using Audit.Data.Excel.Uploads;
using Audit.Integration.Tests.Languages;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>Uploads that are no workbook, or are meant to hurt: one clear line, never an exception.</summary>
public sealed class AuthoringUploadTests
{
    private static readonly byte[] Workbook = AuthoredFile.Workbook(FullInstrument.Instrument());

    [Fact]
    public void Read_ZipBomb_IsRefused() =>
        AssertRefused(Repacked((archive, _) => Add(archive, "xl/media/bom.bin", new byte[8 * 1024 * 1024])), "verdacht sterk ingepakt");

    [Fact]
    public void Read_TooMuchInAll_IsRefused()
    {
        var random = new byte[600 * 1024];
        new Random(1).NextBytes(random);
        var upload = Repacked((archive, _) =>
        {
            for (var i = 0; i < 4; i++)
            {
                Add(archive, $"xl/media/{i}.bin", random);
            }
        });

        AssertRefused(upload, "uitgepakt te groot (meer dan 2 MB)", UploadLimits.Default with { UnpackedBytes = 2 * 1024 * 1024 });
        AssertRefused(upload, "te groot (meer dan 1 MB)", UploadLimits.Default with { PackedBytes = 1024 * 1024 });
        AssertRefused(upload, "te veel onderdelen", UploadLimits.Default with { Parts = 10 });
        AssertRefused(Workbook, "te veel cellen", UploadLimits.Default with { Cells = 10 });
        AssertRefused(Workbook, "te veel cellen of te veel tekst", UploadLimits.Default with { Letters = 1000 });
    }

    [Fact]
    public void Read_ManyParts_IsRefused() => AssertRefused(
        Repacked((archive, _) =>
        {
            for (var i = 0; i < 300; i++)
            {
                Add(archive, $"xl/x{i}.xml", [1]);
            }
        }),
        "te veel onderdelen");

    [Fact]
    public void Read_MacroEnabled_IsRefused()
    {
        AssertRefused(Repacked((archive, _) => Add(archive, "xl/vbaProject.bin", [1, 2, 3])), "bevat macro's");
        AssertRefused(Replaced("[Content_Types].xml", "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml"), "bevat macro's");
    }

    [Theory]
    [InlineData("xl/externalLinks/externalLink1.xml", "koppelingen naar andere bestanden")]
    [InlineData("xl/connections.xml", "gegevensverbindingen")]
    [InlineData("xl/embeddings/oleObject1.bin", "ingesloten bestanden")]
    [InlineData("xl/activeX/activeX1.bin", "ActiveX")]
    public void Read_MoreThanCells_IsRefused(string part, string reason) => AssertRefused(Repacked((archive, _) => Add(archive, part, "<x/>"u8)), reason);

    [Fact]
    public void Read_ExternalRelation_IsRefusedButALinkIsNot()
    {
        const string relation = """<Relationship Id="rIdX" TargetMode="External" Target="https://voorbeeld.nl/" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/""";
        AssertRefused(Replaced("xl/_rels/workbook.xml.rels", "</Relationships>", $"{relation}attachedTemplate\"/></Relationships>"), "verwijst naar een bestand van buiten");
        Assert.Empty(Read(Replaced("xl/_rels/workbook.xml.rels", "</Relationships>", $"{relation}hyperlink\"/></Relationships>")).Problems);
    }

    [Theory]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/worksheets/sheet5.xml")]
    public void Read_DocumentType_IsRefused(string part) => AssertRefused(
        Replaced(part, "?>", "?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"), "documenttype (DTD)");

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(100_000)]
    public void Read_RandomBytes_IsRefused(int length)
    {
        var bytes = new byte[length];
        new Random(20261122).NextBytes(bytes);
        AssertRefused(bytes, "geen Excel-werkboek (.xlsx)");
    }

    [Fact]
    public void Read_OtherFiles_IsRefused()
    {
        AssertRefused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "wachtwoord of is een oud Excel-bestand");
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "brief.txt", "dag"u8);
        }

        AssertRefused(zip.ToArray(), "geen Excel-werkboek (.xlsx): de inhoudsopgave ontbreekt");
    }

    [Theory]
    [InlineData("Vragen")]
    [InlineData("Onderdelen")]
    [InlineData("Gronden")]
    [InlineData("Schalen")]
    public void Read_WithoutASheet_SaysSoAndNothingElse(string sheet)
    {
        var changed = AuthoredFile.Changed(Workbook, book => book.Worksheet(sheet).Delete());

        Assert.Equal($"{sheet}: het blad '{sheet}' ontbreekt; zet het terug, desnoods met alleen de kop", Assert.Single(Read(changed).Problems).ToString());
    }

    [Fact]
    public void Read_EmptyWorkbook_NamesEverySheet()
    {
        using var file = new MemoryStream();
        using (var book = new ClosedXML.Excel.XLWorkbook())
        {
            book.AddWorksheet("Blad1");
            book.SaveAs(file);
        }

        var content = Read(file.ToArray());
        Assert.Null(content.Instrument);
        Assert.Contains(content.Problems, problem => problem is { Sheet: "Instrument", IsWarning: false });
        Assert.Contains(content.Problems, problem => problem is { Sheet: "Vragen", IsWarning: false });
    }

    /// <summary>Bytes changed in the parts and in the package: whatever comes of it, it is an answer.</summary>
    [Fact]
    public void Read_DamagedWorkbooks_NeverThrow()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 150; i++)
        {
            var damaged = i % 2 == 0 ? (byte[])Workbook.Clone() : Repacked((_, parts) => Damage(random, parts[random.Next(parts.Count)].Bytes));
            if (i % 2 == 0)
            {
                Damage(random, damaged);
            }

            Assert.NotNull(Read(damaged).Problems);
        }
    }

    private static void Damage(Random random, byte[] bytes)
    {
        for (var change = 0; change < 3; change++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
    }

    private static AuthoredContent Read(byte[] upload, UploadLimits? limits = null) => InstrumentWorkbook.Read(new MemoryStream(upload), limits);

    private static void AssertRefused(byte[] upload, string reason, UploadLimits? limits = null)
    {
        var content = Read(upload, limits);
        Assert.Null(content.Instrument);
        var problem = Assert.Single(content.Problems);
        Assert.False(problem.IsWarning);
        InEnglish.AssertNoDutch([problem.Message]);
        Assert.Contains(reason, problem.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Replaced(string part, string old, string with) => Repacked((_, parts) =>
    {
        var at = parts.FindIndex(one => one.Name == part);
        var text = Encoding.UTF8.GetString(parts[at].Bytes);
        Assert.Contains(old, text, StringComparison.Ordinal);
        var first = text.IndexOf(old, StringComparison.Ordinal);
        parts[at] = (part, Encoding.UTF8.GetBytes(text[..first] + with + text[(first + old.Length)..]));
    });

    /// <summary>The workbook packed again after a change of its parts.</summary>
    private static byte[] Repacked(Action<ZipArchive, List<(string Name, byte[] Bytes)>> change)
    {
        var parts = new List<(string Name, byte[] Bytes)>();
        using (var old = new ZipArchive(new MemoryStream(Workbook), ZipArchiveMode.Read))
        {
            foreach (var entry in old.Entries)
            {
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                parts.Add((entry.FullName, content.ToArray()));
            }
        }

        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            change(archive, parts);
            foreach (var (name, bytes) in parts)
            {
                Add(archive, name, bytes);
            }
        }

        return target.ToArray();
    }

    private static void Add(ZipArchive archive, string name, ReadOnlySpan<byte> bytes)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(bytes);
    }
}
