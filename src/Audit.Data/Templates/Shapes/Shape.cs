using System.Globalization;
using System.Text.RegularExpressions;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Shapes;

/// <summary>What a value in a file must look like. The readers check it and the JSON Schemas are written from it, so that both agree.</summary>
public abstract record Shape
{
    /// <summary>Reports everything about the value that does not fit.</summary>
    /// <param name="node">The value.</param>
    /// <param name="name">What the message calls it: the name of its field; null for the whole file.</param>
    /// <param name="problems">Receives the errors.</param>
    public abstract void Check(Node node, string? name, ProblemList problems);

    /// <summary>What a user would call a right value.</summary>
    protected abstract Sentence Expected { get; }

    protected static object Called(string? name) => name ?? (object)Sentence.Of($"het bestand");

    protected void Mismatch(Node node, string? name, ProblemList problems) =>
        problems.Error(node.Line, this is TextShape && node is ScalarNode { Kind: not ScalarKind.Empty } scalar
            ? Sentence.Of($"'{Called(name)}' moet {Expected} zijn, maar is {node.KindInWords}; zet aanhalingstekens om de waarde: \"{scalar.Text}\"")
            : Sentence.Of($"'{Called(name)}' moet {Expected} zijn, maar is {node.KindInWords}"));
}

/// <summary>A text.</summary>
/// <param name="Pattern">Regular expression for the whole text, without anchors; null = anything that is not blank.</param>
/// <param name="Description">What the pattern means.</param>
public sealed record TextShape(string? Pattern = null, Sentence? Description = null) : Shape
{
    public const int LongestId = 200;

    private readonly Regex? regex = Pattern is null ? null : new Regex($@"^(?:{Pattern})\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static TextShape Any { get; } = new();

    public static TextShape Id { get; } = new("[A-Za-z][A-Za-z0-9._-]*", Sentence.Of($"een letter, gevolgd door letters, cijfers, punten, streepjes of liggende streepjes")) { MaxLength = LongestId };

    public static TextShape Version { get; } = new("[A-Za-z0-9][A-Za-z0-9._-]*", Sentence.Of($"letters, cijfers, punten, streepjes of liggende streepjes")) { MaxLength = LongestId };

    public static TextShape Date { get; } = new("[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", Sentence.Of($"een datum als \"2026-11-22\"")) { IsDate = true };

    public static TextShape PublicationDate { get; } = new(
        "[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?", Sentence.Of($"een datum als \"2026-11-22\", \"2026-11\" of \"2026\""))
    {
        IsDate = true,
    };

    public static TextShape Moment { get; } = new(
        "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?",
        Sentence.Of($"een datum als \"2026-11-22\", zo nodig met tijd"))
    {
        IsDate = true,
    };

    public static TextShape Link { get; } = new("[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]+([/?#]\\S*)?", Sentence.Of($"een internetadres dat met http:// of https:// begint"))
    {
        IsLink = true,
    };

    public int? MaxLength { get; init; }

    /// <summary>True when the text begins with a calendar day, which must exist (no 30 February).</summary>
    public bool IsDate { get; init; }

    /// <summary>True when the text must be an address that a browser can open.</summary>
    public bool IsLink { get; init; }

    protected override Sentence Expected => Sentence.Of($"een tekst");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            Mismatch(node, name, problems);
        }
        else if (string.IsNullOrWhiteSpace(scalar.Text))
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}' mag niet leeg zijn"));
        }
        else if (regex is not null && !regex.IsMatch(scalar.Text))
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}' is \"{Shorten(scalar.Text)}\"; verwacht wordt: {Description}"));
        }
        else if (IsLink && !Uri.TryCreate(scalar.Text, UriKind.Absolute, out _))
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}' is geen geldig internetadres"));
        }
        else if (scalar.Text.Length > MaxLength)
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}' is langer dan {MaxLength} tekens"));
        }
        else if (IsDate && scalar.Text.Length >= 10
            && !DateOnly.TryParseExact(scalar.Text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}': de dag {scalar.Text[..10]} bestaat niet"));
        }
    }

    internal static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");
}

/// <summary>One of a few fixed words.</summary>
public sealed record WordShape(params IReadOnlyList<string> Words) : Shape
{
    protected override Sentence Expected => Sentence.Of($"een van deze woorden: {string.Join(", ", Words)}");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            Mismatch(node, name, problems);
        }
        else if (!Words.Contains(scalar.Text))
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}' is \"{TextShape.Shorten(scalar.Text)}\"; verwacht wordt {Expected}"));
        }
    }
}

/// <summary>A number within bounds.</summary>
public sealed record NumberShape(double? Min = null, double? Max = null) : Shape
{
    /// <summary>True when the bounds themselves are not allowed.</summary>
    public bool OpenMin { get; init; }

    public bool OpenMax { get; init; }

    public bool Whole { get; init; }

    protected override Sentence Expected => Whole ? Sentence.Of($"een geheel getal") : Sentence.Of($"een getal");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } scalar)
        {
            Mismatch(node, name, problems);
        }
        else if (!double.IsFinite(scalar.Value) || (Whole && Math.Floor(scalar.Value) != scalar.Value))
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}' moet {Expected} zijn, maar is {scalar.Text}"));
        }
        else if (scalar.Value < Min || scalar.Value > Max || (OpenMin && scalar.Value <= Min) || (OpenMax && scalar.Value >= Max))
        {
            problems.Error(node.Line, Sentence.Of($"'{Called(name)}' is {scalar.Text}; toegestaan is {Bounds}"));
        }
    }

    private Sentence Bounds => Sentence.Join(" ", new[]
    {
        Min is not { } min ? null : OpenMin ? Sentence.Of($"meer dan {Written(min)}") : Sentence.Of($"vanaf {Written(min)}"),
        Max is not { } max ? null : OpenMax ? Sentence.Of($"minder dan {Written(max)}") : Sentence.Of($"tot en met {Written(max)}"),
    }.OfType<Sentence>());

    /// <summary>A number as files write it, whatever the language of the reader.</summary>
    private static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>True or false.</summary>
public sealed record FlagShape : Shape
{
    protected override Sentence Expected => Sentence.Of($"true of false");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not ScalarNode { Kind: ScalarKind.Boolean })
        {
            Mismatch(node, name, problems);
        }
    }
}

/// <summary>A list of values of one shape.</summary>
public sealed record ListShape(Shape Item, int MinItems = 0, int? MaxItems = null) : Shape
{
    protected override Sentence Expected => Sentence.Of($"een lijst");

    public override void Check(Node node, string? name, ProblemList problems)
    {
        if (node is not ListNode list)
        {
            Mismatch(node, name, problems);
            return;
        }

        if (list.Items.Count < MinItems || list.Items.Count > MaxItems)
        {
            problems.Error(node.Line, MinItems == MaxItems
                ? Sentence.Of($"'{Called(name)}' moet precies {MinItems} waarden hebben, maar heeft er {list.Items.Count}")
                : list.Items.Count == 0 ? Sentence.Of($"'{Called(name)}' mag niet leeg zijn") : Sentence.Of($"'{Called(name)}' heeft {list.Items.Count} waarden; toegestaan is {MinItems} tot en met {MaxItems}"));
        }

        foreach (var item in list.Items)
        {
            Item.Check(item, name, problems);
        }
    }
}
