using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Audit.Data.Templates.Documents;

/// <summary>One spelling of a document, so that its hash depends on its content only.</summary>
/// <remarks>Source: RFC 8785 (JSON Canonicalization Scheme).</remarks>
public static class CanonicalJson
{
    /// <summary>JSON in which letters with accents stay readable.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same over several lines, for people.</summary>
    public static JsonSerializerOptions Indented { get; } = new(Readable) { WriteIndented = true };

    /// <summary>The canonical JSON of a file's tree.</summary>
    public static string Of(Node node) => Of(ToJson(node));

    /// <summary>The canonical JSON of a JSON value.</summary>
    public static string Of(JsonNode? json)
    {
        var text = new StringBuilder();
        Write(json, text);
        return text.ToString();
    }

    /// <summary>SHA-256 of a text in UTF-8, lower-case hexadecimal.</summary>
    public static string Hash(string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));

    /// <summary>The tree as JSON values.</summary>
    public static JsonNode? ToJson(Node node) => node switch
    {
        MapNode map => new JsonObject(map.Entries.Select(entry => KeyValuePair.Create(entry.Name, ToJson(entry.Value)))),
        ListNode list => new JsonArray([.. list.Items.Select(ToJson)]),
        ScalarNode { Kind: ScalarKind.Text } scalar => JsonValue.Create(scalar.Text),
        ScalarNode { Kind: ScalarKind.Boolean } scalar => JsonValue.Create(scalar.Text == "true"),
        ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } scalar => JsonValue.Create(scalar.Value),
        _ => null,
    };

    private static void Write(JsonNode? json, StringBuilder text)
    {
        switch (json)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject map:
                WriteMap(map, text);
                break;
            case JsonArray list:
                WriteList(list, text);
                break;
            default:
                WriteValue(json, text);
                break;
        }
    }

    private static void WriteMap(JsonObject map, StringBuilder text)
    {
        text.Append('{');
        var separator = string.Empty;
        foreach (var (name, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            WriteText(name, text);
            text.Append(':');
            Write(value, text);
            separator = ",";
        }

        text.Append('}');
    }

    private static void WriteList(JsonArray list, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i == 0 ? string.Empty : ",");
            Write(list[i], text);
        }

        text.Append(']');
    }

    private static void WriteValue(JsonNode json, StringBuilder text)
    {
        switch (json.GetValueKind())
        {
            case JsonValueKind.String:
                WriteText(json.GetValue<string>(), text);
                break;
            case JsonValueKind.Number:
                text.Append(Number(double.Parse(json.ToJsonString(), CultureInfo.InvariantCulture)));
                break;
            default:
                text.Append(json.ToJsonString());
                break;
        }
    }

    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }

    /// <summary>A number as ECMAScript writes it (RFC 8785 §3.2.2.3).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    private static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value));
        }

        if (value == 0)
        {
            return "0";
        }

        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var whole = parts[0].Split('.')[0];
        var all = parts[0].Replace(".", string.Empty, StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        var power = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = whole.Length - (all.Length - digits.Length) + power;
        return (value < 0 ? "-" : string.Empty) + Layout(digits.TrimEnd('0'), point);
    }

    /// <summary>Places the point after so many digits, or writes a power of ten where ECMAScript does.</summary>
    private static string Layout(string digits, int point)
    {
        if (digits.Length <= point && point <= 21)
        {
            return digits + new string('0', point - digits.Length);
        }

        if (point is > 0 and <= 21)
        {
            return $"{digits[..point]}.{digits[point..]}";
        }

        if (point is > -6 and <= 0)
        {
            return $"0.{new string('0', -point)}{digits}";
        }

        var power = point - 1;
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        return $"{mantissa}e{(power < 0 ? "-" : "+")}{Math.Abs(power)}";
    }
}
