using System.Net;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Hardening;

/// <summary>What every answer says to the browser, asked of the application in production on https.</summary>
public sealed class HeaderTests(ProductionSite production) : IClassFixture<ProductionSite>
{
    private const string Year = "max-age=31536000; includeSubDomains";

    private static int Version => System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(AuditSite.Content.Workflows, "doorlichting.json")))!["version"]!.GetValue<int>();

    /// <summary>Every kind of answer: who asks, what, by which method, and the status.</summary>
    public static TheoryData<string, string, string, int> Answers => new()
    {
        { "", "GET", "/inloggen", 200 },
        { "", "GET", "/css/site.css", 200 },
        { "", "GET", "/favicon.svg", 200 },
        { "", "GET", "/health/live", 200 },
        { "", "GET", "/health/ready", 200 },
        { "", "GET", "/.well-known/security.txt", 200 },
        { "", "GET", "/doorlichtingen", 302 },
        { "", "GET", "/bestaat-niet", 302 },
        { "", "POST", "/inloggen", 400 },
        { "", "PUT", "/inloggen", 405 },
        { ProductionSite.Administrator, "GET", "/css/bestaat-niet.css", 404 },
        { ProductionSite.Administrator, "GET", "/", 200 },
        { ProductionSite.Administrator, "GET", "/beheer/werkstromen", 200 },
        { ProductionSite.Administrator, "GET", $"/beheer/werkstromen/doorlichting/{Version}/bestand", 200 },
        { ProductionSite.Administrator, "GET", "/fout/500", 200 },
        { ProductionSite.Administrator, "GET", "/doorlichtingen/01890000-0000-7000-8000-000000000000", 404 },
        { ProductionSite.Administrator, "POST", "/taal", 400 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Every_answer_carries_the_headers(string who, string method, string path, int status)
    {
        using var caller = new Caller(production.Site.Address);
        if (who.Length > 0)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await caller.SignInAsync(who, ProductionSite.Password)).StatusCode);
        }

        using var answer = await AskAsync(caller, method, path);
        Assert.Equal(status, (int)answer.StatusCode);
        Check(answer, isFile: path.StartsWith("/css/site", StringComparison.Ordinal) || path == "/favicon.svg");
    }

    [Fact]
    public async Task An_answer_that_it_is_too_often_carries_them_too_in_Dutch_with_a_time()
    {
        using var caller = new Caller(production.Site.Address);
        HttpResponseMessage answer;
        do
        {
            answer = await AskAsync(caller, "GET", "/agenda/te-vaak.ics");
        }
        while (answer.StatusCode == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Check(answer, isFile: false);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("<h1 class=\"utrecht-heading-1\">Te veel pogingen</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_bound_to_this_host_and_out_of_reach_of_script()
    {
        using var caller = new Caller(production.Site.Address);
        using var page = await caller.GetAsync("/inloggen");
        using var signedIn = await caller.SignInAsync(ProductionSite.Administrator, ProductionSite.Password);
        using var language = await caller.PostAsync("/taal", [new("taal", "en")]);
        var cookies = new[] { page, signedIn, language }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        Assert.Equal(3, cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Count(name => name is "__Host-audit-formulier" or "__Host-audit-sessie" or "__Host-audit-taal"));
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            var marks = cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).Select(mark => mark.ToLowerInvariant()).ToList();
            Assert.Contains("secure", marks);
            Assert.Contains("httponly", marks);
            Assert.Contains("path=/", marks);
            Assert.Contains("samesite=lax", marks);
            Assert.DoesNotContain(marks, mark => mark.StartsWith("domain", StringComparison.Ordinal));
        });
        Assert.Contains("lang=\"en\"", await caller.TextAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Security_txt_says_where_to_report()
    {
        using var caller = new Caller(production.Site.Address);
        var lines = (await caller.TextAsync("/.well-known/security.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Equal("mailto:beveiliging@voorbeeld.example", lines["Contact"]);
        Assert.Equal($"https://{ProductionSite.Host}/.well-known/security.txt", lines["Canonical"]);
        Assert.Equal("https://voorbeeld.example/melden", lines["Policy"]);
        Assert.InRange(DateTimeOffset.Parse(lines["Expires"], System.Globalization.CultureInfo.InvariantCulture) - DateTimeOffset.UtcNow, TimeSpan.FromDays(30), TimeSpan.FromDays(365));
    }

    [Fact]
    public async Task A_name_that_is_not_ours_is_refused_and_never_comes_back_in_a_link()
    {
        using var caller = new Caller(production.Site.Address);
        await caller.SignInAsync(ProductionSite.Administrator, ProductionSite.Password);
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/inloggen");
        foreign.Headers.Host = "kwaad.example";
        using var refused = await caller.Client.SendAsync(foreign);
        Assert.Equal((HttpStatusCode.BadRequest, string.Empty), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));

        using var made = await caller.PostAsync("/agenda?handler=Make", [new("inzending", Guid.NewGuid().ToString())]);
        var page = await made.Content.ReadAsStringAsync();
        Assert.Contains($"https://{ProductionSite.Host}/agenda/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> AskAsync(Caller caller, string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "GET" ? null : new StringContent(string.Empty) };
        // The name under which the organisation knows it; names of this machine are left out of HSTS.
        request.Headers.Host = ProductionSite.Host;
        return caller.Client.SendAsync(request);
    }

    private static void Check(HttpResponseMessage answer, bool isFile)
    {
        // One ASCII word for a machine.
        var isHealth = answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/health/", StringComparison.Ordinal);
        string Header(string name) => answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : string.Empty;

        var policy = Header("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("base-uri 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.DoesNotContain(policy, part => part.Contains("unsafe", StringComparison.Ordinal) || part.Contains('*', StringComparison.Ordinal));
        Assert.Equal(Year, Header("Strict-Transport-Security"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal(string.Empty, Header("Server") + Header("X-Powered-By") + Header("Access-Control-Allow-Origin"));
        Assert.Equal(!isFile, Header("Cache-Control").Contains("no-store", StringComparison.Ordinal));
        if (answer.Content.Headers.ContentType is { MediaType: "text/html" or "text/plain" } kind && !isHealth)
        {
            Assert.Equal("utf-8", kind.CharSet);
        }
    }
}
