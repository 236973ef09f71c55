using System.Text.RegularExpressions;
using Audit.Browser.Tests.Hardening;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Integration.Tests.Mail;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace Audit.Browser.Tests.Operations;

/// <summary>The round that verifies the trail at the start and every day, as a node does it: it finds what was changed, tells whoever should know, and sends the anchor out of the house.</summary>
public sealed class TrailRoundTests : IAsyncLifetime
{
    private const string Recipient = "griffie@voorbeeld.example";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly MailServer server = new(Path.Combine(AuditSite.Content.Root, "tests", "data", "mailserver.py"));

    private AuditSite site = null!;

    public async ValueTask InitializeAsync()
    {
        await server.StartAsync();
        site = new()
        {
            Settings = new Dictionary<string, string>
            {
                ["Workflow:WakeSeconds"] = "1",
                ["Trail:AnchorMail"] = Recipient,
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = $"{server.Port}",
                ["Mail:Security"] = "None",
                ["Mail:From"] = "doorlichting@voorbeeld.example",
                ["Mail:PublicAddress"] = PostInstallation.PublicAddress,
            },
        };
        await Task.Run(site.Start);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        server.Dispose();
    }

    [Fact]
    public async Task Round_sends_the_anchor_and_tells_of_a_changed_record_until_it_is_put_right()
    {
        await CheckedAsync(after: DateTime.MinValue, isBroken: false);
        Assert.Equal("Healthy", await ReadyAsync());
        var anchor = TrailAnchor.Parse((await AnchorMailAsync()).TextBody!);
        Assert.Equal([], await FindingsAsync(anchor));

        await RestartedAsync("UPDATE \"Trail\" SET \"Subject\" = 'x' || \"Subject\" WHERE \"Sequence\" = 3");
        await CheckedAsync(after: DateTime.UtcNow.AddMinutes(-1), isBroken: true);
        Assert.Equal("Degraded", await ReadyAsync());
        var page = await TrailPageAsync();
        Assert.Contains("Het spoor klopt niet", page, StringComparison.Ordinal);
        Assert.Contains("Record 3 is gewijzigd nadat het is vastgelegd.", page, StringComparison.Ordinal);

        await RestartedAsync("UPDATE \"Trail\" SET \"Subject\" = SUBSTR(\"Subject\", 2) WHERE \"Sequence\" = 3");
        await CheckedAsync(after: DateTime.UtcNow.AddMinutes(-1), isBroken: false);
        Assert.Equal("Healthy", await ReadyAsync());
        // Three rounds on one day, one e-mail.
        Assert.Single(server.Received(), IsAnchor);
    }

    [Fact]
    public async Task Anchor_that_was_sent_finds_a_trail_that_was_cut_off_together_with_its_head()
    {
        var anchor = TrailAnchor.Parse((await AnchorMailAsync()).TextBody!);
        var last = anchor.Chains.Max(chain => chain.Sequence);

        await RestartedAsync($"""
            DELETE FROM "TrailValues" WHERE "Id" IN (SELECT "Id" FROM "Trail" WHERE "Sequence" > {last - 5});
            DELETE FROM "Trail" WHERE "Sequence" > {last - 5};
            UPDATE "TrailHeads" SET "Sequence" = {last - 5}, "Seal" = (SELECT "Seal" FROM "Trail" WHERE "Sequence" = {last - 5} AND "Trail"."BodyId" = "TrailHeads"."BodyId")
                WHERE "Sequence" > {last - 5}
            """);

        Assert.Equal([], await FindingsAsync());
        Assert.Contains(await FindingsAsync(anchor), finding => finding.Fault is TrailFault.AnchorTruncated or TrailFault.AnchorOther);
    }

    private async Task RestartedAsync(string intrusion)
    {
        var next = await site.StopAsync();
        await using (var open = new SqliteConnection(next.Database.Connection + ";Foreign Keys=False;Pooling=False"))
        {
            await open.OpenAsync();
            await using var command = open.CreateCommand();
            command.CommandText = $"DELETE FROM \"TrailChecks\"; {intrusion}";
            Assert.True(await command.ExecuteNonQueryAsync() > 0);
        }

        site = next;
        await Task.Run(site.Start);
    }

    /// <summary>Waits until a round has verified every chain.</summary>
    private Task CheckedAsync(DateTime after, bool isBroken) => UntilAsync(async () =>
    {
        using var database = new AuditDatabase(site.Database);
        await using var db = database.Read();
        var checks = await db.TrailChecks.Where(row => row.CheckedUtc > after).ToListAsync();
        return checks.Count > 0 && checks.Exists(row => row.Problems > 0) == isBroken;
    });

    private async Task<MimeMessage> AnchorMailAsync()
    {
        await UntilAsync(() => Task.FromResult(server.Received().Any(IsAnchor)));
        return server.Received().First(IsAnchor);
    }

    private static bool IsAnchor(MimeMessage mail) => mail.Subject == "Anker van het spoor" && mail.To.Mailboxes.Single().Address == Recipient;

    private async Task<IReadOnlyList<TrailFinding>> FindingsAsync(params TrailAnchor[] anchors)
    {
        using var database = new AuditDatabase(site.Database);
        return [.. (await new TrailVerifier(database, TrailKeys.Demo) { Anchors = anchors }.RunAsync()).SelectMany(verdict => verdict.Findings)];
    }

    private async Task<string> TrailPageAsync()
    {
        using var administrator = new Caller(site.Address);
        using var answer = await administrator.SignInAsync("beheerder");
        return Regex.Replace(System.Net.WebUtility.HtmlDecode(await administrator.TextAsync("/beheer/spoor")), "\\s+", " ");
    }

    private async Task<string> ReadyAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"{site.Address}/health/ready"));
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var clock = System.Diagnostics.Stopwatch.StartNew(); !await isSo(); await Task.Delay(200))
        {
            Assert.True(clock.Elapsed < Patience, "it did not happen");
        }
    }
}
