using System.Text.Json.Nodes;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Cases;

/// <summary>The definition that comes with the program, under another version and with a change.</summary>
public sealed class ChangedDefinition
{
    private readonly JsonObject file = JsonNode.Parse(File.ReadAllText(AuditSite.Content.DefaultWorkflow))!.AsObject();

    /// <summary>The version that comes with the program.</summary>
    public static int Shipped { get; } = (int)JsonNode.Parse(File.ReadAllText(AuditSite.Content.DefaultWorkflow))!["version"]!;

    public ChangedDefinition(int version)
    {
        file["version"] = version;
    }

    public string Json => file.ToJsonString(new() { WriteIndented = true });

    /// <summary>Gives an activity an input, or another value for it.</summary>
    public ChangedDefinition With(string activity, string input, int value)
    {
        Find(file["root"]!.AsObject(), activity)![input] = Literal("Int32", value);
        return this;
    }

    /// <inheritdoc cref="With(string, string, int)"/>
    public ChangedDefinition With(string activity, string input, string value)
    {
        Find(file["root"]!.AsObject(), activity)![input] = Literal("String", value);
        return this;
    }

    private static JsonObject Literal(string type, JsonNode value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = value } };

    private static JsonObject? Find(JsonObject activity, string id)
    {
        var held = activity["activities"]?.AsArray().Select(child => child!.AsObject()) ?? [];
        var body = activity["body"] is JsonObject inner ? [inner] : Enumerable.Empty<JsonObject>();
        return (string?)activity["id"] == id ? activity : held.Concat(body).Select(child => Find(child, id)).FirstOrDefault(found => found is not null);
    }
}
