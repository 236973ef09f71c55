using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Definitions;

/// <summary>Takes fields from a block and says what is wrong with them.</summary>
internal sealed partial class FieldReader(MapNode map, Sentence of, ProblemList problems)
{
    /// <summary>Longest id: a path of a few ids must fit where the database keeps it.</summary>
    private const int LongestId = 50;

    /// <summary>Fields that people read, and that a file may give in English as well.</summary>
    private static readonly string[] Localized = ["name", "description", "displayName"];

    public int Line => map.Line;

    public Node? Find(string name) => map.Find(name);

    /// <summary>A text that must be there.</summary>
    public string? RequiredText(string name)
    {
        switch (map.Find(name))
        {
            case ScalarNode { Kind: ScalarKind.Text, Text.Length: > 0 } text:
                return text.Text;
            case null:
                problems.Error(map.Line, Sentence.Of($"{of}: het veld '{name}' ontbreekt"));
                return null;
            case var other:
                problems.Error(other.Line, Sentence.Of($"{of}: '{name}' moet een tekst zijn, geen {Kind(other)}"));
                return null;
        }
    }

    /// <summary>A text that may be left out; null when it is missing or empty.</summary>
    public string? OptionalText(string name)
    {
        switch (map.Find(name))
        {
            case ScalarNode { Kind: ScalarKind.Text } text:
                return string.IsNullOrWhiteSpace(text.Text) ? null : text.Text.Trim();
            case null or ScalarNode { Kind: ScalarKind.Empty }:
                return null;
            case var other:
                problems.Error(other.Line, Sentence.Of($"{of}: '{name}' moet een tekst zijn, geen {Kind(other)}"));
                return null;
        }
    }

    /// <summary>A text that may be left out, with its English when the file has that.</summary>
    public LocalizedText? OptionalLocalized(string name) => OptionalText(name) is { } dutch ? new(dutch, English(name)) : null;

    /// <summary>The English of a text: Elsa leaves "customProperties" to whoever writes a file, and ours holds "en" with the same name. Null without.</summary>
    public string? English(string name) => EnglishFields?.OptionalText(name);

    /// <summary>A short name that may stand in a path.</summary>
    public string? RequiredId(string name)
    {
        var id = RequiredText(name);
        if (id is null || (id.Length <= LongestId && IdPattern().IsMatch(id)))
        {
            return id;
        }

        problems.Error(map.Find(name)!.Line, Sentence.Of($"{of}: '{name}' is '{id}'; toegestaan zijn letters, cijfers, '-', '_' en '.', hoogstens {LongestId} tekens"));
        return null;
    }

    public int? RequiredPositive(string name)
    {
        if (map.Find(name) is ScalarNode { Kind: ScalarKind.Integer } number
            && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0)
        {
            return value;
        }

        problems.Error(map.Find(name)?.Line ?? map.Line, Sentence.Of($"{of}: '{name}' moet een geheel getal van 1 of hoger zijn"));
        return null;
    }

    /// <summary>The items of a list; empty when it is missing.</summary>
    public IReadOnlyList<Node> Items(string name)
    {
        switch (map.Find(name))
        {
            case ListNode list:
                return list.Items;
            case null or ScalarNode { Kind: ScalarKind.Empty }:
                return [];
            case var other:
                problems.Error(other.Line, Sentence.Of($"{of}: '{name}' moet een lijst zijn, geen {Kind(other)}"));
                return [];
        }
    }

    /// <summary>A block that must be there.</summary>
    public MapNode? RequiredMap(string name)
    {
        if (map.Find(name) is MapNode found)
        {
            return found;
        }

        problems.Error(map.Find(name)?.Line ?? map.Line, Sentence.Of($"{of}: '{name}' ontbreekt of is geen blok met velden"));
        return null;
    }

    /// <summary>Names every field that is neither used nor written by Elsa itself: a typing error must not be skipped silently.</summary>
    public void RefuseUnknown(IEnumerable<string> used, IReadOnlySet<string> ignored)
    {
        var known = used.ToHashSet();
        EnglishFields?.RefuseUnknown(known.Intersect(Localized), ImmutableHashSet<string>.Empty);
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Name) && !ignored.Contains(entry.Name)))
        {
            problems.Error(entry.Line, Sentence.Of($"{of}: onbekend veld '{entry.Name}'; mogelijk zijn {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
        }
    }

    private FieldReader? EnglishFields => (map.Find("customProperties") as MapNode)?.Find("en") is MapNode english ? new(english, Sentence.Of($"{of}, Engels"), problems) : null;

    /// <summary>What a value is, for after "geen".</summary>
    private static Sentence Kind(Node node) => node switch
    {
        MapNode => Sentence.Of($"blok met velden"),
        ListNode => Sentence.Of($"lijst"),
        ScalarNode { Kind: ScalarKind.Text } => Sentence.Of($"tekst"),
        ScalarNode { Kind: ScalarKind.Integer } => Sentence.Of($"geheel getal"),
        ScalarNode { Kind: ScalarKind.Number } => Sentence.Of($"getal"),
        _ => node.KindInWords,
    };

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$")]
    private static partial Regex IdPattern();
}
