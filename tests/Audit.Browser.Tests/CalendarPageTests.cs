using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The secret address of a calendar, from making it to taking it away, and the reminders on screen.</summary>
public sealed class CalendarPageTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Every address that answers who is not signed in.</summary>
    private static readonly string[] Open = ["agenda/{secret}.ics", "fout/{code:int=500}", "health/live", "health/ready", "inloggen", "inloggen/code", "inloggen/organisatie", "taal", "uitnodiging/{secret}", "wachtwoord/nieuw/{secret}", "wachtwoord/vergeten"];

    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task An_address_is_seen_once_and_read_without_signing_in_until_it_is_renewed_or_revoked()
    {
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync("/agenda");
        var first = await MakeAsync(manager, "Agenda-link maken");
        Assert.Empty(await Accessibility.ViolationsAsync((await WithScriptAsync("opdrachtgever")).Page));
        await manager.GoAsync("/agenda");
        Assert.DoesNotContain(first, await manager.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Contains("Actie 1 moet klaar zijn", await ReadAsync(first), StringComparison.Ordinal);

        var second = await MakeAsync(manager, "Nieuwe agenda-link maken");
        Assert.Equal((404, 200), (await StatusAsync(first), await StatusAsync(second)));
        await manager.PressAsync("Agenda-link intrekken");
        Assert.StartsWith("De agenda-link is ingetrokken.", await manager.MessageAsync(), StringComparison.Ordinal);
        Assert.Equal(404, await StatusAsync(second));
        await Assertions.Expect(manager.Page.GetByText("U hebt nu geen agenda-link.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_makes_one_address()
    {
        await using var visitor = await installation.SignedInAsync("auditor");
        await visitor.GoAsync("/agenda");
        (string, string)[] form = [(Token, await visitor.TokenAsync()), ("inzending", (await visitor.Page.Locator("[name=inzending]").GetAttributeAsync("value"))!)];
        var answers = await Task.WhenAll(visitor.PostAsync("/agenda?handler=Make", form), visitor.PostAsync("/agenda?handler=Make", form));
        var texts = await Task.WhenAll(answers.Select(answer => answer.TextAsync()));

        Assert.Single(texts, text => text.Contains("Dit is uw agenda-link", StringComparison.Ordinal));
        Assert.Single(texts, text => text.Contains("Deze link is al gemaakt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/agenda/x.ics")]
    [InlineData("/agenda/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    [InlineData("/agenda/..%2f..%2fAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")]
    public async Task An_address_that_nobody_was_given_is_not_found(string path)
    {
        await using var visitor = await installation.AnonymousAsync();
        Assert.Equal(404, (await visitor.Page.APIRequest.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Who_guesses_addresses_is_soon_refused()
    {
        await using var own = new AuditSite { Settings = new Dictionary<string, string> { ["Calendar:RequestsPerMinute"] = "3" } };
        await Task.Run(own.Start);
        using var client = new HttpClient { BaseAddress = new Uri(own.Address) };
        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((int)(await client.GetAsync(new Uri("/agenda/raad.ics", UriKind.Relative))).StatusCode);
        }

        Assert.Equal([404, 404, 404, 429, 429], statuses);
    }

    [Fact]
    public async Task Own_actions_that_ask_for_attention_stand_on_the_first_page()
    {
        var caseId = await maker.SeededAsync("acties over tijd");
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync("/");
        var section = manager.Page.Locator("section", new() { Has = manager.Page.Locator("#herinneringen") });
        var first = section.Locator("li").First;
        await Assertions.Expect(first).ToContainTextAsync("klaar moeten zijn.");
        await Assertions.Expect(first).ToContainTextAsync("Over tijd");
        Assert.StartsWith($"/doorlichtingen/{caseId}/actieplan/actie/", await first.Locator("a").GetAttributeAsync("href"), StringComparison.Ordinal);

        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync("/");
        Assert.Equal(0, await auditor.Page.Locator("#herinneringen").CountAsync());
    }

    [Fact]
    public void Addresses_without_signing_in_are_these_and_no_others() => Assert.Equal(
        Open,
        installation.Site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal));

    private static async Task<string> MakeAsync(Visitor visitor, string button)
    {
        await visitor.PressAsync(button);
        var address = (await visitor.Page.GetByLabel("Dit is uw agenda-link").GetAttributeAsync("value"))!;
        Assert.Matches("^http://127.0.0.1:[0-9]+/agenda/[A-Za-z0-9_-]{43}\\.ics$", address);
        return address;
    }

    /// <summary>The page that shows an address, in a browser that can be examined.</summary>
    private async Task<Visitor> WithScriptAsync(string mailbox)
    {
        var visitor = await installation.SignedInAsync(mailbox, new());
        await visitor.GoAsync("/agenda");
        await visitor.PressAsync("Agenda-link maken");
        return visitor;
    }

    private async Task<int> StatusAsync(string address)
    {
        await using var visitor = await installation.AnonymousAsync();
        return (await visitor.Page.APIRequest.GetAsync(address)).Status;
    }

    private async Task<string> ReadAsync(string address)
    {
        await using var visitor = await installation.AnonymousAsync();
        var response = await visitor.Page.APIRequest.GetAsync(address);
        Assert.Equal(("private, no-store", "text/calendar; charset=utf-8"), (response.Headers["cache-control"], response.Headers["content-type"]));
        Assert.DoesNotContain(response.Headers.Keys, header => header == "set-cookie");
        return await response.TextAsync();
    }
}
