using System.Net;
using System.Net.Sockets;
using System.Text;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Hardening;

/// <summary>What stands in an address, a file name or a header leads nowhere else and splits nothing.</summary>
[Collection(AttackedTests.Name)]
public sealed class AddressTests(AttackedSite attacked)
{
    private const string Elsewhere = "kwaad.example";

    public static TheoryData<string> Targets =>
    [
        "https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "\\\\kwaad.example", "///kwaad.example", "https:kwaad.example", "javascript:alert(1)",
        "/\t/kwaad.example", " //kwaad.example", "~//kwaad.example", "/%09/kwaad.example", "http://127.0.0.1@kwaad.example/", "/doorlichtingen\r\nLocation: https://kwaad.example/",
        "/doorlichtingen\r\nSet-Cookie: kwaad=1", "/doorlichtingen?zoek=é\u2028ü", "/x\u0007", "/😀",
    ];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Returning_leads_to_this_site_only(string target)
    {
        using var caller = new Caller(attacked.Site.Address);
        using var signedIn = await caller.PostAsync("/inloggen", [new("email", "jurist@demo.example"), new("wachtwoord", Workflows.Seed.DemoUsers.Password), new("terug", target)], from: "/inloggen");
        using var language = await caller.PostAsync("/taal", [new("taal", "nl"), new("terug", target)]);
        foreach (var answer in new[] { signedIn, language })
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            var location = new Uri(new Uri(attacked.Site.Address), answer.Headers.GetValues("Location").Single());
            Assert.Equal(new Uri(attacked.Site.Address).Authority, location.Authority);
            Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(cookie => cookie.StartsWith("kwaad", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task No_parameter_of_any_page_leads_elsewhere()
    {
        string[] usual = ["terug", "returnUrl", "ReturnUrl", "redirect", "url", "next", "naar", "dest"];
        var led = new List<string>();
        foreach (var handler in attacked.Handlers.Where(handler => handler.Method == "GET"))
        {
            var query = string.Join('&', handler.Fields.Concat(usual).Select(name => $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString($"https://{Elsewhere}/")}"));
            foreach (var who in new[] { string.Empty, "begeleider" })
            {
                using var answer = await attacked.Callers[who].GetAsync($"{AttackedSite.AddressOf(handler, ValueOf)}?{query}");
                var location = answer.Headers.TryGetValues("Location", out var found) ? found.Single() : "/";
                if (new Uri(new Uri(attacked.Site.Address), location).Host.Contains(Elsewhere, StringComparison.Ordinal))
                {
                    led.Add($"{handler.Template}: {location}");
                }
            }
        }

        Assert.Empty(led);
    }

    [Fact]
    public async Task Name_of_a_case_or_a_file_splits_no_header()
    {
        var database = attacked.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        var id = Guid.Parse(attacked.Values["id"]);
        string name = string.Empty;
        await database.WriteAsync(async db =>
        {
            var row = await db.Assessments.AsTracking().SingleAsync(one => one.Id == id);
            name = row.Name;
            row.Name = "../../plan\"; filename=\"kwaad.html\r\nSet-Cookie: kwaad=1\r\n\r\n<script>";
        });
        try
        {
            foreach (var path in new[] { "antwoorden.yaml", "actieplan/werkboek", $"resultaat/{AttackedSite.Task}/rekenbewijs" })
            {
                using var answer = await attacked.Callers["begeleider"].GetAsync($"/doorlichtingen/{id}/{path}");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                var disposition = answer.Content.Headers.ContentDisposition!;
                Assert.Equal("attachment", disposition.DispositionType);
                Assert.DoesNotMatch("[/\\\\\"\r\n<>]|\\.html", (disposition.FileNameStar ?? disposition.FileName)!.Trim('"'));
                Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(cookie => cookie.StartsWith("kwaad", StringComparison.Ordinal)));
            }
        }
        finally
        {
            await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(one => one.Id == id)).Name = name);
        }
    }

    [Theory]
    [InlineData("/css/../appsettings.json")]
    [InlineData("/css/..%2f..%2fappsettings.json")]
    [InlineData("/css/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/..%5c..%5cappsettings.json")]
    [InlineData("/js/....//....//appsettings.json")]
    [InlineData("/css/%252e%252e%252fappsettings.json")]
    [InlineData("/css/site.css%00.txt")]
    [InlineData("/appsettings.json")]
    [InlineData("/web.config")]
    [InlineData("/.git/config")]
    [InlineData("/data/audit.db")]
    [InlineData("/hulp/voorbeeld/..%2f..%2fappsettings.json")]
    [InlineData("/beheer/werkstromen/..%2f..%2fappsettings.json/1/bestand")]
    [InlineData("/beheer/vragensets/discriminatietoets/..%2f..%2f..%2fappsettings.json/bestand")]
    [InlineData("/beheer/vragensets/..%2f..%2fscoring/default/bestand?deel=..%2f..%2fappsettings.json")]
    public async Task A_path_outside_leads_nowhere(string path)
    {
        // Past the client, which would tidy the path.
        var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: {new Uri(attacked.Site.Address).Authority}\r\nConnection: close\r\n{CookiesOf("beheerder")}\r\n");
        Assert.Matches("^HTTP/1.1 (40[04]|302) ", answer);
        Assert.DoesNotContain("AttemptsPerMinute", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST /inloggen HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nContent-Length: 6\r\n\r\nabcdef")]
    [InlineData("POST /inloggen HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: identity, chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: HOST\r\nHost: kwaad.example\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost : HOST\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\nHost: HOST\nX: \0\n\n")]
    public async Task A_request_that_can_be_read_in_two_ways_is_refused(string request)
    {
        var answer = await RawAsync(request.Replace("HOST", new Uri(attacked.Site.Address).Authority, StringComparison.Ordinal));
        Assert.Matches("^HTTP/1.1 400 ", answer);
        Assert.Equal(1, System.Text.RegularExpressions.Regex.Count(answer, "HTTP/1\\.1 [0-9]"));
    }

    private string CookiesOf(string mailbox) => $"Cookie: {attacked.Callers[mailbox].Cookies.GetCookieHeader(new Uri(attacked.Site.Address))}\r\n";

    private string ValueOf(string name) => attacked.Values.GetValueOrDefault(name, "01890000-0000-7000-8000-000000000001");

    private async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        var site = new Uri(attacked.Site.Address);
        await client.ConnectAsync(site.Host, site.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await reader.ReadToEndAsync(patience.Token);
    }
}
