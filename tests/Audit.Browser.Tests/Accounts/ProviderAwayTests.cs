using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Accounts;

/// <summary>The provider of identities is away: who signs in there reads so, passwords go on, and once it is back it works again by itself.</summary>
public sealed class ProviderAwayTests : IAsyncLifetime
{
    private const string Button = "Inloggen met Voorbeeld-ID";

    private readonly int port = AccountInstallation.ClosedPort();
    private readonly IdentityProvider provider = new();
    private readonly Installation installation;

    public ProviderAwayTests() => installation = new()
    {
        Site = new()
        {
            Settings = new Dictionary<string, string>
            {
                ["Oidc:Authority"] = $"http://127.0.0.1:{port}",
                ["Oidc:ClientId"] = IdentityProvider.ClientId,
                ["Oidc:ClientSecret"] = IdentityProvider.ClientSecret,
                ["Oidc:Name"] = "Voorbeeld-ID",
            },
        },
    };

    public ValueTask InitializeAsync() => installation.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await installation.DisposeAsync();
        provider.Dispose();
    }

    [Fact]
    public async Task Provider_that_is_away_is_told_and_works_again_by_itself()
    {
        await using var visitor = await installation.AnonymousAsync();
        await visitor.GoAsync("/inloggen");
        await visitor.PressAsync(Button);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("nu niet bereikbaar");
        await (await installation.SignedInAsync("teamlid")).DisposeAsync();

        await provider.StartAsync(port);
        for (var attempt = 0; attempt < 30 && await visitor.Page.GetByLabel("Wie").CountAsync() == 0; attempt++)
        {
            await Task.Delay(1000);
            await visitor.GoAsync("/inloggen");
            await visitor.PressAsync(Button);
        }

        await Assertions.Expect(visitor.Page.GetByLabel("Wie")).ToBeVisibleAsync();
    }
}
