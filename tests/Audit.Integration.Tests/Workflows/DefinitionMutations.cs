using System.Text.Json.Nodes;

namespace Audit.Integration.Tests.Workflows;

/// <summary>A way to break the shipped definition, with what the refusal must name.</summary>
/// <param name="Activity">The activity that breaks it.</param>
/// <param name="Says">Part of the message.</param>
/// <param name="Apply">The change.</param>
public sealed record Mutation(string Activity, string Says, Action<JsonObject> Apply);

/// <summary>Ways to break the shipped definition, by name.</summary>
public static class DefinitionMutations
{
    public static IReadOnlyDictionary<string, Mutation> Shape { get; } = new Dictionary<string, Mutation>
    {
        ["unknown type"] = new("culture", "is niet toegestaan", d => d.Activity("culture")["type"] = "Elsa.WriteLine"),
        ["http request"] = new("adopted", "Elsa.SendHttpRequest", d => d.Activity("adopted")["type"] = "Elsa.SendHttpRequest"),
        ["javascript"] = new("review", "JavaScript", d => d.Activity("review")["role"]!["expression"]!["type"] = "JavaScript"),
        ["c# in a list"] = new("research", "CSharp", d => d.Activity("research")["items"]!["expression"]!["type"] = "CSharp"),
        ["liquid in a nested step"] = new("policy", "Liquid", d => d.Activity("policy")["stepKey"]!["expression"]!["type"] = "Liquid"),
        ["variable role"] = new("review", "Literal", d => d.Activity("review")["role"]!["expression"]!["type"] = "Variable"),
        ["unknown role"] = new("session-1", "chef", d => d.SetInput("session-1", "role", "chef")),
        ["unknown escalation"] = new("session-1", "escalateTo", d => d.SetInput("session-1", "escalateTo", "directeur")),
        ["deadline in words"] = new("session-1", "dueDays", d => d.SetInput("session-1", "dueDays", "twee weken")),
        ["deadline of zero"] = new("session-1", "dueDays", d => d.SetInput("session-1", "dueDays", 0)),
        ["wrong type name"] = new("session-1", "typeName", d => d.Activity("session-1")["dueDays"]!["typeName"] = "String"),
        ["input without expression"] = new("session-1", "expression", d => d.Activity("session-1")["role"] = "coach"),
        ["three reviewers"] = new("review", "reviewers", d => d.Activity("review")["reviewers"] = Literal("Int32", 3)),
        ["delay without a time"] = new("year", "timeSpan", d => d.SetInput("year", "timeSpan", "een jaar")),
        ["no role"] = new("tracking", "role", d => d.Activity("tracking").Remove("role")),
        ["no step key"] = new("mend", "stepKey", d => d.Activity("mend").Remove("stepKey")),
        ["typing error in a field"] = new("session-2", "dueDay", d => d.Activity("session-2")["dueDay"] = Literal("Int32", 3)),
        ["same id twice"] = new("session-1", "al gebruikt", d => d.Activity("session-2")["id"] = "session-1"),
        ["id with a slash"] = new("a/b", "toegestaan", d => d.Activity("process")["id"] = "a/b"),
    };

    public static IReadOnlyDictionary<string, Mutation> Rules { get; } = new Dictionary<string, Mutation>
    {
        ["no deadline"] = new("session-3", "termijn", d => d.Activity("session-3").Remove("dueDays")),
        ["no escalation"] = new("regulation", "escalateTo", d => d.Activity("regulation").Remove("escalateTo")),
        ["escalation to the same role"] = new("adoption", "dezelfde rol", d => d.SetInput("adoption", "escalateTo", "sponsor")),
        ["unknown port"] = new("citizens", "geen poort Skipped", d => d.Connection("citizens", "Done")["source"]!["port"] = "Skipped"),
        ["unknown inbound port"] = new("tasks", "inkomende poort", d => d.Connection("start", "Done")["target"]!["port"] = "Input1"),
        ["connection into nothing"] = new("start", "bestaat hier niet", d => d.Redirect("start", "Done", "nergens")),
        ["connection from nothing"] = new("nergens", "bestaat hier niet", d => d.Connection("start", "Done")["source"]!["activity"] = "nergens"),
        ["connection into a body"] = new("score", "bestaat hier niet", d => d.Redirect("score", "Done", "review")),
        ["fork"] = new("score", "meer dan één verbinding", d => d.ConnectionsAround("score").Add(d.Connection("score", "Done").DeepClone())),
        ["unknown start"] = new("main", "begin", d => d.Activity("main")["start"] = "nergens"),
        ["empty sequence"] = new("components", "bevat geen activiteiten", d => d.Activity("components")["activities"] = new JsonArray()),
        ["parallel in parallel"] = new("components", "kan niet", NestParallel),
        ["choice in a sequence"] = new("severity", "een keuze hoort", d => Become(d, "severity", "Audit.Approval", "sponsor")),
        ["send back into nothing"] = new("adoption", "SendBack leidt nergens heen", d => d.Disconnect("adoption", "SendBack")),
        ["escalation into nothing"] = new("tracking", "Escalated leidt nergens heen", d => d.Disconnect("tracking", "Escalated")),
        ["unreachable activity"] = new("escalation", "geen enkel pad komt hier", d => d.Redirect("tracking", "Escalated", "session-4")),
        ["unreachable block"] = new("research", "geen enkel pad komt hier", d => d.Redirect("research-plan", "Done", "culture")),
        ["path without an end"] = new("escalation", "komt geen enkel pad bij een einde", d => d.Redirect("escalation", "Done", "escalation")),
        ["loop without a person"] = new("year", "zonder beslissing van een mens", d => AddConnection(d, "repeat", "year")),
        ["loop without a decision"] = new("session-1", "zonder beslissing van een mens", d => d.Redirect("session-2", "Done", "session-1")),
        ["reviewer is the assessor"] = new("review", "vult zelf in", d => d.SetInput("review", "role", "assessor")),
        ["review escalates to the assessor"] = new("review", "vult zelf in", d => d.SetInput("review", "escalateTo", "assessor")),
        ["reviewer fills in elsewhere"] = new("review", "vult zelf in", d => d.SetInput("severity", "role", "auditor")),
        ["adopted by the assessor"] = new("adoption", "vult zelf in", d => d.SetInput("adoption", "role", "assessor")),
        ["no review at all"] = new("adoption", "zonder beoordeling", d => d.Bypass("review-tasks")),
        ["review passed by"] = new("adoption", "session-3 → session-4", d => d.Redirect("session-3", "Done", "session-4")),
        ["mended and not reviewed again"] = new("adoption", "mend → score-again", d => d.Disconnect("score-again", "Done")),
        ["answers after the review"] = new("adoption", "session-4", d => Become(d, "session-4", "Audit.QuestionnaireStep", "assessor")),
        ["review without a score"] = new("review", "gescoord", d => d.Bypass("score")),
        ["review of a stale score"] = new("review", "mend", d => d.Redirect("mend", "Done", "review")),
        ["plan before the review"] = new("plan", "beoordeeld", d => d.Redirect("session-3", "Done", "plan")),
        ["tracking without a plan"] = new("tracking", "zonder actieplan", d => d.Redirect("session-4", "Done", "adoption")),
    };

    private static JsonObject Literal(string type, JsonNode value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    private static void Become(JsonObject definition, string id, string type, string role)
    {
        definition.Activity(id)["type"] = type;
        definition.SetInput(id, "role", role);
        definition.SetInput(id, "escalateTo", "coordinator");
    }

    private static void AddConnection(JsonObject definition, string source, string target)
    {
        var connection = definition.Connection("start", "Done").DeepClone();
        connection["source"]!["activity"] = source;
        connection["target"]!["activity"] = target;
        definition.ConnectionsAround(source).Add(connection);
    }

    private static void NestParallel(JsonObject definition)
    {
        var sequence = definition.Activity("components");
        var children = sequence["activities"]!.DeepClone();
        sequence.Remove("activities");
        sequence.Remove("variables");
        sequence["type"] = "Elsa.ParallelForEach";
        sequence["body"] = new JsonObject { ["id"] = "inner", ["type"] = "Elsa.Sequence", ["activities"] = children };
    }
}
