using Audit.Data.Templates.Documents;
using Audit.Integration.Tests.Cli;
using ClosedXML.Excel;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>Workbooks that people have worked in.</summary>
public sealed class AuthoringEditTests : IDisposable
{
    private static readonly byte[] Shipped = AuthoredFile.Workbook(AuthoredFile.ShippedInstrument(), AuthoredFile.ShippedMeasures());

    private readonly string folder = Directory.CreateTempSubdirectory("audit test ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Import_TenPlantedErrors_NamesAllTenWithTheirCells()
    {
        var expected = new List<string>();
        var broken = AuthoredFile.Changed(Shipped, book =>
        {
            Plant(book.Cell("Vragen", "K2", "Schaal"), "bestaatniet", "schaal 'bestaatniet' bestaat niet");
            Plant(book.Cell("Vragen", LonelyQuestion(book), "Id"), "K1", "vraag 'K1' bestaat al");
            Plant(book.Cell("Vragen", "K4", "Voorwaarde"), "K1 in (absent", "de voorwaarde is niet te lezen");
            Plant(book.Cell("Vragen", "K5", "Voorwaarde"), "Q999 in (absent)", "vraag 'Q999' bestaat niet");
            Plant(book.Cell("Vragen", "K6", "Gewicht"), "veel", "in 'Gewicht' hoort een getal");
            Plant(book.Cell("Onderdelen", "policy", "Gewicht"), 0, "'weight' is 0; toegestaan is meer dan 0");
            Plant(book.Cell("Vragen", "K7", "Vraag (nl)"), "", "vul 'Vraag (nl)' in");
            Plant(book.Cell("Drempelregels", book.Worksheet("Drempelregels").Cell(2, 1).GetString(), "Bronnen"), "awgb, nergens", "bron 'nergens' bestaat niet");
            var formula = book.Cell("Vragen", "K8", "Toelichting (nl)");
            formula.FormulaA1 = "1+1";
            Note(formula, "hier staat een formule");
            Plant(book.Worksheet("Effecten").Cell(2, 3), "nooitgehoord", "antwoord 'nooitgehoord' bestaat niet");

            void Plant(IXLCell cell, object value, string message)
            {
                if (value is string text)
                {
                    cell.SetValue(text);
                }
                else
                {
                    cell.SetValue((int)value);
                }

                Note(cell, message);
            }

            void Note(IXLCell cell, string message) => expected.Add($"{cell.Worksheet.Name}!{cell.Address}: |{message}");
        });
        var path = Path.Combine(folder, "fout.xlsx");
        await File.WriteAllBytesAsync(path, broken, TestContext.Current.CancellationToken);

        var import = await AuditProgram.RunAsync("instrument", "import", path, Path.Combine(folder, "uit.yaml"));

        Assert.Equal((1, string.Empty), (import.ExitCode, import.Output));
        Assert.Equal(["fout.xlsx"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
        var lines = import.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(expected, one => Assert.Contains(lines, line => line.StartsWith($"{path}:{one.Split('|')[0]}", StringComparison.Ordinal) && line.Contains(one.Split('|')[1], StringComparison.Ordinal)));
        Assert.Equal(10, expected.Count);
        Assert.True(lines.Length == 10, import.Errors);
    }

    /// <summary>A question that nothing refers to, so that a change of its id is one error.</summary>
    private static string LonelyQuestion(XLWorkbook book)
    {
        var references = book.Worksheets.Where(sheet => sheet.Name is "Vragen" or "Drempelregels" or "Effecten" or "Vullingen")
            .SelectMany(sheet => sheet.CellsUsed(cell => cell.Address.ColumnNumber > 2 || cell.Worksheet.Name != "Vragen")).SelectMany(cell => cell.GetString().Split(' ', '(', ')', ',')).ToHashSet();
        return book.Worksheet("Vragen").Column(2).CellsUsed().Skip(8).Select(cell => cell.GetString()).First(id => !references.Contains(id));
    }

    [Fact]
    public void Read_MovedColumnsBlankRowsAndNotes_IsTheSame()
    {
        var (instrument, measures) = (FullInstrument.Instrument(), FullInstrument.Measures());
        var changed = AuthoredFile.Changed(AuthoredFile.Workbook(instrument, measures), book =>
        {
            var sheet = book.Worksheet("Themas");
            sheet.Row(1).InsertRowsAbove(2);
            sheet.Column(1).InsertColumnsBefore(1);
            sheet.Cell(3, 1).SetValue("Notitie");
            sheet.Cell(4, 1).SetValue("nog bespreken");
            sheet.Cell(3, 3).SetValue("  TITEL   (NL) ");
            sheet.Row(4).InsertRowsBelow(2);
            book.AddWorksheet("Kladblok").Cell(1, 1).SetValue("eigen notities");
        });

        var content = AuthoredFile.Read(changed);

        Assert.Equal(
            [
                "Kladblok: waarschuwing: dit blad hoort niet in het werkboek en wordt niet gelezen",
                "Themas!A3: waarschuwing: de kolom 'Notitie' hoort niet op dit blad en wordt niet gelezen",
            ],
            content.Problems.Select(problem => problem.ToString()));
        AuthoredFile.AssertSame(instrument, measures, content with { Problems = [] });
    }

    [Fact]
    public void Read_RetypedValues_AreNormalised()
    {
        var changed = AuthoredFile.Changed(AuthoredFile.Workbook(FullInstrument.Instrument(), FullInstrument.Measures()), book =>
        {
            book.Cell("Instrument", "Versie", "Waarde", "Veld").SetValue(7);
            var day = book.Cell("Bronnen", "awgb", "Datum");
            day.SetValue(new DateTime(1994, 3, 2));
            day.Style.NumberFormat.SetNumberFormatId((int)XLPredefinedFormat.DateTime.DayMonthYear4WithSlashes);
            book.Cell("Bronnen", "leeg", "Datum").SetValue(2026);
            book.Cell("Schalen", "none", "Waarde", "Antwoord").SetValue("0,25");
            book.Cell("Schalen", "derde", "Waarde", "Antwoord").SetValue(0.5);
            book.Cell("Vragen", "Q1", "Quickscan").SetValue(true);
            book.Cell("Vragen", "Q1", "Soort").SetValue("Exposure".ToLowerInvariant());
            book.Cell("Vragen", "Q2", "Soort").SetValue("WAARBORG ");
            book.Cell("Vragen", "Q1", "Bronnen").SetValue("awgb;leeg,\n");
        });

        var content = AuthoredFile.Read(changed);

        Assert.Empty(content.Problems);
        var json = CanonicalJson.ToJson(content.Instrument!)!;
        Assert.Equal("7", (string?)json["version"]);
        Assert.Equal(["1994-03-02", "2026", "2026-11"], json["sources"]!.AsArray().Select(source => (string?)source!["date"]));
        Assert.Equal([0.25, 0.5], json["scales"]![0]!["options"]!.AsArray().Take(2).Select(option => (double)option!["value"]!));
        var question = json["components"]![1]!["questions"]![0]!;
        Assert.Equal((true, "exposure", 2), ((bool)question["quickscan"]!, (string?)question["kind"], question["sources"]!.AsArray().Count));
    }

    [Fact]
    public void Read_FaultsOfEverySort_AreAllTold()
    {
        var changed = AuthoredFile.Changed(AuthoredFile.Workbook(FullInstrument.Instrument(), FullInstrument.Measures()), book =>
        {
            book.Worksheet("Vragen").Cell(1, book.Worksheet("Vragen").ColumnOf("Schaal")).SetValue("Skala");
            book.Worksheet("Themas").Cell(1, 3).SetValue("Id");
            book.Cell("Vragen", "Q1", "Onderdeel").SetValue("c9");
            book.Cell("Vragen", "Q2", "Soort").Clear();
            book.Cell("Vragen", "Q2", "Quickscan").SetValue("misschien");
            book.Cell("Drempelregels", "G1", "Minstens klasse").SetValue("rood");
            book.Cell("Drempelregels", "G1", "Geldig vanaf").SetValue("2026-02-30");
            book.Cell("Normen", "awgb", "Grond", "Bron").SetValue("onbekend");
            book.Cell("Schalen", "none", "Waarde", "Antwoord").SetValue("1.500");
            book.Cell("Instrument", "Titel (nl)", "Waarde", "Veld").Clear();
            book.Cell("Instrument", "Formaat", "Veld", "Veld").SetValue("Formaat?");
            book.Cell("Instrument", "Maatregelen in dit werkboek", "Waarde", "Veld").SetValue("nee");
            book.Worksheet("Vullingen").Cell(3, 2).SetValue("Q2");
            book.Worksheet("Effecten").Cell(2, 1).SetValue("M77");
        });

        var told = AuthoredFile.Read(changed).Problems.Select(problem => problem.ToString()).ToList();

        Assert.All(
            [
                "Vragen!A1: de kolom 'Schaal' ontbreekt", "Vragen!E1: waarschuwing: de kolom 'Skala'", "Themas!C1: de kolom 'Id' staat er twee keer",
                "Vragen!A3: 'c9' staat niet op het blad Onderdelen", "Vragen!C4: vul 'Soort' in", "Vragen!Q4: 'misschien' kan hier niet; kies uit: ja, nee",
                "Drempelregels!E3: 'rood' kan hier niet; kies uit: laag, midden, hoog, kritiek", "Drempelregels!H3: 'validFrom': de dag 2026-02-30 bestaat niet",
                "Normen!A2: 'onbekend' staat niet op het blad Gronden", "Schalen!C2: '1.500' kan 1500 of 1,500 betekenen", "Instrument!B6: vul 'Titel (nl)' in",
                "Instrument!A1: de regel 'Formaat' ontbreekt", "Instrument!B8: er staan maatregelen in dit werkboek", "Vullingen!B3: de regels van vulling 1 verschillen in 'Vraag'",
                "Effecten!A2: 'M77' staat niet op het blad Maatregelen",
            ],
            expected => Assert.Contains(told, line => line.StartsWith(expected, StringComparison.Ordinal)));
        Assert.DoesNotContain(told, line => line.Contains("'schema'", StringComparison.Ordinal));
    }
}
