using System.Text.Json.Nodes;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>The normal form of files.</summary>
public sealed class AuthoringYamlTests
{
    [Fact]
    public void Write_InstrumentInAnyOrder_GivesOneReadableForm()
    {
        const string scrambled = """
            { "components": [ { "questions": [ { "when": { "in": ["a", "null"], "question": "P1" }, "text": { "en": "Q", "nl": "V" }, "scale": "s", "kind": "exposure", "weight": 1.50, "id": "Q1" } ], "title": { "nl": "Deel" }, "id": "c" } ],
              "scales": [ { "options": [ { "label": { "nl": "Nooit" }, "value": 0, "id": "a" } ], "id": "s" } ],
              "title": { "nl": "Titel: \"x\"\n2" }, "status": "unofficial", "version": "2026-11-22", "id": "proef", "schema": "audit-instrument/1" }
            """;

        Assert.Equal(
            """
            schema: audit-instrument/1
            id: proef
            version: "2026-11-22"
            status: unofficial
            title:
              nl: "Titel: \"x\"\n2"
            scales:
              - id: s
                options:
                  - {id: a, value: 0, label: {nl: "Nooit"}}
            components:
              - id: c
                title:
                  nl: "Deel"
                questions:
                  - id: Q1
                    kind: exposure
                    weight: 1.5
                    scale: s
                    text:
                      nl: "V"
                      en: "Q"
                    when: {question: P1, in: [a, "null"]}

            """,
            YamlWriter.Write(AuthoredFile.Tree(scrambled), Formats.Instrument));
    }

    public static TheoryData<string> Files =>
    [
        .. Directory.EnumerateFiles(RepositoryFiles.Templates, "*.yaml", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(RepositoryFiles.Root, path)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Write_EveryShippedFile_ReadsBackTheSame(string file)
    {
        var root = AuthoredFile.TreeOf(RepositoryFiles.PathTo(file));
        foreach (var shape in Formats.ByFile.Values)
        {
            // A wrong shape may change how it looks, never what it says.
            AssertReadsBack(root, YamlWriter.Write(root, shape));
        }

        AssertReadsBack(root, YamlWriter.Write(root));
    }

    [Fact]
    public void Write_NastyTextsAsNamesAndValues_ReadBackTheSame()
    {
        var json = new JsonObject();
        foreach (var text in FullInstrument.NastyTexts.Append(string.Empty).Append("a\r\nb\u0007\u0085\ufeff"))
        {
            json[text.Length > 100 ? "lang" : text] = new JsonArray(text, new JsonObject { ["id"] = text });
        }

        json["getallen"] = JsonNode.Parse("[0, -0.0, 1.0, 0.30000000000000004, 1e-7, 1e21, -12.5, 9007199254740991, true, false, null, [], {}]");
        var root = AuthoredFile.Tree(json.ToJsonString());

        AssertReadsBack(root, YamlWriter.Write(root));
    }

    private static void AssertReadsBack(MapNode root, string text)
    {
        Assert.Equal(CanonicalJson.Of(root), CanonicalJson.Of(AuthoredFile.Tree(text)));
    }
}
