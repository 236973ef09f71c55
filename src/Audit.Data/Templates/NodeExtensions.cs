using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Reading of fields in trees whose shape has been checked, or may be broken: what does not fit is skipped.</summary>
internal static class NodeExtensions
{
    public static IEnumerable<MapNode> Maps(this Node? node, string name) => node.List(name).OfType<MapNode>();

    public static IEnumerable<Node> List(this Node? node, string name) => ((node as MapNode)?.Find(name) as ListNode)?.Items ?? [];

    public static IReadOnlyList<string> Words(this Node? node, string name) => [.. node.List(name).OfType<ScalarNode>().Select(scalar => scalar.Text)];

    public static MapNode? Map(this Node? node, string name) => (node as MapNode)?.Find(name) as MapNode;

    public static double? Number(this MapNode map, string name) =>
        map.Find(name) is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } scalar ? scalar.Value : null;

    public static LocalizedText Localized(this MapNode map, string name) =>
        map.LocalizedOrNull(name) ?? throw new InvalidOperationException($"field {name} is missing");

    public static LocalizedText? LocalizedOrNull(this MapNode map, string name) =>
        map.Map(name) is { } text ? new LocalizedText(text.Text("nl")!, text.Text("en")) : null;

    public static IReadOnlyList<LocalizedText> LocalizedList(this MapNode map, string name) =>
        [.. map.Maps(name).Select(text => new LocalizedText(text.Text("nl")!, text.Text("en")))];

    public static DateOnly? Date(this MapNode map, string name) =>
        map.Text(name) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    public static RiskClass? RiskClass(this MapNode map, string name) => map.Text(name) is { } word ? ClassOf(word) : null;

    public static RiskClass ClassOf(string word) => (RiskClass)Formats.RiskClasses.ToList().IndexOf(word);

    /// <summary>Reports every id that was used before.</summary>
    public static void CheckUnique(this ProblemList problems, IEnumerable<MapNode> maps, Sentence what, HashSet<string>? seen = null)
    {
        seen ??= [];
        foreach (var map in maps)
        {
            if (map.Text("id") is { } id && !seen.Add(id))
            {
                problems.Error(map.Find("id")!.Line, Sentence.Of($"{what} '{id}' bestaat al; elk id mag één keer voorkomen"));
            }
        }
    }

    /// <summary>Reports a period that ends before it begins.</summary>
    public static void CheckPeriod(this ProblemList problems, MapNode map, Func<MapNode, Sentence> nameOf)
    {
        if (map.Text("validFrom") is { } from && map.Text("validUntil") is { } until && string.CompareOrdinal(from, until) > 0)
        {
            problems.Error(map.Find("validUntil")!.Line, Sentence.Of($"{nameOf(map)} eindigt ({until}) voordat hij begint ({from})"));
        }
    }

    /// <summary>Reports every reference to something that does not exist.</summary>
    public static void CheckKnown(this ProblemList problems, Node? reference, IReadOnlySet<string> known, Sentence what)
    {
        if (reference is ScalarNode { Kind: ScalarKind.Text } scalar && !known.Contains(scalar.Text))
        {
            problems.Error(reference.Line, Sentence.Of($"{what} '{scalar.Text}' bestaat niet"));
        }
    }

    /// <summary>Reports an answer that the scale of a question does not have.</summary>
    public static void CheckAnswer(this ProblemList problems, Node? reference, IReadOnlySet<string> known, (Sentence Noun, string Id) question)
    {
        if (reference is ScalarNode { Kind: ScalarKind.Text } scalar && !known.Contains(scalar.Text))
        {
            problems.Error(reference.Line, Sentence.Of($"bij {question.Noun} '{question.Id}': antwoord '{scalar.Text}' bestaat niet"));
        }
    }
}
