using System.Text.Json.Nodes;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Data.Templates.Shapes;
using NJsonSchema;
using Xunit;

namespace Audit.Integration.Tests.Templates;

/// <summary>The JSON Schemas that editors use say the same as the readers.</summary>
public sealed class SchemaTests
{
    public static TheoryData<string> Names => [.. Formats.ByFile.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void SchemaFile_EveryFormat_IsWhatTheReadersCheck(string name)
    {
        var path = RepositoryFiles.PathTo("templates", "schemas", $"{name}.schema.json");

        Assert.True(
            File.ReadAllText(path) == SchemaWriter.Write(name, Formats.ByFile[name]),
            $"{path} is out of date: run 'audit schema templates/schemas'");
    }

    [Theory]
    [InlineData("audit-instrument-1", "instruments/discriminatietoets/2026-11-22.yaml")]
    [InlineData("audit-profile-1-computed", "scoring/default.yaml")]
    [InlineData("audit-profile-1-judged", "scoring/rijksmodel-dpia.yaml")]
    [InlineData("audit-answers-1", "examples/duo-uitwonendenbeurs-2014.yaml")]
    [InlineData("audit-measures-1", "measures/policy.yaml")]
    public async Task Schema_ShippedFileAndBrokenVariants_AgreesWithTheReader(string name, string file)
    {
        var schema = await JsonSchema.FromJsonAsync(SchemaWriter.Write(name, Formats.ByFile[name]), TestContext.Current.CancellationToken);
        var original = (JsonObject)CanonicalJson.ToJson(Read(Path.Combine(RepositoryFiles.Templates, file)))!;
        Assert.True(ReaderAccepts(name, original));
        Assert.Empty(schema.Validate(original.ToJsonString()));
        var refused = 0;
        foreach (var broken in Mutations.Of(original, count: 300))
        {
            var accepted = ReaderAccepts(name, broken);
            Assert.True(accepted == (schema.Validate(broken.ToJsonString()).Count == 0), $"reader {(accepted ? "accepts" : "refuses")}: {broken.ToJsonString()}");
            refused += accepted ? 0 : 1;
        }

        Assert.InRange(refused, 100, 300);
    }

    private static Node Read(string path) => DocumentReader.ReadFile(path, new ProblemList(path))!;

    private static bool ReaderAccepts(string name, JsonObject json)
    {
        var problems = new ProblemList(name);
        Formats.ByFile[name].Check(DocumentReader.Read(json.ToJsonString(), problems)!, "het bestand", problems);
        return !problems.HasErrors;
    }
}
