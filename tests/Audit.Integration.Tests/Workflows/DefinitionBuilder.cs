using System.Text.Json;
using System.Text.Json.Nodes;

namespace Audit.Integration.Tests.Workflows;

/// <summary>Writes small definitions: a flowchart whose activities follow one another unless connected otherwise.</summary>
public sealed class DefinitionBuilder(string id = "main")
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray variables = [];
    private string? previous;

    public DefinitionBuilder Human(string stepId, string type = "Audit.WorkSession", string role = "coach", int? reviewers = null)
    {
        var step = Block(stepId, type);
        step["stepKey"] = Literal("String", stepId);
        step["role"] = Literal("String", role);
        step["dueDays"] = Literal("Int32", 14);
        step["escalateTo"] = Literal("String", "coordinator");
        if (reviewers is { } number)
        {
            step["reviewers"] = Literal("Int32", number);
        }

        return Add(step);
    }

    public DefinitionBuilder Automatic(string stepId, string type = "Audit.ScoreTasks")
    {
        var step = Block(stepId, type);
        step["stepKey"] = Literal("String", stepId);
        step["role"] = Literal("String", "coordinator");
        return Add(step);
    }

    public DefinitionBuilder Delay(string stepId, string timeSpan)
    {
        var step = Block(stepId, "Elsa.Delay");
        step["timeSpan"] = Literal("TimeSpan", timeSpan);
        return Add(step);
    }

    public DefinitionBuilder Timer(string stepId, string interval)
    {
        var step = Block(stepId, "Elsa.Timer");
        step["interval"] = Literal("TimeSpan", interval);
        return Add(step);
    }

    public DefinitionBuilder Each(string stepId, DefinitionBuilder body)
    {
        var step = Block(stepId, "Elsa.ParallelForEach");
        step["body"] = body.Flowchart();
        return Add(step);
    }

    /// <summary>A choice on a fact; connect its ports afterwards.</summary>
    public DefinitionBuilder Decision(string stepId, string fact)
    {
        var step = Block(stepId, "Elsa.FlowDecision");
        step["condition"] = new JsonObject
        {
            ["typeName"] = "Boolean",
            ["expression"] = new JsonObject { ["type"] = "Variable", ["value"] = new JsonObject { ["id"] = fact, ["name"] = fact } },
        };
        return Add(step).Unlinked();
    }

    public DefinitionBuilder Variable(string name)
    {
        variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = "Boolean", ["value"] = "false" });
        return this;
    }

    public DefinitionBuilder Connect(string source, string port, string target)
    {
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });
        return this;
    }

    /// <summary>The next activity does not follow the last one.</summary>
    public DefinitionBuilder Unlinked()
    {
        previous = null;
        return this;
    }

    public string Build(string definitionId = "proef", int version = 1) => new JsonObject
    {
        ["definitionId"] = definitionId,
        ["name"] = "Proef",
        ["version"] = version,
        ["variables"] = variables,
        ["root"] = Flowchart(),
    }.ToJsonString(JsonSerializerOptions.Web);

    private static JsonObject Block(string id, string type) => new() { ["id"] = id, ["type"] = type };

    private static JsonObject Literal(string type, JsonNode value) => new()
    {
        ["typeName"] = type,
        ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value },
    };

    private DefinitionBuilder Add(JsonObject step)
    {
        var stepId = (string)step["id"]!;
        activities.Add(step);
        if (previous is not null)
        {
            var port = activities.Single(activity => (string?)activity!["id"] == previous)!["type"]!.GetValue<string>() is "Audit.ReviewStep" or "Audit.Approval" ? "Approved" : "Done";
            Connect(previous, port, stepId);
        }

        previous = stepId;
        return this;
    }

    private JsonObject Flowchart() => new()
    {
        ["id"] = id,
        ["type"] = "Elsa.Flowchart",
        ["start"] = activities[0]!["id"]!.GetValue<string>(),
        ["activities"] = activities,
        ["connections"] = connections,
    };
}
