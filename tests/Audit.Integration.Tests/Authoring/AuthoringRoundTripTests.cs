using System.Text.Json.Nodes;
using Audit.Data.Excel.Authoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Integration.Tests.Cli;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>What goes into a workbook comes out of it, to the letter.</summary>
public sealed class AuthoringRoundTripTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("audit test ").FullName;

    public static TheoryData<string> Versions =>
        [.. Directory.EnumerateFiles(RepositoryFiles.PathTo("templates", "instruments"), "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(RepositoryFiles.Root, path)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [MemberData(nameof(Versions))]
    public void Read_EveryShippedInstrument_IsWhatWasWritten(string path)
    {
        var instrument = AuthoredFile.TreeOf(RepositoryFiles.PathTo(path));
        var content = AuthoredFile.Read(AuthoredFile.Workbook(instrument));

        AuthoredFile.AssertSame(instrument, null, content);
        Assert.Equal(YamlWriter.Write(instrument, Formats.Instrument), YamlWriter.Write(content.Instrument!, Formats.Instrument));
    }

    [Fact]
    public void Read_NewestInstrumentWithAllMeasures_IsWhatWasWritten()
    {
        var (instrument, measures) = (AuthoredFile.ShippedInstrument(), AuthoredFile.ShippedMeasures());

        AuthoredFile.AssertSame(instrument, measures, AuthoredFile.Read(AuthoredFile.Workbook(instrument, measures)));
    }

    [Fact]
    public void Read_EveryOptionalFieldAndNastyTexts_IsWhatWasWritten()
    {
        var (instrument, measures) = (FullInstrument.Instrument(), FullInstrument.Measures());

        AuthoredFile.AssertSame(instrument, measures, AuthoredFile.Read(AuthoredFile.Workbook(instrument, measures)));
    }

    [Fact]
    public void Read_EveryNastyTextInOneField_IsWhatWasWritten()
    {
        foreach (var text in FullInstrument.NastyTexts)
        {
            var json = Smallest();
            json["title"]!["nl"] = text;
            json["components"]![0]!["questions"]![0]!["text"]!["nl"] = text;
            var instrument = AuthoredFile.Tree(json.ToJsonString());

            AuthoredFile.AssertSame(instrument, null, AuthoredFile.Read(AuthoredFile.Workbook(instrument)));
        }
    }

    [Theory]
    [InlineData("sources")]
    [InlineData("themes")]
    [InlineData("sessions")]
    [InlineData("crossCutting")]
    [InlineData("components")]
    [InlineData("severity")]
    [InlineData("gates")]
    [InlineData("scales")]
    public void Read_EmptyList_IsStillThere(string list)
    {
        var json = Smallest();
        if (list is "scales" or "components")
        {
            json["components"] = new JsonArray();
        }

        json[list] = new JsonArray();
        var instrument = AuthoredFile.Tree(json.ToJsonString());

        AuthoredFile.AssertSame(instrument, null, AuthoredFile.Read(AuthoredFile.Workbook(instrument)));
    }

    [Theory]
    [InlineData("schema: audit-measures/1\nmeasures: []\n")]
    [InlineData("schema: audit-measures/1\ninstrument: klein\nmeasures: []\n")]
    public void Read_NoMeasuresInAnExistingFile_IsStillThere(string text)
    {
        var (instrument, measures) = (AuthoredFile.Tree(Smallest().ToJsonString()), AuthoredFile.Tree(text));

        AuthoredFile.AssertSame(instrument, measures, AuthoredFile.Read(AuthoredFile.Workbook(instrument, measures)));
    }

    [Fact]
    public void Write_TextThatNoCellKeeps_IsRefusedWithItsLine()
    {
        foreach (var text in new[] { "a\r\nb", "bel\u0007", new string('x', 40_000) })
        {
            var json = Smallest();
            json["title"]!["nl"] = text;
            var instrument = AuthoredFile.Tree(json.ToJsonString());
            var problems = new ProblemList("x.yaml");
            InstrumentWorkbook.CheckFits(instrument, null, problems);

            Assert.StartsWith("x.yaml:1: deze tekst", Assert.Single(problems.All).ToString(), StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => AuthoredFile.Workbook(instrument));
        }
    }

    [Fact]
    public async Task Cli_ExportImportNormalise_GivesTheSameBytes()
    {
        var instrument = AuthoredFile.NewestInstrument;
        string[] measures = [.. Directory.EnumerateFiles(RepositoryFiles.PathTo("templates", "measures"), "*.yaml")];
        var (book, back, backMeasures, normal) = (InFolder("x.xlsx"), InFolder("i.yaml"), InFolder("m.yaml"), InFolder("n.yaml"));

        var export = await AuditProgram.RunAsync(["instrument", "export", instrument, book, "--measures", .. measures]);
        Assert.Equal((0, string.Empty), (export.ExitCode, export.Errors));
        var import = await AuditProgram.RunAsync("instrument", "import", book, back, "--measures", backMeasures);
        Assert.Equal((0, string.Empty), (import.ExitCode, import.Errors));
        Assert.Equal($"Instrument geschreven: {back}.\nMaatregelen geschreven: {backMeasures}.\n", import.Output);
        Assert.Equal(0, (await AuditProgram.RunAsync("instrument", "normalise", instrument, normal)).ExitCode);

        Assert.Equal(Text(normal), (await AuditProgram.RunAsync("instrument", "normalise", back)).Output);
        Assert.Equal(Text(normal), Text(back));
        Assert.Equal(Text(backMeasures), (await AuditProgram.RunAsync("instrument", "normalise", backMeasures)).Output);
        Assert.Equal(0, (await AuditProgram.RunAsync("check", back, backMeasures)).ExitCode);
    }

    /// <summary>An instrument with nothing optional in it.</summary>
    private static JsonObject Smallest() => (JsonObject)JsonNode.Parse("""
        {
          "schema": "audit-instrument/1", "id": "klein", "version": "1", "status": "unofficial", "title": { "nl": "Klein" },
          "scales": [ { "id": "s", "options": [ { "id": "a", "value": 0, "label": { "nl": "A" } } ] } ],
          "components": [ { "id": "c", "title": { "nl": "C" }, "questions": [ { "id": "Q", "kind": "exposure", "scale": "s", "text": { "nl": "Vraag?" } } ] } ]
        }
        """)!;

    private static string Text(string path) => File.ReadAllText(path);

    private string InFolder(string name) => Path.Combine(folder, name);
}
