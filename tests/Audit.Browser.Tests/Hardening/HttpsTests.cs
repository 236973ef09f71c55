using System.Net;
using System.Security.Cryptography;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Hardening;

/// <summary>What production answers to who comes over plain http.</summary>
public sealed class HttpsTests
{
    [Theory]
    [InlineData(null, "https://doorlichting.voorbeeld.example")]
    [InlineData("https://doorlichting.voorbeeld.example", "https://doorlichting.voorbeeld.example")]
    [InlineData("https://doorlichting.voorbeeld.example:8443", "https://doorlichting.voorbeeld.example:8443")]
    public async Task Everything_but_health_is_redirected_to_https(string? publicAddress, string expected)
    {
        await using var site = await StartAsync(publicAddress is null ? [] : new() { ["Mail:PublicAddress"] = publicAddress });
        using var caller = new Caller(site.Address);
        foreach (var path in new[] { "/inloggen", "/inloggen?terug=%2Fhulp", "/css/site.css", "/agenda/geheim.ics" })
        {
            using var answer = await AskAsync(caller, path);
            Assert.Equal((HttpStatusCode.TemporaryRedirect, expected + path), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        }

        foreach (var path in new[] { "/health/live", "/health/ready" })
        {
            using var answer = await AskAsync(caller, path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.0.0.5", HttpStatusCode.TemporaryRedirect)]
    public async Task Word_of_a_known_proxy_that_it_was_https_is_enough(string proxy, HttpStatusCode status)
    {
        await using var site = await StartAsync(new() { ["ForwardedHeaders:KnownProxies"] = proxy });
        using var caller = new Caller(site.Address);
        caller.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var answer = await AskAsync(caller, "/inloggen");
        Assert.Equal(status, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> AskAsync(Caller caller, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = ProductionSite.Host;
        return await caller.Client.SendAsync(request);
    }

    private static async Task<AuditSite> StartAsync(Dictionary<string, string> more)
    {
        var site = new AuditSite
        {
            Environment = "Production",
            Settings = new Dictionary<string, string>(more)
            {
                ["Keys:Unprotected"] = "true",
                ["Trail:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            },
        };
        await Task.Run(site.Start);
        return site;
    }
}
