using System.Text.Json.Nodes;

namespace Audit.Integration.Tests.Workflows;

/// <summary>Ways to break any definition, made from the definition itself: each activity and each connection in turn.</summary>
public static class AnyDefinitionMutations
{
    /// <summary>Rules about the order of the audit that hertoets shares with doorlichting.</summary>
    private static readonly string[] OrderOfTheAudit =
    [
        "no review at all", "review passed by", "mended and not reviewed again", "answers after the review", "review without a score",
        "review of a stale score", "plan before the review", "tracking without a plan", "reviewer is the assessor", "adopted by the assessor",
    ];

    /// <summary>The mutations of a shipped definition, by name.</summary>
    public static IReadOnlyDictionary<string, Mutation> Of(string definitionId)
    {
        var definition = ShippedDefinition.Read(definitionId);
        var mutations = new Dictionary<string, Mutation>();
        foreach (var activity in definition.Activities())
        {
            Add(mutations, activity);
        }

        var connection = definition["root"]!["connections"]!.AsArray()[0]!;
        AddConnection(mutations, (string)connection["source"]!["activity"]!, (string)connection["source"]!["port"]!, (string)connection["target"]!["activity"]!);
        foreach (var name in definitionId == "hertoets" ? OrderOfTheAudit : [])
        {
            mutations[name] = DefinitionMutations.Rules[name];
        }

        return mutations;
    }

    private static void Add(Dictionary<string, Mutation> mutations, JsonObject activity)
    {
        var id = (string)activity["id"]!;
        mutations[$"{id}: unknown type"] = new(id, "is niet toegestaan", d => d.Activity(id)["type"] = "Elsa.RunJavaScript");
        mutations[$"{id}: id with a slash"] = new($"{id}/x", "toegestaan", d => d.Activity(id)["id"] = $"{id}/x");
        if (activity["start"] is not null)
        {
            mutations[$"{id}: unknown start"] = new(id, "begin", d => d.Activity(id)["start"] = "nergens");
            mutations[$"{id}: an activity that nothing leads to"] = new($"{id}-los", "geen enkel pad komt hier", d => AddLoose(d, id));
        }

        if (activity["dueDays"] is not null)
        {
            AddStep(mutations, id, (string)activity["role"]!["expression"]!["value"]!);
        }
    }

    private static void AddStep(Dictionary<string, Mutation> mutations, string id, string role)
    {
        mutations[$"{id}: no role"] = new(id, "role", d => d.Activity(id).Remove("role"));
        mutations[$"{id}: unknown role"] = new(id, "chef", d => d.SetInput(id, "role", "chef"));
        mutations[$"{id}: no deadline"] = new(id, "termijn", d => d.Activity(id).Remove("dueDays"));
        mutations[$"{id}: deadline of zero"] = new(id, "dueDays", d => d.SetInput(id, "dueDays", 0));
        mutations[$"{id}: no escalation"] = new(id, "escalateTo", d => d.Activity(id).Remove("escalateTo"));
        mutations[$"{id}: escalation to the same role"] = new(id, "dezelfde rol", d => d.SetInput(id, "escalateTo", role));
        mutations[$"{id}: script"] = new(id, "CSharp", d => d.Activity(id)["stepKey"]!["expression"]!["type"] = "CSharp");
    }

    private static void AddConnection(Dictionary<string, Mutation> mutations, string source, string port, string target)
    {
        mutations["connection into nothing"] = new(source, "bestaat hier niet", d => d.Redirect(source, port, "nergens"));
        mutations["connection from an unknown port"] = new(source, "geen poort Anders", d => d.Connection(source, port)["source"]!["port"] = "Anders");
        mutations["connection to an unknown port"] = new(target, "inkomende poort", d => d.Connection(source, port)["target"]!["port"] = "Input1");
        mutations["port that splits"] = new(source, "meer dan één verbinding", d => d.ConnectionsAround(source).Add(d.Connection(source, port).DeepClone()));
    }

    private static void AddLoose(JsonObject definition, string flowchart) => definition.Activity(flowchart)["activities"]!.AsArray().Add(new JsonObject
    {
        ["id"] = $"{flowchart}-los",
        ["type"] = "Audit.ScoreTasks",
    });
}
