using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Audit.Core.Instruments;
using Audit.Data.Database;

namespace Audit.Data.Languages;

/// <summary>A sentence in storage, from which every reader gets it in the own language: <c>{"nl": "Nog {0} vragen", "met": [3]}</c>.</summary>
public sealed class SentenceJson : JsonConverter<Sentence>
{
    private const string Format = "nl";
    private const string Arguments = "met";
    private const string English = "en";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new SentenceJson() } };

    /// <summary>The sentence as it is stored in a column for text. What somebody typed stays as it is; what does not fit is stored as Dutch text that was cut off.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="most">How many characters the column holds.</param>
    public static string Stored(Sentence sentence, int most = Schema.TextLength)
    {
        var text = sentence.ToString();
        var form = sentence.Equals(Sentence.Fixed(text)) ? text : JsonSerializer.Serialize(sentence, Compact);
        return form.Length <= most ? form : text.Length <= most ? text : $"{text[..(most - 1)]}…";
    }

    /// <summary>The sentence in such a column; a text without form, as people type them and as they were stored before, is the same for every reader.</summary>
    public static Sentence From(string stored)
    {
        if (!stored.StartsWith("{\"" + Format, StringComparison.Ordinal))
        {
            return Sentence.Fixed(stored);
        }

        try
        {
            var sentence = JsonSerializer.Deserialize<Sentence>(stored, Compact)!;
            _ = sentence.ToString();
            return sentence;
        }
        catch (Exception typed) when (typed is JsonException or FormatException or InvalidOperationException)
        {
            // Somebody typed what looks like the form.
            return Sentence.Fixed(stored);
        }
    }

    public override Sentence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => SentenceOf(JsonNode.Parse(ref reader)!);

    public override void Write(Utf8JsonWriter writer, Sentence value, JsonSerializerOptions options) => NodeOf(value).WriteTo(writer, options);

    private static JsonObject NodeOf(Sentence sentence) => new() { [Format] = sentence.Format, [Arguments] = new JsonArray([.. sentence.Arguments.Select(ArgumentNode)]) };

    private static JsonNode? ArgumentNode(object? argument) => argument switch
    {
        null => null,
        Sentence sentence => NodeOf(sentence),
        LocalizedText text => new JsonObject { [Format] = text.Nl, [English] = text.En },
        int number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        string text => JsonValue.Create(text),
        _ => throw new NotSupportedException($"a sentence with a {argument.GetType().Name} is not stored"),
    };

    private static Sentence SentenceOf(JsonNode node) => node is JsonObject form
        ? Sentence.Of(PartOf(form, Format).GetValue<string>(), [.. PartOf(form, Arguments).AsArray().Select(ArgumentOf)])
        : Sentence.Fixed(node.GetValue<string>());

    private static JsonNode PartOf(JsonObject form, string name) => form[name] ?? throw new JsonException($"a sentence without '{name}'");

    private static object? ArgumentOf(JsonNode? node) => node switch
    {
        null => null,
        JsonObject form when form.ContainsKey(Arguments) => SentenceOf(form),
        JsonObject text => new LocalizedText(PartOf(text, Format).GetValue<string>(), text[English]?.GetValue<string>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.TryGetValue<int>(out var whole) ? whole : value.GetValue<double>(),
        _ => node.GetValue<string>(),
    };
}
