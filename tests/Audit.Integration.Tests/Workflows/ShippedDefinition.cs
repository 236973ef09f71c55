using System.Text.Json;
using System.Text.Json.Nodes;

namespace Audit.Integration.Tests.Workflows;

/// <summary>The definitions in the repository, and ways to change them.</summary>
public static class ShippedDefinition
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Folder { get; } = Path.Combine(Root(), "workflows");

    public static string Doorlichting { get; } = Path.Combine(Folder, "doorlichting.json");

    /// <summary>Names of all definitions that are shipped.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static JsonObject Read(string definitionId = "doorlichting") =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{definitionId}.json")))!.AsObject();

    /// <summary>Every activity, outermost first.</summary>
    public static IEnumerable<JsonObject> Activities(this JsonObject definition) => ActivitiesIn(definition["root"]!.AsObject());

    public static string Text(this JsonObject definition) => definition.ToJsonString(Indented);

    /// <summary>The activity with this id, wherever it is.</summary>
    public static JsonObject Activity(this JsonObject definition, string id) =>
        definition.Activities().Single(activity => (string?)activity["id"] == id);

    /// <summary>The flowchart whose connections leave from this activity.</summary>
    public static JsonArray ConnectionsAround(this JsonObject definition, string id) =>
        definition.Activities()
            .Where(activity => activity["activities"]?.AsArray().Any(child => (string?)child!["id"] == id) == true)
            .Select(activity => activity["connections"]!.AsArray())
            .Single();

    /// <summary>The connection from a port.</summary>
    public static JsonObject Connection(this JsonObject definition, string source, string port) =>
        definition.ConnectionsAround(source)
            .Select(connection => connection!.AsObject())
            .Single(connection => (string?)connection["source"]!["activity"] == source && (string?)connection["source"]!["port"] == port);

    public static void Redirect(this JsonObject definition, string source, string port, string target) =>
        definition.Connection(source, port)["target"]!["activity"] = target;

    public static void Disconnect(this JsonObject definition, string source, string port) =>
        definition.ConnectionsAround(source).Remove(definition.Connection(source, port));

    /// <summary>Takes an activity out and leads what came to it past it, to where Done led.</summary>
    public static void Bypass(this JsonObject definition, string id)
    {
        var connections = definition.ConnectionsAround(id);
        var next = (string)definition.Connection(id, "Done")["target"]!["activity"]!;
        foreach (var inbound in connections.Where(connection => (string?)connection!["target"]!["activity"] == id))
        {
            inbound!["target"]!["activity"] = next;
        }

        foreach (var outbound in connections.Where(connection => (string?)connection!["source"]!["activity"] == id).ToList())
        {
            connections.Remove(outbound);
        }

        definition.Activity(id).Parent!.AsArray().Remove(definition.Activity(id));
    }

    public static void SetInput(this JsonObject definition, string id, string input, JsonNode value) =>
        definition.Activity(id)[input]!["expression"]!["value"] = value;

    private static IEnumerable<JsonObject> ActivitiesIn(JsonObject activity)
    {
        var held = activity["activities"]?.AsArray().Select(child => child!.AsObject()) ?? [];
        var body = activity["body"] is JsonObject inner ? [inner] : Enumerable.Empty<JsonObject>();
        return held.Concat(body).SelectMany(ActivitiesIn).Prepend(activity);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Audit.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
