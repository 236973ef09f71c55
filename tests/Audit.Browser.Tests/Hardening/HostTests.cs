using System.Net;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Hardening;

/// <summary>Without a public address a link has the name under which was asked; that is one of those that configuration allows.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task Without_a_public_address_a_link_has_an_allowed_name_and_no_other()
    {
        await using var site = new AuditSite { Settings = new Dictionary<string, string> { ["AllowedHosts"] = ProductionSite.Host } };
        await Task.Run(site.Start);
        using var caller = new Caller(site.Address);
        caller.Client.DefaultRequestHeaders.Host = ProductionSite.Host;
        Assert.Equal(HttpStatusCode.Redirect, (await caller.SignInAsync("teamlid")).StatusCode);
        using var made = await caller.PostAsync("/agenda?handler=Make", [new("inzending", Guid.NewGuid().ToString())]);
        Assert.Contains($"http://{ProductionSite.Host}/agenda/", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var token = await caller.TokenAsync();
        caller.Client.DefaultRequestHeaders.Host = "kwaad.example";
        using var form = new FormUrlEncodedContent([new("inzending", Guid.NewGuid().ToString()), new(Caller.Token, token)]);
        using var refused = await caller.Client.PostAsync("/agenda?handler=Make", form);
        Assert.Equal((HttpStatusCode.BadRequest, string.Empty), (refused.StatusCode, await refused.Content.ReadAsStringAsync()));
    }
}
