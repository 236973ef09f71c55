using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Shapes;

/// <summary>A named field of a block.</summary>
public sealed record Field(string Name, Shape Shape, bool Required = false);

/// <summary>A block with known fields; any other field is an error.</summary>
public sealed record MapShape(params IReadOnlyList<Field> Fields) : Shape
{
    private readonly Dictionary<string, Field> byName = Fields.ToDictionary(field => field.Name);

    /// <summary>True when files write the block on one line.</summary>
    public bool OneLine { get; init; }

    protected override Sentence Expected => Sentence.Of($"een blok met velden");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not MapNode map)
        {
            Mismatch(node, name, problems);
            return;
        }

        foreach (var entry in map.Entries)
        {
            if (byName.TryGetValue(entry.Name, out var field))
            {
                field.Shape.Check(entry.Value, entry.Name, problems);
            }
            else
            {
                problems.Error(entry.Line, Sentence.Of($"onbekend veld '{TextShape.Shorten(entry.Name)}' in '{Called(name)}'; bekend zijn: {string.Join(", ", byName.Keys)}"));
            }
        }

        foreach (var field in Fields.Where(field => field.Required && map.Find(field.Name) is null))
        {
            problems.Error(node.Line, Sentence.Of($"in '{Called(name)}' ontbreekt het veld '{field.Name}'"));
        }
    }
}

/// <summary>A block whose field names are ids chosen by the author.</summary>
public sealed record TableShape(Shape Value) : Shape
{
    protected override Sentence Expected => Sentence.Of($"een blok met velden");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not MapNode map)
        {
            Mismatch(node, name, problems);
            return;
        }

        foreach (var entry in map.Entries)
        {
            TextShape.Id.Check(new ScalarNode(entry.Line, ScalarKind.Text, entry.Name), name, problems);
            Value.Check(entry.Value, entry.Name, problems);
        }
    }
}

/// <summary>A single text in short, or a block in full.</summary>
public sealed record ShortOrFullShape(TextShape Short, MapShape Full) : Shape
{
    protected override Sentence Expected => Sentence.Of($"een tekst of een blok met velden");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is MapNode)
        {
            Full.Check(node, name, problems);
        }
        else if (node is ListNode)
        {
            Mismatch(node, name, problems);
        }
        else
        {
            Short.Check(node, name, problems);
        }
    }
}

/// <summary>A condition: exactly one of <c>all</c>, <c>any</c>, <c>not</c>, or <c>question</c> with <c>in</c>.</summary>
public sealed record ConditionShape : Shape
{
    private static readonly Sentence Forms = Sentence.Of($"{{ all: [...] }}, {{ any: [...] }}, {{ not: {{...}} }} of {{ question: ID, in: [...] }}");

    private static readonly ListShape Options = new(TextShape.Id, MinItems: 1);

    private static readonly ConditionShape Nested = new();

    /// <summary>The fields of all forms, in the order in which files write them.</summary>
    public static IReadOnlyList<Field> Fields { get; } =
        [new("question", TextShape.Id), new("in", Options), new("all", new ListShape(Nested)), new("any", new ListShape(Nested)), new("not", Nested)];

    protected override Sentence Expected => Sentence.Of($"een voorwaarde van de vorm {Forms}");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not MapNode map)
        {
            Mismatch(node, name, problems);
            return;
        }

        var names = map.Entries.Select(entry => entry.Name).ToHashSet();
        if (names.SetEquals(["question", "in"]))
        {
            TextShape.Id.Check(map.Find("question")!, "question", problems);
            Options.Check(map.Find("in")!, "in", problems);
        }
        else if (names.SetEquals(["not"]))
        {
            Check(map.Find("not")!, "not", problems);
        }
        else if (names.SetEquals(["all"]) || names.SetEquals(["any"]))
        {
            new ListShape(this, MinItems: 1).Check(map.Entries[0].Value, map.Entries[0].Name, problems);
        }
        else
        {
            problems.Error(node.Line, Sentence.Of($"een voorwaarde heeft de vorm {Forms}; hier staan de velden: {string.Join(", ", names)}"));
        }
    }
}
