using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Audit.Core.Instruments;

namespace Audit.Data.Languages;

/// <summary>A sentence in storage, from which every reader gets it in the own language: <c>{"nl": "Nog {0} vragen", "met": [3]}</c>.</summary>
public sealed class SentenceJson : JsonConverter<Sentence>
{
    private const string Format = "nl";
    private const string Arguments = "met";
    private const string English = "en";

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new SentenceJson() } };

    /// <summary>The sentence as it is stored in a column for text.</summary>
    public static string Stored(Sentence sentence) => JsonSerializer.Serialize(sentence, Compact);

    /// <summary>The sentence in such a column; a text without form, as they were stored before, is Dutch for every reader.</summary>
    public static Sentence From(string stored) => stored.StartsWith("{\"" + Format, StringComparison.Ordinal) ? JsonSerializer.Deserialize<Sentence>(stored, Compact)! : Sentence.Fixed(stored);

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
        ? Sentence.Of(form[Format]!.GetValue<string>(), [.. form[Arguments]!.AsArray().Select(ArgumentOf)])
        : Sentence.Fixed(node.GetValue<string>());

    private static object? ArgumentOf(JsonNode? node) => node switch
    {
        null => null,
        JsonObject form when form.ContainsKey(Arguments) => SentenceOf(form),
        JsonObject text => new LocalizedText(text[Format]!.GetValue<string>(), text[English]?.GetValue<string>()),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.TryGetValue<int>(out var whole) ? whole : value.GetValue<double>(),
        _ => node.GetValue<string>(),
    };
}
