namespace Audit.Data.Templates.Documents;

/// <summary>A value in a YAML or JSON file, with the line it stands on.</summary>
/// <param name="Line">1-based line number.</param>
public abstract record Node(int Line)
{
    /// <summary>What a user would call this kind of value.</summary>
    public abstract Sentence KindInWords { get; }
}

/// <summary>A list of named fields.</summary>
public sealed record MapNode(int Line, IReadOnlyList<MapEntry> Entries) : Node(Line)
{
    private Dictionary<string, Node>? byName;

    public override Sentence KindInWords => Sentence.Of($"een blok met velden");

    /// <summary>The value of a field; null when the field is missing.</summary>
    public Node? Find(string name)
    {
        byName ??= Entries.ToDictionary(entry => entry.Name, entry => entry.Value);
        return byName.GetValueOrDefault(name);
    }

    public string? Text(string name) => (Find(name) as ScalarNode)?.Text;
}

/// <summary>One named field.</summary>
public sealed record MapEntry(string Name, int Line, Node Value);

/// <summary>A list of values.</summary>
public sealed record ListNode(int Line, IReadOnlyList<Node> Items) : Node(Line)
{
    public override Sentence KindInWords => Sentence.Of($"een lijst");
}

/// <summary>What a single value is under the core schema of YAML 1.2, which JSON shares.</summary>
public enum ScalarKind
{
    Text,
    Integer,
    Number,
    Boolean,
    Empty,
}

/// <summary>A single value.</summary>
/// <param name="Line">1-based line number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written, quotes and escapes resolved.</param>
/// <param name="Value">Numeric value of integers and numbers; NaN for other kinds.</param>
public sealed record ScalarNode(int Line, ScalarKind Kind, string Text, double Value = double.NaN) : Node(Line)
{
    public override Sentence KindInWords => Kind switch
    {
        ScalarKind.Text => Sentence.Of($"een tekst"),
        ScalarKind.Integer => Sentence.Of($"een geheel getal"),
        ScalarKind.Number => Sentence.Of($"een getal"),
        ScalarKind.Boolean => Sentence.Of($"true of false"),
        ScalarKind.Empty => Sentence.Of($"leeg"),
    };
}
