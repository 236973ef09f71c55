using System.Text.Json.Nodes;

namespace Audit.Integration.Tests.Templates;

/// <summary>Variants of a JSON document with one place changed, the same every time.</summary>
internal static class Mutations
{
    public static IEnumerable<JsonObject> Of(JsonObject original, int count)
    {
        var random = new Random(20261122);
        for (var i = 0; i < count; i++)
        {
            var copy = (JsonObject)original.DeepClone();
            var places = PlacesIn(copy).ToList();
            Change(places[random.Next(places.Count)], random.Next(6));
            yield return copy;
        }
    }

    private static IEnumerable<JsonNode> PlacesIn(JsonNode node)
    {
        var children = node switch
        {
            JsonObject map => map.Select(pair => pair.Value).OfType<JsonNode>(),
            JsonArray list => list.OfType<JsonNode>(),
            _ => [],
        };
        return children.SelectMany(child => PlacesIn(child).Prepend(child));
    }

    private static void Change(JsonNode place, int kind)
    {
        if (place.Parent is JsonObject map && kind == 0)
        {
            map.Remove(place.GetPropertyName());
        }
        else if (place is JsonObject inner && kind is 1 or 2)
        {
            inner["onbekendVeld"] = 1;
        }
        else
        {
            place.ReplaceWith(kind switch
            {
                1 => (JsonNode)JsonValue.Create(-1)!,
                2 => JsonValue.Create(true),
                3 => JsonValue.Create(" "),
                4 => new JsonArray(),
                _ => JsonValue.Create(7.5),
            });
        }
    }
}
