using System.Text.Json.Nodes;
using Audit.Workflows.Definitions;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>Differences between two versions, in the words that administrators read.</summary>
public sealed class DefinitionDifferenceTests
{
    [Fact]
    public void Between_OnlyTheVersion_IsNoDifference() => Assert.Empty(Between(changed => changed["version"] = 3));

    [Fact]
    public void Between_ChangedInputs_SaysBothValuesInDutch()
    {
        var change = Assert.Single(Between(changed =>
        {
            changed.SetInput("review", "dueDays", 21);
            changed.SetInput("review", "role", "jurist");
            changed.Activity("review")["reviewers"] = JsonNode.Parse("""{ "typeName": "Int32", "expression": { "type": "Literal", "value": 2 } }""");
        }));

        Assert.Equal(("review", "Beoordelen", ChangeKind.Changed), (change.Activity, change.Name, change.Change));
        Assert.Equal(["termijn: 14 dagen → 21 dagen", "aantal mensen dat akkoord moet geven: 1 → 2", "rol: auditor → jurist"], change.Details);
    }

    [Fact]
    public void Between_StepTakenOut_SaysWhatFollowsNow()
    {
        var changes = Between(changed => changed.Bypass("session-2"));

        Assert.Equal([("Werkstroom als geheel", ChangeKind.Changed), ("Werksessie 2: onderzoeksplan", ChangeKind.Removed)], changes.Select(change => (change.Name, change.Change)));
        Assert.Contains("na ‘Werksessie 1: begrippen’ kwam ‘Werksessie 2: onderzoeksplan’, nu ‘Onderzoeksplan vastleggen’", changes[0].Details);
    }

    [Fact]
    public void Between_ChoiceLeadsElsewhere_NamesTheChoice()
    {
        var change = Assert.Single(Between(changed => changed.Redirect("adoption", "SendBack", "session-3")));

        Assert.Equal(["na ‘Vaststelling door de opdrachtgever’ (terug) kwam ‘Werksessie 4: actieplan’, nu ‘Werksessie 3: bevindingen en risico's’"], change.Details);
    }

    private static IReadOnlyList<DefinitionChange> Between(Action<JsonObject> change)
    {
        var changed = ShippedDefinition.Read();
        change(changed);
        var (newer, problems) = DefinitionFile.Parse(changed.Text(), "nieuw.json");
        Assert.Empty(problems);
        return DefinitionDifference.Between(DefinitionFile.Load(ShippedDefinition.Doorlichting).Definition!, newer!);
    }
}
