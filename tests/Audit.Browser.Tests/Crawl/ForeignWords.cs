using System.Text.RegularExpressions;

namespace Audit.Browser.Tests.Crawl;

/// <summary>Finds words of the other language in what a page says.</summary>
public static partial class ForeignWords
{
    /// <summary>The texts of a page in the language of the page: parts that are marked as another language are left out.</summary>
    private const string Script = """
        (() => {
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            const text = walker.currentNode.textContent.trim();
            if (text && !parent.closest('script, style, textarea, .as-typed') && parent.closest('[lang]') === document.documentElement) found.push(text);
          }
          for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
            if (element.closest('[lang]') === document.documentElement) found.push(...['aria-label', 'title', 'placeholder', 'alt'].map(name => element.getAttribute(name)).filter(Boolean));
          }
          return found;
        })()
        """;

    /// <summary>Texts of a Dutch page that are English.</summary>
    public static async Task<IEnumerable<string>> EnglishAsync(IPage page) =>
        (await page.EvaluateAsync<string[]>(Script)).Where(text => English().IsMatch(text)).Select(text => $"English: {text}");

    /// <summary>Texts of an English page that are Dutch and are not somebody's own.</summary>
    /// <param name="page">The page.</param>
    /// <param name="own">What people typed and what is content, longest first.</param>
    public static async Task<IEnumerable<string>> DutchAsync(IPage page, IReadOnlyList<string> own) =>
        (await page.EvaluateAsync<string[]>(Script)).Distinct().Where(text => Dutch().IsMatch(text) && Dutch().IsMatch(Without(text, own))).Select(text => $"Dutch: {text}");

    private static string Without(string text, IReadOnlyList<string> own) =>
        own.Where(known => known.Length <= text.Length && text.Contains(known, StringComparison.Ordinal)).Aggregate(text, (left, known) => left.Replace(known, string.Empty, StringComparison.Ordinal));

    [GeneratedRegex(@"\b(the|and|with|your|you|has been|have|cannot|this|which|required|invalid|must|should|from)\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [GeneratedRegex(@"\b(het|een|van|niet|geen|deze|voor|zijn|wordt|naar|uw|bij|nog|ook|dit)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Dutch();
}
