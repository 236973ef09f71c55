using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Audit.Data.Templates.Documents;

/// <summary>Builds the tree from JSON, which every YAML field accepts too; faster and stricter about tabs and escapes than the YAML reader.</summary>
internal ref struct JsonDocumentReader
{
    private readonly ProblemList problems;
    private readonly DocumentLimits limits;
    private readonly ReadOnlySpan<byte> bytes;
    private Utf8JsonReader reader;
    private long counted;
    private int line;
    private int values;

    private JsonDocumentReader(ReadOnlySpan<byte> bytes, ProblemList problems, DocumentLimits limits)
    {
        this.problems = problems;
        this.limits = limits;
        this.bytes = bytes;
        reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = limits.Depth + 1 });
        line = 1;
    }

    /// <summary>False when the text is not JSON, so that it may still be YAML in flow style.</summary>
    public static bool TryRead(string text, ProblemList problems, DocumentLimits limits, out Node? root)
    {
        try
        {
            var json = new JsonDocumentReader(Encoding.UTF8.GetBytes(text), problems, limits);
            json.Next();
            root = json.ReadNode();
            while (json.reader.Read())
            {
                // Anything but white space after the root makes the reader throw.
            }

            return true;
        }
        catch (RefusedException refused)
        {
            problems.Error(refused.Line, refused.Why);
            root = null;
            return true;
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            root = null;
            return false;
        }
    }

    private void Next()
    {
        if (!reader.Read())
        {
            throw new JsonException();
        }

        for (; counted < reader.TokenStartIndex; counted++)
        {
            line += bytes[(int)counted] == '\n' ? 1 : 0;
        }
    }

    private Node ReadNode()
    {
        if (++values > limits.Values)
        {
            throw new RefusedException(line, Sentence.Of($"het bestand bevat te veel waarden (meer dan {limits.Values})"));
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(),
            JsonTokenType.StartArray => ReadList(),
            JsonTokenType.String => new ScalarNode(line, ScalarKind.Text, reader.GetString()!),
            JsonTokenType.Number => ReadNumber(),
            JsonTokenType.True => new ScalarNode(line, ScalarKind.Boolean, "true"),
            JsonTokenType.False => new ScalarNode(line, ScalarKind.Boolean, "false"),
            JsonTokenType.Null => new ScalarNode(line, ScalarKind.Empty, "null"),
            JsonTokenType.None or JsonTokenType.EndObject or JsonTokenType.EndArray
                or JsonTokenType.PropertyName or JsonTokenType.Comment => throw new JsonException(),
        };
    }

    private readonly ScalarNode ReadNumber()
    {
        var text = Encoding.ASCII.GetString(reader.ValueSpan);
        var whole = text.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        return new ScalarNode(line, whole ? ScalarKind.Integer : ScalarKind.Number, text, double.Parse(text, CultureInfo.InvariantCulture));
    }

    private ListNode ReadList()
    {
        var start = line;
        var items = new List<Node>();
        for (Next(); reader.TokenType != JsonTokenType.EndArray; Next())
        {
            items.Add(ReadNode());
        }

        return new ListNode(start, items);
    }

    private MapNode ReadMap()
    {
        var start = line;
        var entries = new List<MapEntry>();
        var names = new HashSet<string>();
        for (Next(); reader.TokenType != JsonTokenType.EndObject; Next())
        {
            var (name, nameLine) = (reader.GetString()!, line);
            Next();
            var value = ReadNode();
            if (names.Add(name))
            {
                entries.Add(new MapEntry(name, nameLine, value));
            }
            else
            {
                problems.Error(nameLine, Sentence.Of($"het veld '{name}' staat er twee keer"));
            }
        }

        return new MapNode(start, entries);
    }
}
