using System.Globalization;
using System.Net;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Hardening;

/// <summary>Who asks too often has to wait; others do not notice.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private const int Most = 4;

    private readonly List<AuditSite> sites = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Each_kind_of_request_has_a_limit_of_its_own_for_each_person()
    {
        var site = await StartAsync();
        using var one = await SignedInAsync(site, "begeleider");
        using var other = await SignedInAsync(site, "teamlid");
        var id = Guid.Parse((await one.TextAsync("/doorlichtingen")).Split("href=\"/doorlichtingen/").Skip(1).Select(part => part[..36]).First(part => Guid.TryParse(part, out _)));
        var token = await one.TokenAsync("/taal");
        // A handler is found whatever the case of its letters, so its limit counts them all.
        var files = new Queue<string>(["antwoorden.yaml", "spoor?handler=csv", "spoor?handler=CSV", "spoor?Handler=Csv", "antwoorden.yaml"]);
        var saves = new Queue<string>(["bewaar", "Bewaar", "BEWAAR", "bewaar", "Bewaar"]);
        Dictionary<string, Func<Caller, Task<HttpResponseMessage>>> kinds = new()
        {
            ["export"] = caller => caller.GetAsync($"/doorlichtingen/{id}/{files.Dequeue()}"),
            ["zoeken"] = caller => caller.GetAsync($"/doorlichtingen/{id}/team?zoek=a"),
            ["bewaren"] = caller => caller.Client.PostAsync($"/doorlichtingen/{id}/vragen/x/policy/P1?handler={saves.Dequeue()}", Form(token)),
            ["insturen"] = caller => caller.Client.PostAsync("/doorlichtingen/uit-bestand", Multipart(token)),
            ["wijzigen"] = caller => caller.Client.PostAsync("/taal", Form(token)),
        };
        foreach (var (kind, ask) in kinds)
        {
            var answers = new List<HttpStatusCode>();
            for (var round = 0; round <= Most; round++)
            {
                using var answer = await ask(one);
                answers.Add(answer.StatusCode);
                if (answer.StatusCode == HttpStatusCode.TooManyRequests)
                {
                    Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
                    Assert.Contains("Te veel pogingen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                }
            }

            Assert.True(answers[^1] == HttpStatusCode.TooManyRequests && !answers[..^1].Contains(HttpStatusCode.TooManyRequests), $"{kind}: {string.Join(' ', answers)}");
        }

        using var theirs = await other.GetAsync("/doorlichtingen");
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
        using var page = await one.GetAsync("/doorlichtingen");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task What_a_change_adds_to_its_address_or_how_it_is_packed_gives_no_more_room()
    {
        var site = await StartAsync();
        using var one = await SignedInAsync(site, "begeleider");
        var token = await one.TokenAsync("/taal");
        var answers = new List<HttpStatusCode>();
        foreach (var path in Enumerable.Repeat<string[]>(["/taal", "/taal?handler=bewaar", "/taal?handler=csv", "/doorlichtingen/uit-bestand?handler=Bewaar"], (Most / 2) + 1).SelectMany(paths => paths))
        {
            using var answer = await one.Client.PostAsync(path, answers.Count % 4 == 0 ? Multipart(token) : Form(token));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(2 * Most, answers.TakeWhile(status => status != HttpStatusCode.TooManyRequests).Count());
        Assert.All(answers.Skip(2 * Most), status => Assert.Equal(HttpStatusCode.TooManyRequests, status));
    }

    [Fact]
    public async Task Anchor_and_trail_count_as_files()
    {
        var site = await StartAsync();
        using var admin = await SignedInAsync(site, "beheerder");
        var answers = new List<HttpStatusCode>();
        foreach (var handler in new[] { "Anchor", "csv", "anchor", "CSV", "anchor" })
        {
            using var answer = await admin.GetAsync($"/beheer/spoor?handler={handler}");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, Most), HttpStatusCode.TooManyRequests], answers);
        using var page = await admin.GetAsync("/taal?handler=csv");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, page.StatusCode);
    }

    [Fact]
    public async Task An_address_that_somebody_claims_to_have_changes_nothing()
    {
        var site = await StartAsync(("SignIn:AttemptsPerMinute", "3"));
        using var caller = new Caller(site.Address);
        Assert.Contains(HttpStatusCode.TooManyRequests, await GuessAsync(caller, 6));
    }

    [Fact]
    public async Task A_proxy_that_configuration_names_is_believed()
    {
        var site = await StartAsync(("SignIn:AttemptsPerMinute", "3"), ("ForwardedHeaders:KnownProxies", "127.0.0.1, ::1"));
        using var caller = new Caller(site.Address);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, await GuessAsync(caller, 6));
    }

    [Theory]
    [InlineData("192.0.2.{0}, 10.0.0.5", true)]
    [InlineData("192.0.2.{0}, 198.51.100.7, 10.0.0.5", false)]
    [InlineData("192.0.2.{0}, 10.0.0.6", false)]
    public async Task Behind_two_known_proxies_the_nearest_address_that_is_no_proxy_counts(string chain, bool isApart)
    {
        var site = await StartAsync(("SignIn:AttemptsPerMinute", "3"), ("ForwardedHeaders:KnownProxies", "127.0.0.1, ::1, 10.0.0.5"));
        using var caller = new Caller(site.Address);
        Assert.NotEqual(isApart, (await GuessAsync(caller, 6, chain)).Contains(HttpStatusCode.TooManyRequests));
    }

    [Theory]
    [InlineData("/inloggen", HttpStatusCode.OK)]
    [InlineData("/inloggen/organisatie/terug", HttpStatusCode.Redirect)]
    public async Task Whole_address_has_a_limit_for_who_is_not_signed_in(string path, HttpStatusCode status)
    {
        // Nothing listens there: the answer of the provider is refused before it is asked anything.
        var site = await StartAsync(("Limits:AddressPerMinute", "5"), ("Oidc:Authority", "http://127.0.0.1:1"), ("Oidc:ClientId", "doorlichting"), ("Oidc:ClientSecret", "geheim"));
        using var caller = new Caller(site.Address);
        var answers = new List<HttpStatusCode>();
        for (var round = 0; round < 8; round++)
        {
            answers.Add((await caller.GetAsync(path)).StatusCode);
        }

        Assert.Equal(status, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(5, answers.Count(answer => answer == status));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/health/live")).StatusCode);
    }

    private static async Task<List<HttpStatusCode>> GuessAsync(Caller caller, int times, string forwarded = "192.0.2.{0}")
    {
        var answers = new List<HttpStatusCode>();
        var token = await caller.TokenAsync("/inloggen");
        for (var round = 0; round < times; round++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/inloggen") { Content = Form(token) };
            request.Headers.Add("X-Forwarded-For", string.Format(CultureInfo.InvariantCulture, forwarded, round + 1));
            using var answer = await caller.Client.SendAsync(request);
            answers.Add(answer.StatusCode);
        }

        return answers;
    }

    private static FormUrlEncodedContent Form(string token) => new([new(Caller.Token, token)]);

    private static MultipartFormDataContent Multipart(string token) => new() { { new StringContent(token), Caller.Token } };

    private static async Task<Caller> SignedInAsync(AuditSite site, string mailbox)
    {
        var caller = new Caller(site.Address);
        Assert.Equal(HttpStatusCode.Redirect, (await caller.SignInAsync(mailbox)).StatusCode);
        return caller;
    }

    private async Task<AuditSite> StartAsync(params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["Limits:SearchPerMinute"] = $"{Most}",
            ["Limits:AutosavePerMinute"] = $"{Most}",
            ["Limits:UploadPerMinute"] = $"{Most}",
            ["Limits:ExportPerMinute"] = $"{Most}",
            // Sending in a file is a change too.
            ["Limits:ChangePerMinute"] = $"{2 * Most}",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        var site = new AuditSite { Settings = settings };
        sites.Add(site);
        await Task.Run(site.Start);
        return site;
    }
}
