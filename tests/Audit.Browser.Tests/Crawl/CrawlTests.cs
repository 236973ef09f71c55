using Audit.Browser.Tests.Site;
using Audit.Workflows.Seed;
using Microsoft.Data.Sqlite;

namespace Audit.Browser.Tests.Crawl;

/// <summary>Everything that the demo users can reach answers, keeps quiet on the console, asks nothing elsewhere and speaks one language.</summary>
/// <remarks>With AUDIT_TEST_LONG every address is visited, each value of a filter once; otherwise one of every kind.</remarks>
public sealed partial class CrawlTests(CrawledInstallation own) : IClassFixture<CrawledInstallation>
{
    private static readonly BrowserNewContextOptions Wide = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    private static int MostOfAKind => Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") is { Length: > 0 } ? int.MaxValue : 1;

    public static TheoryData<string> Mailboxes => [.. DemoUsers.Addresses];

    [Theory]
    [MemberData(nameof(Mailboxes))]
    public async Task Whatever_a_role_can_reach_answers_and_is_Dutch(string mailbox)
    {
        await using var visitor = await own.Installation.SignedInAsync(mailbox, new(Wide));
        var crawler = new Crawler(visitor, MostOfAKind);
        await crawler.GoAsync("/", ForeignWords.EnglishAsync);
        Assert.True(crawler.Pages > 5, $"only {crawler.Pages} pages");
        await crawler.SendFormsAsync();
        Tell(mailbox, "Dutch", crawler);
        Assert.True(crawler.Faults.Count == 0, $"{crawler.Pages} pages, {crawler.Forms.Count} forms:\n{string.Join('\n', crawler.Faults)}");
    }

    [Theory]
    [MemberData(nameof(Mailboxes))]
    public async Task Whatever_a_role_can_reach_in_English_is_English(string mailbox)
    {
        var typed = TextsOf(own.Installation.Site);
        await using var visitor = await own.Installation.SignedInAsync(mailbox, new(Wide));
        await visitor.Page.GotoAsync("/taal");
        await visitor.PressAsync(visitor.Page.Locator("main button[value=en]"));
        var crawler = new Crawler(visitor, MostOfAKind);
        await crawler.GoAsync("/", page => ForeignWords.DutchAsync(page, typed));
        Tell(mailbox, "English", crawler);
        Assert.True(crawler.Faults.Count == 0, $"{crawler.Pages} pages:\n{string.Join('\n', crawler.Faults.Distinct())}");
    }

    [Theory]
    [InlineData("document.querySelector('main').append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }))", "request elsewhere: http://127.0.0.1:9/x.png")]
    [InlineData("console.error('planted')", "console: planted")]
    [InlineData("document.querySelector('h1').textContent = 'The form has been saved with your name'", "English: The form")]
    public async Task Each_check_finds_a_fault_that_is_put_in(string fault, string found)
    {
        // Our own policy would stop the request before it is one.
        await using var visitor = await own.Installation.SignedInAsync("teamlid", new(Wide) { BypassCSP = true });
        await visitor.GoAsync("/doorlichtingen");
        await visitor.Page.EvaluateAsync(fault);
        await visitor.Page.WaitForTimeoutAsync(200);
        var faults = visitor.Faults.Concat(await ForeignWords.EnglishAsync(visitor.Page)).ToList();
        Assert.Contains(faults, line => line.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dead_link_is_found()
    {
        await using var visitor = await own.Installation.SignedInAsync("teamlid", new(Wide));
        var crawler = new Crawler(visitor, 1);
        await crawler.GoAsync("/bestaat-niet", _ => Task.FromResult<IEnumerable<string>>([]));
        Assert.Contains(crawler.Faults, line => line.StartsWith("/bestaat-niet: 404", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Crawl_finds_Dutch_on_an_English_page_and_a_form_that_is_too_much_for_the_server()
    {
        await using var visitor = await own.Installation.SignedInAsync("teamlid", new(Wide));
        var crawler = new Crawler(visitor, 1);
        await crawler.GoAsync(PlantedPage.Path, page => ForeignWords.DutchAsync(page, []));
        Assert.Equal([$"{PlantedPage.Path}: Dutch: Het formulier is niet bewaard"], crawler.Faults);
        await crawler.SendFormsAsync();
        Assert.Contains($"form on {PlantedPage.Path} to {PlantedPage.Path}: 500", crawler.Faults);
    }

    private static void Tell(string mailbox, string language, Crawler crawler) =>
        TestContext.Current.TestOutputHelper?.WriteLine($"{mailbox}, {language}: {crawler.Pages} addresses, {crawler.Forms.Count} forms, {crawler.Faults.Count} faults in {crawler.Time.TotalSeconds:0} s");

    /// <summary>All text in the database: what people typed stays in their language.</summary>
    private static List<string> TextsOf(AuditSite site)
    {
        using var open = new SqliteConnection(site.Database.Connection);
        open.Open();
        var texts = new List<string>();
        foreach (var (table, column) in Columns(open))
        {
            using var command = open.CreateCommand();
            command.CommandText = $"SELECT DISTINCT \"{column}\" FROM \"{table}\" WHERE typeof(\"{column}\") = 'text' AND length(\"{column}\") > 3";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                texts.Add(reader.GetString(0));
            }
        }

        return [.. texts.SelectMany(text => text.StartsWith('{') || text.StartsWith('[') ? Json().Matches(text).Select(match => System.Text.Json.JsonSerializer.Deserialize<string>(match.Value)!) : [.. text.Split('\n'), text]).Where(text => text.Length > 3).Distinct().OrderByDescending(text => text.Length)];
    }

    private static List<(string Table, string Column)> Columns(SqliteConnection open)
    {
        using var command = open.CreateCommand();
        command.CommandText = "SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE '%Migrations%'";
        using var reader = command.ExecuteReader();
        var columns = new List<(string, string)>();
        while (reader.Read())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }

        return columns;
    }

    /// <summary>A text in JSON.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)+)\"")]
    private static partial System.Text.RegularExpressions.Regex Json();
}
