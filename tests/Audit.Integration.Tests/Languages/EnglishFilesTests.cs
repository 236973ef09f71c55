using System.Text.RegularExpressions;
using Audit.Data.Excel.Authoring;
using Audit.Data.Languages;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Administration;
using Audit.Workflows.Definitions;
using Xunit;

namespace Audit.Integration.Tests.Languages;

/// <summary>What is wrong with a file is said in the language of the reader, and stays Dutch on the command line.</summary>
public sealed partial class EnglishFilesTests
{
    [Theory]
    [InlineData("a: [1", "this is not valid YAML: a list between [ and ] is not closed")]
    [InlineData("a: 1\na: 2", "the field 'a' is there twice")]
    [InlineData("- 1", "the file must be a block with fields, but is a list")]
    [InlineData("schema: audit-profile/1\nlambda: 3", "'lambda' is 3; allowed is from 0 up to and including 1")]
    [InlineData("schema: audit-profile/1\nid: 5", "'id' must be a text, but is a whole number; put the value in quotes: \"5\"")]
    [InlineData("schema: audit-answers/1", "the field 'tasks' is missing in 'the file'")]
    [InlineData("schema: audit-measures/1\nmeasures: [ { id: M }, { id: M } ]", "measure 'M' exists already; every id may occur once")]
    [InlineData("schema: audit-instrument/1\nseverity: [ { id: S, scale: s } ]", "scale 's' does not exist")]
    [InlineData("schema: audit-instrument/1\ngates: [ { when: { question: D } } ]", "a condition has the form { all: [...] }, { any: [...] }, { not: {...} } or { question: ID, in: [...] }; the fields here are: question")]
    public void Template_IsRefusedInEnglish(string file, string expected)
    {
        var set = new TemplateSet();
        var problems = new ProblemList("file.yaml");
        set.Add(DocumentReader.Read(file, problems), problems, file.StartsWith('-') ? Formats.InstrumentSchema : null);
        set.CheckReferences();
        AssertSays(expected, problems.All);
    }

    [Theory]
    [InlineData("[]", "a workflow is a block with fields, not a list")]
    [InlineData("{\"root\": {\"id\": \"a\", \"type\": \"Elsa.WriteLine\"}}", "activity 'a': the type 'Elsa.WriteLine' is not allowed; possible are ")]
    [InlineData("{\"definitionId\": \"a\", \"version\": 1, \"name\": []}", "workflow: 'name' must be a text (found: list)")]
    [InlineData("{\"root\": {\"id\": \"a\", \"type\": \"Elsa.Flowchart\", \"connections\": [{\"source\": {}}]}}", "'source' of a connection in activity 'a': the field 'port' is missing")]
    public void Workflow_IsRefusedInEnglish(string file, string expected) => AssertSays(expected, DefinitionFile.Parse(file, "file.json").Problems);

    [Fact]
    public void Receipt_IsRefusedInEnglish()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, $"schema: {Formats.ReceiptSchema}\nanswers: {{ content: {{}} }}\n");
        var problems = new ProblemList(path);
        Assert.Null(Receipt.Rescore(path, problems));
        File.Delete(path);
        AssertSays("the content of 'instrument' is missing in the receipt", problems.All);
        AssertSays("the content of 'answers' has been changed: the SHA-256 is not right", problems.All);
    }

    [Fact]
    public void Workbook_IsRefusedInEnglish()
    {
        var problem = Assert.Single(InstrumentWorkbook.Read(new MemoryStream([1, 2, 3])).Problems);
        InEnglish.AssertNoDutch([problem.Message]);
        Assert.StartsWith("dit is geen Excel-werkboek", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Place_OfAProblem_IsInTheLanguageOfTheReader()
    {
        var place = Assert.Single(UploadedTree.Read("file.yaml", "a: 1\na: 2").Found(warnings: false)).Place;
        using var reader = Language.Use("en");
        Assert.Equal(("line 2", "regel 2"), (Language.Tr(place), place.ToString()));
    }

    [Fact]
    public void Problem_AsText_IsDutchForEveryReader()
    {
        using var reader = Language.Use("en");
        var problems = new ProblemList("file.yaml");
        Assert.Null(DocumentReader.Read("a: [1", problems));
        Assert.Equal("file.yaml:1: dit is geen geldige YAML: een lijst tussen [ en ] is niet gesloten", Assert.Single(problems.All).ToString());
    }

    [Fact]
    public void Problems_TakeSentencesOnly()
    {
        Type[] found = [typeof(Problem), typeof(ProblemList), typeof(WorkbookProblem), typeof(UploadProblem), typeof(WorkbookContent), typeof(Core.Scoring.MatrixProblem)];
        string[] names = ["path", "Path", "FileName", "Sheet", "Cell"];
        var texts = found.SelectMany(type => type.GetConstructors().Cast<System.Reflection.MethodBase>().Concat(type.GetMethods().Where(method => method.DeclaringType == type && method.Name is "Error" or "Warning")))
            .SelectMany(method => method.GetParameters())
            .Where(parameter => parameter.ParameterType == typeof(string) && !names.Contains(parameter.Name))
            .Select(parameter => $"{parameter.Member.DeclaringType!.Name}.{parameter.Name}");
        Assert.Empty(texts);
        Assert.All(typeof(ProblemList).GetMethods().Where(method => method.Name is "Error" or "Warning"), method => Assert.Equal(typeof(Sentence), method.GetParameters()[1].ParameterType));
    }

    [Fact]
    public void Sentences_AreMadeWhereTheirEnglishIsLookedFor()
    {
        var hidden = from file in Directory.EnumerateFiles(RepositoryFiles.PathTo("src"), "*.cs", SearchOption.AllDirectories)
                     from Match call in HiddenText().Matches(File.ReadAllText(file))
                     select $"{Path.GetFileName(file)}: {call.Value}";
        Assert.Empty(hidden);
    }

    private static void AssertSays(string expected, IReadOnlyCollection<Problem> problems)
    {
        InEnglish.AssertNoDutch([.. problems.Select(problem => problem.Message)]);
        using var reader = Language.Use("en");
        Assert.Contains(problems, problem => Language.Tr(problem.Message).StartsWith(expected, StringComparison.Ordinal));
    }

    /// <summary>A literal that is no key: fixed for every reader, after a line break or a choice, or a word that fills a hole.</summary>
    [GeneratedRegex("""Sentence\.(Fixed\("[^"\n]*\p{L}{2}|Of\((?!\$"|FormattableString|string |PartOf\(form|sentence\.Format)|Of\(\$"[^\n]*(\?\?|\?|:) \$?"\p{L})[^\n]*""")]
    private static partial Regex HiddenText();
}
