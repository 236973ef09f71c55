using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Audit.Browser.Tests.Site;
using YamlDotNet.RepresentationModel;

namespace Audit.Browser.Tests.Crawl;

/// <summary>With a question set and workflows that nobody translated, whatever of them an English page shows is marked as Dutch (WCAG 3.1.2).</summary>
public sealed class UntranslatedTests(UntranslatedInstallation own) : IClassFixture<UntranslatedInstallation>
{
    /// <summary>What has fewer words is found by chance, in what people typed.</summary>
    private const int FewestWords = 5;

    private const string Script = """
        (() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const found = [];
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!parent.closest('script, style, textarea')) found.push((parent.closest('[lang]').lang === 'en' ? 'en:' : 'nl:') + walker.currentNode.textContent);
          }
          return found;
        })()
        """;

    /// <summary>The trail, and what stands in an action, is Dutch text of the case itself (decision 0011).</summary>
    private static readonly string[] StaysDutch = ["/spoor", "/actieplan/actie/"];

    private static readonly BrowserNewContextOptions Wide = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    [Theory]
    [InlineData("teamlid")]
    [InlineData("begeleider")]
    [InlineData("auditor")]
    [InlineData("beheerder")]
    public async Task Dutch_of_the_instrument_is_marked_on_every_page(string mailbox)
    {
        await using var visitor = await own.Installation.SignedInAsync(mailbox, new(Wide));
        await visitor.Page.GotoAsync("/taal");
        await visitor.PressAsync(visitor.Page.Locator("main button[value=en]"));
        var content = new Regex(string.Join('|', own.Texts.Where(text => text.Split(' ').Length >= FewestWords).OrderByDescending(text => text.Length).Select(Regex.Escape)), RegexOptions.IgnoreCase);
        var marked = 0;
        var crawler = new Crawler(visitor, 1);
        await crawler.GoAsync("/", async page =>
        {
            var texts = StaysDutch.Any(part => page.Url.Contains(part, StringComparison.Ordinal)) ? [] : await page.EvaluateAsync<string[]>(Script);
            marked += texts.Count(text => text.StartsWith("nl:", StringComparison.Ordinal) && content.IsMatch(text));
            return texts.Where(text => text.StartsWith("en:", StringComparison.Ordinal) && content.IsMatch(text)).Select(text => $"not marked: {text[3..].Trim()}");
        });
        Assert.True(marked > 20, $"only {marked} texts were there to mark");
        Assert.True(crawler.Faults.Count == 0, $"{crawler.Pages} pages:\n{string.Join('\n', crawler.Faults.Distinct())}");
    }
}

/// <summary>An application with the question sets and workflows of the program, without their English.</summary>
public sealed class UntranslatedInstallation : IAsyncLifetime
{
    private const string English = "en";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("audit-untranslated-");
    private readonly List<string> texts = [];

    public UntranslatedInstallation()
    {
        foreach (var file in new[] { "templates", "workflows" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(AuditSite.Content.Root, folder), "*", SearchOption.AllDirectories)))
        {
            var copy = Path.Combine(root.FullName, Path.GetRelativePath(AuditSite.Content.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            Copy(file, copy);
        }

        Installation = new() { Site = new() { Settings = new Dictionary<string, string> { ["Templates:Root"] = root.FullName } } };
    }

    public Installation Installation { get; }

    /// <summary>The Dutch texts of the question sets and the workflows.</summary>
    public IReadOnlyCollection<string> Texts => texts;

    public ValueTask InitializeAsync() => Installation.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        root.Delete(recursive: true);
    }

    private void Copy(string file, string copy)
    {
        if (file.Contains("/instruments/", StringComparison.Ordinal))
        {
            var yaml = new YamlStream();
            using (var reader = new StreamReader(file))
            {
                yaml.Load(reader);
            }

            Strip(yaml.Documents[0].RootNode);
            using var writer = new StreamWriter(copy);
            yaml.Save(writer, assignAnchors: false);
        }
        else if (file.Contains("/workflows/", StringComparison.Ordinal) && file.EndsWith(".json", StringComparison.Ordinal))
        {
            var json = JsonNode.Parse(File.ReadAllText(file))!;
            Strip(json);
            File.WriteAllText(copy, json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        }
        else
        {
            File.Copy(file, copy);
        }
    }

    private void Strip(YamlNode node)
    {
        foreach (var child in node is YamlMappingNode map ? [.. map.Children.Values] : node is YamlSequenceNode list ? list.Children : [])
        {
            Strip(child);
        }

        if (node is YamlMappingNode text && text.Children.TryGetValue("nl", out var dutch))
        {
            texts.Add(((YamlScalarNode)dutch).Value!.Trim());
            text.Children.Remove(English);
        }
    }

    private void Strip(JsonNode? node)
    {
        if (node is JsonObject fields)
        {
            if (fields["customProperties"] is JsonObject custom && custom.Remove(English))
            {
                texts.AddRange(new[] { "name", "displayName", "description" }.Select(name => (string?)fields[name]).OfType<string>());
            }

            fields.Select(field => field.Value).ToList().ForEach(Strip);
        }
        else if (node is JsonArray list)
        {
            list.ToList().ForEach(Strip);
        }
    }
}
