using System.Text;
using System.Text.RegularExpressions;

namespace Audit.Web.Texts;

/// <summary>Marks on an English page what is there in Dutch only, for screen readers (WCAG 3.1.2).</summary>
/// <remarks>Texts of an instrument or a workflow pass through many sentences and lists on their way to a page; so they are marked where they all end.</remarks>
public static partial class DutchMarks
{
    private const string Mark = " lang=\"nl\"";

    /// <summary>Elements that can hold no others: the element itself is marked.</summary>
    private static readonly HashSet<string> PlainText = new(["option", "title", "text", "tspan", "desc"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> NeverMarked = new(["textarea", "script", "style"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> WithoutEnd = new(["area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"], StringComparer.OrdinalIgnoreCase);

    /// <summary>From here on, keeps what a page shows in Dutch to a reader of English.</summary>
    public static void UseDutchMarks(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (IsEnglish)
        {
            KeepDutch();
        }

        await next(context);
    });

    /// <summary>Marks Dutch texts.</summary>
    /// <param name="html">Part of a page, of which every element is closed.</param>
    /// <param name="texts">The texts, as HTML.</param>
    public static string In(string html, IEnumerable<string> texts)
    {
        var dutch = new Regex($@"(?<!\w)(?:{string.Join('|', texts.OrderByDescending(text => text.Length).Select(Regex.Escape))})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var marked = new StringBuilder(html.Length + 1024);
        var open = new Stack<(string Name, int AfterName, bool HasLanguage)>();
        foreach (Match part in Parts().Matches(html))
        {
            var name = part.Groups["name"].Value;
            if (name.Length == 0)
            {
                Append(marked, part.Value, dutch, open);
                continue;
            }

            if (part.Value[1] == '/')
            {
                while (open.TryPop(out var closed) && !closed.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                }
            }
            else if (!WithoutEnd.Contains(name) && !part.Value.EndsWith("/>", StringComparison.Ordinal))
            {
                open.Push((name, marked.Length + name.Length + 1, part.Value.Contains(" lang=", StringComparison.Ordinal)));
            }

            marked.Append(part.Value);
        }

        return marked.ToString();
    }

    private static void Append(StringBuilder marked, string text, Regex dutch, Stack<(string Name, int AfterName, bool HasLanguage)> open)
    {
        open.TryPeek(out var around);
        if (around.HasLanguage || text[0] == '<' || NeverMarked.Contains(around.Name ?? string.Empty))
        {
            marked.Append(text);
        }
        else if (!PlainText.Contains(around.Name ?? string.Empty))
        {
            marked.Append(dutch.Replace(text, found => $"<span{Mark}>{found.Value}</span>"));
        }
        else
        {
            if (dutch.IsMatch(text))
            {
                marked.Insert(around.AfterName, Mark);
                open.Pop();
                open.Push(around with { HasLanguage = true });
            }

            marked.Append(text);
        }
    }

    /// <summary>A comment, a tag, or the text between them.</summary>
    [GeneratedRegex("""<!--.*?-->|</?(?<name>[a-z][\w:-]*)(?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+|<""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Parts();
}
