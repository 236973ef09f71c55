using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Accounts;

/// <summary>Signing in at a provider of identities: a real server, in a process of its own.</summary>
[Collection(AccountTests.Name)]
public sealed class OrganisationTests(AccountInstallation accounts)
{
    private const string Password = "kanaal lamp zeven paraplu";

    private readonly Installation installation = accounts.Installation;

    [Fact]
    public async Task Nobody_gets_an_account_without_an_invitation_not_even_with_a_known_address()
    {
        var (_, known) = await accounts.NewUserAsync("bekend@proef.example", Password, Roles.Manager);
        await known.DisposeAsync();
        await using var visitor = await installation.AnonymousAsync();
        foreach (var address in new[] { "bekend@proef.example", "vreemd@proef.example" })
        {
            await visitor.GoAsync("/inloggen");
            await visitor.PressAsync("Inloggen met Voorbeeld-ID");
            await BeAsync(visitor, address);
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is hier niet bekend");
            await visitor.GoAsync("/account");
            Assert.Equal("/inloggen", new Uri(visitor.Page.Url).AbsolutePath);
        }

        await using var db = accounts.Database.Read();
        Assert.False(await db.Users.AnyAsync(row => row.Email == "vreemd@proef.example"));
    }

    [Fact]
    public async Task An_invitation_ties_the_account_to_the_provider_for_the_same_address_only()
    {
        var (id, path) = await accounts.InviteAsync("via@proef.example", Roles.Manager);
        await using var visitor = await installation.AnonymousAsync();
        await visitor.GoAsync(path);
        await visitor.PressAsync("Koppelen aan Voorbeeld-ID");
        await BeAsync(visitor, "iemand-anders@proef.example");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("ander e-mailadres");
        await visitor.GoAsync(path);
        await visitor.PressAsync("Koppelen aan Voorbeeld-ID");
        await BeAsync(visitor, "via@proef.example");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
        await visitor.PressAsync("Uitloggen");
        await visitor.PressAsync("Inloggen met Voorbeeld-ID");
        await BeAsync(visitor, "via@proef.example");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
        await using var db = accounts.Database.Read();
        Assert.Equal(SignInWays.Organisation, await db.Sessions.Where(row => row.UserId == id && row.EndedUtc == null).Select(row => row.Way).SingleAsync());
    }

    [Fact]
    public async Task Who_has_an_account_links_it_from_there()
    {
        var (_, visitor) = await accounts.NewUserAsync("koppel@proef.example", Password, Roles.Manager);
        await using var _ = visitor;
        await visitor.PressAsync("Koppelen aan Voorbeeld-ID");
        await BeAsync(visitor, "ander-adres@elders.example");
        Assert.Contains("is gekoppeld", await visitor.MessageAsync(), StringComparison.Ordinal);
        await visitor.PressAsync("Uitloggen");
        await visitor.PressAsync("Inloggen met Voorbeeld-ID");
        await BeAsync(visitor, "ander-adres@elders.example");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task A_second_step_at_the_provider_counts_only_when_the_provider_says_so()
    {
        var (id, path) = await accounts.InviteAsync("twee-stappen@proef.example", Roles.Installation);
        await using var visitor = await installation.AnonymousAsync();
        await visitor.GoAsync(path);
        await visitor.PressAsync("Koppelen aan Voorbeeld-ID");
        await BeAsync(visitor, "twee-stappen@proef.example");
        await visitor.GoAsync("/doorlichtingen");
        Assert.Equal("/account/tweede-stap", new Uri(visitor.Page.Url).AbsolutePath);

        await visitor.PressAsync("Uitloggen");
        await visitor.PressAsync("Inloggen met Voorbeeld-ID");
        await visitor.Page.GetByLabel("Met tweede stap").CheckAsync();
        await BeAsync(visitor, "twee-stappen@proef.example");
        await visitor.GoAsync("/doorlichtingen");
        Assert.Equal("/doorlichtingen", new Uri(visitor.Page.Url).AbsolutePath);
        await using var db = accounts.Database.Read();
        Assert.True(await db.Sessions.Where(row => row.UserId == id && row.EndedUtc == null).Select(row => row.HasSecondFactor).SingleAsync());
    }

    [Fact]
    public async Task A_code_after_the_provider_leaves_a_session_of_the_provider()
    {
        var (id, path) = await accounts.InviteAsync("met-code@proef.example", Roles.Manager);
        await using var visitor = await installation.AnonymousAsync();
        await visitor.GoAsync(path);
        await visitor.PressAsync("Koppelen aan Voorbeeld-ID");
        await BeAsync(visitor, "met-code@proef.example");
        await visitor.GoAsync("/account/tweede-stap");
        var key = await visitor.Page.Locator("code").InnerTextAsync();
        await visitor.Page.GetByLabel("Code uit de app").FillAsync(AccountInstallation.CodeOf(key));
        await visitor.PressAsync("Tweede stap aanzetten");
        var recovery = await visitor.Page.Locator("code").AllInnerTextsAsync();
        foreach (var code in new[] { AccountInstallation.CodeOf(key, later: 1), recovery[0] })
        {
            await visitor.PressAsync("Uitloggen");
            await visitor.PressAsync("Inloggen met Voorbeeld-ID");
            await BeAsync(visitor, "met-code@proef.example");
            await visitor.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
            await visitor.PressAsync("Verder");
            await using var db = accounts.Database.Read();
            var session = await db.Sessions.SingleAsync(row => row.UserId == id && row.EndedUtc == null);
            Assert.Equal((SignInWays.Organisation, true), (session.Way, session.HasSecondFactor));
        }
    }

    [Fact]
    public async Task An_answer_that_was_not_asked_for_is_refused()
    {
        await using var visitor = await installation.AnonymousAsync();
        await visitor.GoAsync("/inloggen/organisatie/terug?code=abc&state=def");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("niet gelukt");
    }

    private static async Task BeAsync(Visitor visitor, string address)
    {
        await visitor.Page.GetByLabel("Wie").FillAsync(address);
        await visitor.PressAsync("Verder");
    }
}
