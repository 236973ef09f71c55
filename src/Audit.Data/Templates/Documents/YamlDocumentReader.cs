using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Audit.Data.Templates.Documents;

/// <summary>Builds the tree from YAML events, one at a time, so that a hostile file is refused before it is read to the end.</summary>
internal sealed class YamlDocumentReader
{
    private static readonly System.Buffers.SearchValues<char> HiddenBreaks = System.Buffers.SearchValues.Create("\u0085\u2028\u2029");

    private static readonly (string Says, Sentence Means)[] Reasons =
    [
        ("expected key", Sentence.Of($"hier werd de naam van een veld verwacht; kijk naar het inspringen en de aanhalingstekens")),
        ("'-' indicator", Sentence.Of($"hier werd het streepje van een lijst verwacht; kijk naar het inspringen")),
        ("',' or ']'", Sentence.Of($"een lijst tussen [ en ] is niet gesloten")),
        ("',' or '}'", Sentence.Of($"een blok tussen {{ en }} is niet gesloten")),
        ("mapping values are not allowed", Sentence.Of($"een dubbele punt kan hier niet; zet de tekst tussen aanhalingstekens")),
        ("end of stream", Sentence.Of($"een tekst tussen aanhalingstekens is niet gesloten")),
        ("escape", Sentence.Of($"na \\ staat een letter die daar niets betekent")),
        ("tab", Sentence.Of($"een tab kan hier niet; gebruik spaties")),
        ("anchor", Sentence.Of($"een verwijzing met & of * klopt niet; zet een tekst die zo begint tussen aanhalingstekens")),
    ];

    private readonly Parser parser;
    private readonly ProblemList problems;
    private readonly DocumentLimits limits;
    private readonly Dictionary<string, (Node Node, long Values)> anchors = [];
    private long values;

    private YamlDocumentReader(string text, ProblemList problems, DocumentLimits limits)
    {
        parser = new Parser(new StringReader(text));
        this.problems = problems;
        this.limits = limits;
    }

    public static Node? Read(string text, ProblemList problems, DocumentLimits limits)
    {
        if (text.AsSpan().IndexOfAny(HiddenBreaks) is var hidden and >= 0)
        {
            // The library would count them as ends of lines, which no editor does.
            problems.Error(text.AsSpan(0, hidden).Count('\n') + 1, Sentence.Of($"hier staat een onzichtbaar regeleinde (U+{(int)text[hidden]:X4}); vervang het door een gewoon"));
            return null;
        }

        var reader = new YamlDocumentReader(text, problems, limits);
        try
        {
            return reader.ReadDocument();
        }
        catch (RefusedException refused)
        {
            problems.Error(refused.Line, refused.Why);
        }
        catch (YamlException failure)
        {
            problems.Error(Math.Min(Math.Max(reader.LastLine, (int)failure.Start.Line), LinesOf(text)), Sentence.Of($"dit is geen geldige YAML: {ReasonOf(failure.Message)}"));
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or NullReferenceException)
        {
            // The scanner of the library trips over some unfinished lists; to a user that is a typing error like any other.
            problems.Error(reader.LastLine, Sentence.Of($"dit is geen geldige YAML: na deze regel ontbreekt een sluitteken of staat er een teken te veel"));
        }

        return null;
    }

    /// <summary>Lines of a text: the library names one that is not there when it meets the end too early.</summary>
    private static int LinesOf(string text) => 1 + text.Count(letter => letter == '\n') + text.Where((letter, at) => letter == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')).Count();

    /// <summary>Line of the last part that was understood.</summary>
    private int LastLine => Math.Max(1, (int)(parser.Current?.Start.Line ?? 1));

    /// <summary>What the library found, in words for an author.</summary>
    private static Sentence ReasonOf(string message) =>
        Array.Find(Reasons, reason => message.Contains(reason.Says, StringComparison.OrdinalIgnoreCase)).Means ?? Sentence.Of($"er staat een teken te veel, of er ontbreekt er een");

    private Node? ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            throw new RefusedException(1, Sentence.Of($"het bestand is leeg"));
        }

        parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
        {
            throw new RefusedException((int)second.Start.Line, Sentence.Of($"een bestand bevat één document; hier begint een tweede"));
        }

        return root;
    }

    private Node ReadNode(int depth)
    {
        var line = (int)(parser.Current?.Start.Line ?? 1);
        if (depth > limits.Depth)
        {
            throw new RefusedException(line, Sentence.Of($"te diep genest (meer dan {limits.Depth} niveaus)"));
        }

        var before = values;
        Count(1, line);
        var name = (parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        Node node = parser.Current switch
        {
            AnchorAlias => ReadAlias(line),
            Scalar => ReadScalar(line),
            SequenceStart => ReadList(line, depth),
            MappingStart => ReadMap(line, depth),
            _ => throw new RefusedException(line, Sentence.Of($"hier wordt een waarde verwacht")),
        };
        if (!name.IsEmpty && node is not null)
        {
            anchors[name.Value] = (node, values - before);
        }

        return node!;
    }

    private Node ReadAlias(int line)
    {
        var alias = parser.Consume<AnchorAlias>();
        if (!anchors.TryGetValue(alias.Value.Value, out var target))
        {
            throw new RefusedException(line, Sentence.Of($"de verwijzing *{alias.Value.Value} wijst nergens naar"));
        }

        Count(target.Values, line);
        return target.Node;
    }

    private ScalarNode ReadScalar(int line)
    {
        var scalar = parser.Consume<Scalar>();
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific)
        {
            throw new RefusedException(line, Sentence.Of($"het label {scalar.Tag.Value} is niet toegestaan"));
        }

        return scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty
            ? CoreSchema.Resolve(line, scalar.Value)
            : new ScalarNode(line, ScalarKind.Text, scalar.Value);
    }

    private ListNode ReadList(int line, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ListNode(line, items);
    }

    private MapNode ReadMap(int line, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        var names = new HashSet<string>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyLine = (int)(parser.Current?.Start.Line ?? line);
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw new RefusedException(keyLine, Sentence.Of($"een veldnaam moet een eenvoudige tekst zijn"));
            }

            var value = ReadNode(depth + 1);
            if (names.Add(key.Value))
            {
                entries.Add(new MapEntry(key.Value, keyLine, value));
            }
            else
            {
                problems.Error(keyLine, Sentence.Of($"het veld '{key.Value}' staat er twee keer"));
            }
        }

        return new MapNode(line, entries);
    }

    private void Count(long added, int line)
    {
        values += added;
        if (values > limits.Values)
        {
            throw new RefusedException(line, Sentence.Of($"het bestand bevat te veel waarden (meer dan {limits.Values}, verwijzingen meegeteld)"));
        }
    }
}

/// <summary>Stops the reading of a file that goes over a bound.</summary>
internal sealed class RefusedException(int line, Sentence why) : Exception(why.ToString())
{
    public Sentence Why { get; } = why;

    public int Line { get; } = line;
}
