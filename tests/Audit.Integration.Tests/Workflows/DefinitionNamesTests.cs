using System.Text.Json.Nodes;
using Audit.Workflows.Definitions;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>Names and descriptions for people, as the reader keeps them.</summary>
public sealed class DefinitionNamesTests
{
    [Fact]
    public void Parse_DisplayName_IsKeptInBothLanguages() => Assert.Equal(new("Beoordelen", "Review"), ReadActivity("review", _ => { }).DisplayName);

    [Fact]
    public void Parse_NoEnglish_FallsBackToDutch() =>
        Assert.Equal("Beoordelen", ReadActivity("review", activity => activity["customProperties"] = new JsonObject()).DisplayName!.In("en"));

    [Fact]
    public void Parse_EnglishOfAFieldThatHasNone_IsRefused()
    {
        var definition = ShippedDefinition.Read();
        definition.Activity("review")["customProperties"] = new JsonObject { ["en"] = new JsonObject { ["displayname"] = "Review" } };

        var problem = Assert.Single(DefinitionFile.Parse(definition.Text(), "proef.json").Problems);

        Assert.Contains("activiteit 'review', Engels: onbekend veld 'displayname'", problem.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    public void Parse_NoOrEmptyDisplayName_IsNull(string? json) =>
        Assert.Null(ReadActivity("review", activity => activity["displayName"] = json is null ? null : JsonNode.Parse(json)).DisplayName);

    [Fact]
    public void Parse_DisplayNameLeftOut_IsNull() => Assert.Null(ReadActivity("review", activity => activity.Remove("displayName")).DisplayName);

    [Fact]
    public void Parse_DisplayNameThatIsNoText_IsRefused()
    {
        var definition = ShippedDefinition.Read();
        definition.Activity("review")["displayName"] = 3;

        var problem = Assert.Single(DefinitionFile.Parse(definition.Text(), "proef.json").Problems);

        Assert.Contains("activiteit 'review': 'displayName' moet een tekst zijn", problem.Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Description_IsKept() =>
        Assert.StartsWith("Het volledige instrument", DefinitionFile.Load(ShippedDefinition.Doorlichting).Definition!.Description?.Nl, StringComparison.Ordinal);

    [Fact]
    public void Parse_NoDescription_IsNull() => Assert.Null(DefinitionFile.Parse(new DefinitionBuilder().Human("een").Build(), "proef.json").Definition!.Description);

    private static ActivityNode ReadActivity(string id, Action<JsonObject> change)
    {
        var definition = ShippedDefinition.Read();
        change(definition.Activity(id));
        return DefinitionFile.Parse(definition.Text(), "proef.json").Definition!.Activities.Single(node => node.Id == id);
    }
}
