using Audit.Integration.Tests.Languages;
using Audit.Workflows.Definitions;
using Audit.Workflows.Simulation;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public sealed class DefinitionCheckerTests
{
    public static TheoryData<string> ShapeNames => [.. DefinitionMutations.Shape.Keys];

    public static TheoryData<string> RuleNames => [.. DefinitionMutations.Rules.Keys];

    public static TheoryData<string> ShippedFiles => [.. Directory.GetFiles(ShippedDefinition.Folder, "*.json").Select(path => Path.GetFileName(path)!)];

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void Load_ShippedDefinition_IsValid(string file)
    {
        var (definition, problems) = DefinitionFile.Load(Path.Combine(ShippedDefinition.Folder, file));

        Assert.Empty(problems);
        Assert.Equal(Path.GetFileNameWithoutExtension(file), definition!.DefinitionId);
    }

    public static TheoryData<string> ShippedNames => [.. ShippedDefinition.All];

    /// <summary>At least twenty ways to break each definition that is shipped, all refused with the place named.</summary>
    [Theory]
    [MemberData(nameof(ShippedNames))]
    public void Parse_ShippedDefinitionBrokenAnywhere_IsRefused(string definitionId)
    {
        var mutations = AnyDefinitionMutations.Of(definitionId);

        Assert.InRange(mutations.Count, 20, int.MaxValue);
        Assert.Multiple([.. mutations.Select(pair => (Action)(() => AssertRefused(definitionId, pair.Value, pair.Key)))]);
    }

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Parse_BrokenShape_IsRefusedNamingTheActivity(string mutation) => AssertRefused("doorlichting", DefinitionMutations.Shape[mutation], mutation);

    [Theory]
    [MemberData(nameof(RuleNames))]
    public void Parse_BrokenRule_IsRefusedNamingTheActivity(string mutation) => AssertRefused("doorlichting", DefinitionMutations.Rules[mutation], mutation);

    [Fact]
    public void Parse_SeveralErrors_AreReportedTogetherWithTheirLines()
    {
        var definition = ShippedDefinition.Read();
        definition.SetInput("session-1", "role", "chef");
        definition.Activity("culture")["type"] = "Elsa.WriteLine";
        definition.SetInput("severity", "dueDays", -1);
        var text = definition.Text();

        var (_, problems) = DefinitionFile.Parse(text, "proef.json");

        var lines = text.Split('\n');
        Assert.Equal(["\"chef\"", "\"Elsa.WriteLine\"", "-1"], problems
            .OrderBy(problem => problem.Message.ToString().Contains("chef", StringComparison.Ordinal) ? 0 : problem.Message.ToString().Contains("WriteLine", StringComparison.Ordinal) ? 1 : 2)
            .Select(problem => lines[problem.Line - 1].Split(": ")[1].TrimEnd(',')));
    }

    [Fact]
    public void Parse_BrokenPath_NamesEveryActivityOnIt()
    {
        var definition = ShippedDefinition.Read();
        definition.Redirect("session-3", "Done", "session-4");

        var (_, problems) = DefinitionFile.Parse(definition.Text(), "proef.json");

        Assert.Contains(problems, problem => problem.Message.ToString().EndsWith(
            "pad: start → tasks → session-1 → session-2 → research-plan → scope → regulation → policy → discretion → process → severity → culture → citizens → score → session-3 → session-4 → plan → adoption",
            StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_FieldsThatElsaWrites_AreAccepted()
    {
        var definition = ShippedDefinition.Read();
        definition["createdAt"] = "2026-01-01T00:00:00Z";
        definition["isLatest"] = false;
        definition.Activity("start")["nodeId"] = "Workflow1:main:start";
        definition.Connection("start", "Done")["vertices"] = new System.Text.Json.Nodes.JsonArray();

        Assert.Empty(DefinitionFile.Parse(definition.Text(), "proef.json").Problems);
    }

    [Fact]
    public void Parse_WithoutApprovalOrReview_AppliesOnlyTheOrderItHas()
    {
        var text = new DefinitionBuilder().Human("ask", "Audit.QuestionnaireStep", "assessor").Automatic("score").Build();

        Assert.Empty(DefinitionFile.Parse(text, "proef.json").Problems);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("fact.anders")]
    public void Parse_DecisionOnAnUndeclaredFact_IsRefused(string fact)
    {
        var text = new DefinitionBuilder().Human("ask").Decision("choice", fact).Human("yes").Connect("choice", "True", "yes").Build();

        Assert.Contains(DefinitionFile.Parse(text, "proef.json").Problems, problem => problem.Message.ToString().Contains("'choice'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"root\": 3 }")]
    [InlineData("{ \"definitionId\": \"a\", \"version\": 1, \"name\": \"A\", \"root\": { \"id\": \"m\", \"type\": \"Elsa.Flowchart\", \"activities\": [ 3 ], \"connections\": [ null, { \"source\": 1 } ] } }")]
    [InlineData("{ \"definitionId\": \"a\", \"version\": 1, \"name\": \"A\", \"root\": { \"id\": \"m\", \"type\": \"Elsa.ParallelForEach\" } }")]
    [InlineData("{ \"definitionId\": \"a\", \"version\": \"1\", \"name\": \"A\", \"root\": { \"id\": \"m\", \"type\": \"Audit.WorkSession\" } }")]
    public void Parse_NotADefinition_IsRefusedWithoutAnException(string text)
    {
        var (definition, problems) = DefinitionFile.Parse(text, "proef.json");

        Assert.Null(definition);
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.StartsWith("proef.json:", problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void All_ShippedDefinition_HasPathsFromStartToEnd()
    {
        var paths = DefinitionPaths.All(DefinitionFile.Load(ShippedDefinition.Doorlichting).Definition!).ToList();

        Assert.InRange(paths.Count, 2, DefinitionPaths.Most - 1);
        Assert.All(paths, path => Assert.Equal(("start", "repeat"), (path[0].From.Id, path[^1].From.Id)));
        Assert.Contains(paths, path => path.Any(edge => edge.From.Id == "review" && edge.Outcome == "SendBack"));
    }

    private static void AssertRefused(string definitionId, Mutation mutation, string name)
    {
        var shipped = ShippedDefinition.Read(definitionId);
        mutation.Apply(shipped);
        var text = shipped.Text();

        var (definition, problems) = DefinitionFile.Parse(text, "proef.json");

        Assert.True(definition is null, $"{definitionId}, {name}: not refused");
        Assert.True(
            problems.Any(problem => problem.Message.ToString().Contains($"'{mutation.Activity}'", StringComparison.Ordinal) && problem.Message.ToString().Contains(mutation.Says, StringComparison.Ordinal)),
            $"{definitionId}, {name}: {string.Join("; ", problems.Select(problem => problem.Message.ToString()))}");
        Assert.All(problems, problem => Assert.InRange(problem.Line, 1, text.Split('\n').Length));
        InEnglish.AssertNoDutch([.. problems.Select(problem => problem.Message)]);
    }
}
