using System.Diagnostics;
using System.Text;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Integration.Tests.Languages;
using Xunit;

namespace Audit.Integration.Tests.Templates;

/// <summary>Files that are meant to hurt are refused with a message, within bounded time and memory.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void Read_AliasBomb_IsRefused()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            bomb.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]");
        }

        AssertRefused(bomb.ToString(), "te veel waarden");
    }

    [Fact]
    public void Read_AliasToItself_IsRefused() => AssertRefused("a: &a [*a]", "wijst nergens naar");

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Read_DeepNesting_IsRefused(string opening) =>
        AssertRefused(string.Concat(Enumerable.Repeat(opening, 100_000)), "");

    [Fact]
    public void Read_DeeplyNestedJson_IsRefused() =>
        AssertRefused(string.Concat(Enumerable.Repeat("[", 1000)) + string.Concat(Enumerable.Repeat("]", 1000)), "te diep genest");

    [Theory]
    [InlineData("")]
    [InlineData("# alleen commentaar")]
    [InlineData("a: 1\n---\nb: 2")]
    [InlineData("a: !!binary aGk=")]
    [InlineData("? [a, b] : c")]
    [InlineData("a: [1, 2\nb: 3\n")]
    [InlineData("a: {x: 1\nb: 3\n")]
    [InlineData("a: [{b: \"c}\nd: e")]
    [InlineData("a: 1\n\tb: 2")]
    public void Read_NoSingleDocument_IsRefused(string text) => AssertRefused(text, "");

    [Fact]
    public void ReadFile_FiftyMegabytes_IsRefusedInBoundedMemory()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = File.OpenWrite(path))
            {
                stream.SetLength(50 * 1024 * 1024);
            }

            var before = GC.GetTotalAllocatedBytes(precise: true);
            var problems = new ProblemList(path);

            Assert.Null(DocumentReader.ReadFile(path, problems));
            Assert.Contains("te groot", problems.All.Single().Message.ToString(), StringComparison.Ordinal);
            Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 160 * 1024 * 1024);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void ReadFile_Folder_IsRefused()
    {
        var problems = new ProblemList(RepositoryFiles.Templates);

        Assert.Null(DocumentReader.ReadFile(RepositoryFiles.Templates, problems));
        Assert.Equal(1, problems.All.Single().Line);
    }

    [Fact]
    public void Read_InstrumentOfTenThousandQuestions_IsAccepted()
    {
        var text = new StringBuilder("schema: audit-instrument/1\nid: groot\nversion: \"1\"\nstatus: unofficial\ntitle: { nl: Groot }\n");
        text.AppendLine("scales: [ { id: s, options: [ { id: a, value: 0, label: { nl: A } }, { id: b, value: 1, label: { nl: B } } ] } ]");
        text.AppendLine("components:\n  - id: c\n    title: { nl: C }\n    questions:");
        for (var i = 0; i < 10_000; i++)
        {
            text.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"      - {{ id: Q{i}, kind: exposure, scale: s, text: {{ nl: \"Vraag {i}?\", en: \"Question {i}?\" }}, help: {{ nl: \"Hulp bij vraag {i}.\" }} }}");
        }

        var problems = new ProblemList("groot.yaml");
        var template = TemplateReader.Instrument(DocumentReader.Read(text.ToString(), problems), problems);

        Assert.Empty(problems.All);
        Assert.Equal(10_000, template!.Value.Components[0].Questions.Count);
    }

    [Theory]
    [InlineData("{\"a\":\"\\ud83d\\ude00\",\n\t\"b\":[1,2.5e3,true,null]}")]
    [InlineData("\uFEFF{\"a\":\"x\"}")]
    [InlineData("{a: x, b: [1, 2]}")]
    [InlineData("\uFEFFa: x\n")]
    [InlineData("a: x\r\nb:\r\n  - 1\r\n")]
    public void Read_JsonAndYamlSpellings_AreAccepted(string text)
    {
        var problems = new ProblemList("bestand");

        Assert.IsType<MapNode>(DocumentReader.Read(text, problems));
        Assert.Empty(problems.All);
    }

    private static void AssertRefused(string text, string reason)
    {
        var watch = Stopwatch.StartNew();
        var problems = new ProblemList("bestand.yaml");

        Assert.Null(DocumentReader.Read(text, problems));
        InEnglish.AssertNoDutch([.. problems.All.Select(problem => problem.Message)]);
        Assert.Contains(reason, problems.All[0].Message.ToString(), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }
}
