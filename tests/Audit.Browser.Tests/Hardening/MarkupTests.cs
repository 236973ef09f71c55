using System.Text.RegularExpressions;

namespace Audit.Browser.Tests.Hardening;

/// <summary>Markup in a stored text is shown as text, on every page that a role can reach.</summary>
/// <remarks>With AUDIT_TEST_LONG every role looks, otherwise three.</remarks>
[Collection(AttackedTests.Name)]
public sealed partial class MarkupTests(AttackedSite attacked)
{
    private const int Most = 400;

    private static readonly string[] Usual = ["begeleider", "auditor", "beheerder"];

    /// <summary>The canary as it may not stand in a page: its tags.</summary>
    private static readonly string[] Loose = ["<img src=x", "<svg/onload", "</script></style>", "\"'>"];

    private static bool IsLong => Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") is { Length: > 0 };

    [Fact]
    public async Task Stored_markup_is_text_on_every_page()
    {
        Assert.True(attacked.Planted > 100, $"only {attacked.Planted} texts carry it");
        var (pages, carrying, faults) = (0, 0, new List<string>());
        foreach (var (mailbox, caller) in attacked.Callers.Where(pair => pair.Key.Length > 0 && (IsLong || Usual.Contains(pair.Key))))
        {
            var waiting = new Queue<string>(["/", .. attacked.Handlers.Where(handler => handler.Method == "GET").Select(handler => AttackedSite.AddressOf(handler, name => attacked.Values.GetValueOrDefault(name, "x")))]);
            var known = new HashSet<string>(waiting);
            var kinds = new HashSet<string>();
            for (var number = 0; number < Most && waiting.TryDequeue(out var address); number++)
            {
                using var answer = await caller.GetAsync(address);
                if ((int)answer.StatusCode >= 500)
                {
                    faults.Add($"{mailbox} {address}: {answer.StatusCode}");
                }

                if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                {
                    continue;
                }

                var html = await answer.Content.ReadAsStringAsync();
                pages++;
                carrying += html.Contains("kanarie", StringComparison.Ordinal) ? 1 : 0;
                faults.AddRange(Loose.Where(tag => html.Contains(tag, StringComparison.Ordinal)).Select(tag => $"{mailbox} {address}: {tag}"));
                foreach (var link in Links().Matches(html).Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)).Where(known.Add))
                {
                    // One of every kind; addresses of ids differ in nothing that matters here.
                    if (kinds.Add(Crawl.Crawler.KindOf(link)))
                    {
                        waiting.Enqueue(link);
                    }
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{attacked.Planted} texts, {pages} pages, {carrying} show it");
        Assert.True(carrying > 50, $"only {carrying} of {pages} pages show it");
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    [GeneratedRegex("href=\"(/[^/\"#][^\"#]*)\"")]
    private static partial Regex Links();
}
