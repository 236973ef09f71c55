using System.Text;

namespace Audit.Integration.Tests.Languages;

/// <summary>A text in C# source.</summary>
/// <param name="Text">As written, with {} for every hole.</param>
/// <param name="Before">The code just before it, on one line.</param>
/// <param name="Statement">The code of the statement around it, without its texts.</param>
internal sealed record SourceLiteral(string Text, string Before, string Statement);

/// <summary>The texts in C# source, also those within the holes of others; comments are no texts.</summary>
internal sealed class SourceLiterals
{
    private const int MostBefore = 40;
    private const string EndsOfStatement = ";{}";

    private readonly string source;
    private readonly StringBuilder code;
    private readonly List<(int At, int End, string Text)> found = [];

    private SourceLiterals(string source)
    {
        this.source = source;
        code = new(source);
        Code(0, inHole: false);
    }

    public static IReadOnlyList<SourceLiteral> In(string source)
    {
        var read = new SourceLiterals(source);
        var code = read.code.ToString();
        return [.. read.found.OrderBy(literal => literal.At).Select(literal => new SourceLiteral(
            literal.Text, source[Math.Max(0, literal.At - MostBefore)..literal.At].ReplaceLineEndings(" ").TrimEnd(), StatementAt(code, literal.At, literal.End)))];
    }

    private static string StatementAt(string code, int at, int end)
    {
        var from = code.AsSpan(0, at).LastIndexOfAny(EndsOfStatement) + 1;
        var length = code.AsSpan(end).IndexOfAny(EndsOfStatement);
        return length < 0 ? code[from..] : code[from..(end + length)];
    }

    /// <summary>Walks over code; in a hole up to the brace or colon that ends it.</summary>
    /// <returns>Where it stopped.</returns>
    private int Code(int at, bool inHole)
    {
        for (var depth = 0; at < source.Length; at++)
        {
            var c = source[at];
            if (Starts(at, "//"))
            {
                at = Blank(at, Line(at)) - 1;
            }
            else if (c == '\'')
            {
                at = source.IndexOf('\'', source[at + 1] == '\\' ? at + 3 : at + 2);
            }
            else if (c is '"' or '$' or '@' && TextAt(at) is { } end)
            {
                at = end - 1;
            }
            else if (inHole && depth == 0 && c is '}' or ':')
            {
                return c == '}' ? at : source.IndexOf('}', at);
            }
            else
            {
                depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            }
        }

        return at;
    }

    /// <summary>The end of the text that begins here; null when none does.</summary>
    private int? TextAt(int at)
    {
        var quote = at;
        while (source[quote] is '$' or '@')
        {
            quote++;
        }

        if (source[quote] != '"')
        {
            return null;
        }

        var prefix = source[at..quote];
        var isRaw = Starts(quote, "\"\"\"") && !prefix.Contains('@', StringComparison.Ordinal);
        var (text, end) = isRaw ? Raw(quote) : Quoted(quote + 1, prefix.Contains('$', StringComparison.Ordinal), prefix.Contains('@', StringComparison.Ordinal));
        found.Add((at, end, text));
        return Blank(at, end);
    }

    private (string Text, int End) Raw(int quote)
    {
        var marks = quote;
        while (source[marks] == '"')
        {
            marks++;
        }

        var end = source.IndexOf(source[quote..marks], marks, StringComparison.Ordinal);
        return (source[marks..end], end + marks - quote);
    }

    private (string Text, int End) Quoted(int at, bool hasHoles, bool isVerbatim)
    {
        var text = new StringBuilder();
        for (; source[at] != '"' || (isVerbatim && source[at + 1] == '"'); at++)
        {
            if (hasHoles && source[at] == '{' && source[at + 1] != '{')
            {
                at = Code(at + 1, inHole: true);
                text.Append("{}");
                continue;
            }

            var pair = source[at] == '\\' && !isVerbatim ? 1 : source[at] == source[at + 1] && (source[at] == '"' || (hasHoles && source[at] is '{' or '}')) ? 1 : 0;
            text.Append(source, at, pair + 1);
            at += pair;
        }

        return (text.ToString(), at + 1);
    }

    /// <summary>Takes a text or comment out of the code, so that what it says does not count as code.</summary>
    private int Blank(int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            code[i] = ' ';
        }

        return end;
    }

    private int Line(int at) => source.IndexOf('\n', at) is >= 0 and var end ? end : source.Length;

    private bool Starts(int at, string with) => string.CompareOrdinal(source, at, with, 0, with.Length) == 0;
}
