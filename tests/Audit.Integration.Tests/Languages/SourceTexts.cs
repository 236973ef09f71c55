using System.Text;

namespace Audit.Integration.Tests.Languages;

/// <summary>The texts that the source code passes to <c>Tr</c> and <c>Sentence.Of</c>, as the keys that they are at run time.</summary>
internal static class SourceTexts
{
    private static readonly string[] Calls = ["Tr($\"", "Sentence.Of($\""];

    /// <summary>File and key of every call.</summary>
    public static IEnumerable<(string File, string Key)> In(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal)
        from key in Keys(File.ReadAllText(file))
        select (Path.GetRelativePath(folder, file), key);

    public static IEnumerable<string> Keys(string source) => Calls.SelectMany(call => Keys(source, call));

    /// <summary>The source without the calls and their texts.</summary>
    public static string Without(string source)
    {
        var rest = new StringBuilder(source);
        foreach (var call in Calls)
        {
            foreach (var at in Places(source, call))
            {
                var end = at + call.Length;
                KeyAt(source, ref end);
                for (var i = at; i <= end; i++)
                {
                    rest[i] = '_';
                }
            }
        }

        return rest.ToString();
    }

    private static IEnumerable<string> Keys(string source, string call) => Places(source, call).Select(at =>
    {
        var text = at + call.Length;
        return KeyAt(source, ref text);
    });

    private static IEnumerable<int> Places(string source, string call)
    {
        for (var at = source.IndexOf(call, StringComparison.Ordinal); at >= 0; at = source.IndexOf(call, at + 1, StringComparison.Ordinal))
        {
            // The name must be the whole name.
            if (at == 0 || !char.IsLetterOrDigit(source[at - 1]))
            {
                yield return at;
            }
        }
    }

    /// <summary>The key of the text that begins here; afterwards this is the place of its closing quote.</summary>
    private static string KeyAt(string source, ref int at)
    {
        var (key, holes) = (new StringBuilder(), 0);
        for (; source[at] != '"'; at++)
        {
            if (source[at] == '\\')
            {
                at++;
                key.Append(source[at] == 'n' ? '\n' : source[at]);
            }
            else if (source[at] is '{' or '}' && source[at + 1] == source[at])
            {
                key.Append(source[at]).Append(source[at++]);
            }
            else if (source[at] == '{')
            {
                at = SkipHole(source, at, out var format);
                key.Append('{').Append(holes++).Append(format).Append('}');
            }
            else
            {
                key.Append(source[at]);
            }
        }

        return key.ToString();
    }

    /// <summary>The place of the closing brace, and the format with its colon when there is one.</summary>
    private static int SkipHole(string source, int open, out string format)
    {
        var (depth, inText, colon) = (0, false, -1);
        for (var at = open + 1; ; at++)
        {
            var c = source[at];
            if (c == '"')
            {
                inText = !inText;
            }
            else if (!inText && c is '(' or '[' or '{')
            {
                depth++;
            }
            else if (!inText && c == ':' && depth == 0)
            {
                colon = at;
            }
            else if (!inText && c == '}' && depth == 0)
            {
                format = colon < 0 ? string.Empty : source[colon..at];
                return at;
            }
            else if (!inText && c is ')' or ']' or '}')
            {
                depth--;
            }
        }
    }
}
