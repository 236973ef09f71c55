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

    private static IEnumerable<string> Keys(string source, string call)
    {
        for (var at = source.IndexOf(call, StringComparison.Ordinal); at >= 0; at = source.IndexOf(call, at + 1, StringComparison.Ordinal))
        {
            // The name must be the whole name.
            if (at == 0 || !char.IsLetterOrDigit(source[at - 1]))
            {
                yield return KeyAt(source, at + call.Length);
            }
        }
    }

    private static string KeyAt(string source, int at)
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
