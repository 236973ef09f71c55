using System.Text.Json.Nodes;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Shapes;

/// <summary>Writes a JSON Schema (draft 7) from a shape, so that editors can help an author.</summary>
public static class SchemaWriter
{
    /// <summary>The schema of a file format as JSON text.</summary>
    /// <param name="title">Name of the format.</param>
    /// <param name="shape">What the file must look like.</param>
    public static string Write(string title, Shape shape)
    {
        var schema = Of(shape);
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", title);
        if (schema.ToJsonString().Contains("#/definitions/condition", StringComparison.Ordinal))
        {
            schema["definitions"] = new JsonObject { ["condition"] = Condition() };
        }

        return schema.ToJsonString(CanonicalJson.Indented) + "\n";
    }

    private static JsonObject Of(Shape shape) => shape switch
    {
        TextShape text => Of(text),
        WordShape words => new() { ["enum"] = new JsonArray([.. words.Words.Select(word => JsonValue.Create(word))]) },
        NumberShape number => Of(number),
        FlagShape => new() { ["type"] = "boolean" },
        ListShape list => Of(list),
        MapShape map => Of(map),
        TableShape table => new()
        {
            ["type"] = "object",
            ["propertyNames"] = Of(TextShape.Id),
            ["additionalProperties"] = Of(table.Value),
        },
        ShortOrFullShape either => new() { ["anyOf"] = new JsonArray(Of(either.Short), Of(either.Full)) },
        ConditionShape => new() { ["$ref"] = "#/definitions/condition" },
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    private static JsonObject Of(TextShape text)
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = text.Pattern is null ? "\\S" : $"^(?:{text.Pattern})$" };
        if (text.MaxLength is { } length)
        {
            schema["maxLength"] = length;
        }

        return schema;
    }

    private static JsonObject Of(NumberShape number)
    {
        var schema = new JsonObject { ["type"] = number.Whole ? "integer" : "number" };
        if (number.Min is { } min)
        {
            schema[number.OpenMin ? "exclusiveMinimum" : "minimum"] = min;
        }

        if (number.Max is { } max)
        {
            schema[number.OpenMax ? "exclusiveMaximum" : "maximum"] = max;
        }

        return schema;
    }

    private static JsonObject Of(ListShape list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.MinItems > 0)
        {
            schema["minItems"] = list.MinItems;
        }

        if (list.MaxItems is { } most)
        {
            schema["maxItems"] = most;
        }

        return schema;
    }

    private static JsonObject Of(MapShape map) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(map.Fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Of(field.Shape)))),
        ["required"] = new JsonArray([.. map.Fields.Where(field => field.Required).Select(field => JsonValue.Create(field.Name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Condition()
    {
        static JsonObject Reference() => new() { ["$ref"] = "#/definitions/condition" };
        static JsonObject Parts() => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = Reference() };
        static JsonObject Only(params (string Name, JsonObject Schema)[] fields) => new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Schema))),
            ["required"] = new JsonArray([.. fields.Select(field => JsonValue.Create(field.Name))]),
            ["additionalProperties"] = false,
        };
        return new JsonObject
        {
            ["oneOf"] = new JsonArray(
                Only(("all", Parts())),
                Only(("any", Parts())),
                Only(("not", Reference())),
                Only(("question", Of(TextShape.Id)), ("in", Of(new ListShape(TextShape.Id, MinItems: 1))))),
        };
    }
}
