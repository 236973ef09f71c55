namespace Audit.Browser.Tests.Site;

/// <summary>A person at a browser. Everything that goes wrong unseen is kept, for a test to look at.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly List<string> faults = [];
    private readonly Uri home;

    public Visitor(IPage page, Uri home)
    {
        Page = page;
        this.home = home;
        page.Console += (_, message) => Keep(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Keep(true, $"script: {error}");
        page.Context.Request += (_, request) => Keep(IsForeign(request.Url), $"request elsewhere: {request.Url}");
        page.Context.RequestFailed += (_, request) => Keep(request.Failure != "net::ERR_ABORTED", $"failed: {request.Url} {request.Failure}");
    }

    /// <summary>The browser of nearly every test: the application must work without scripts.</summary>
    public static BrowserNewContextOptions WithoutScript => new() { JavaScriptEnabled = false };

    public IPage Page { get; }

    /// <summary>Messages on the console, requests to other hosts and failed requests so far.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The message that the page shows after something was done; empty when there is none.</summary>
    public async Task<string> MessageAsync() => (await Page.Locator("[role=status]").AllInnerTextsAsync()) is [var text, ..] ? text.Trim() : string.Empty;

    /// <summary>Opens an address and requires the status that is expected.</summary>
    public async Task GoAsync(string path, int expected = 200)
    {
        var response = await Page.GotoAsync(path);
        Assert.True(response!.Status == expected, $"{path} answered {response.Status} instead of {expected}");
    }

    /// <summary>Presses a button by what it says and waits for the page that follows.</summary>
    public Task PressAsync(string button) => PressAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    /// <summary>Follows a link by what it says.</summary>
    public Task FollowAsync(string link) => PressAsync(Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }));

    /// <summary>Presses something that leads to another page and waits for that.</summary>
    public async Task PressAsync(ILocator target)
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.DOMContentLoaded += Arrive;
        await target.ClickAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(90));
        Page.DOMContentLoaded -= Arrive;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private bool IsForeign(string address) => new Uri(address) is var url && url.Scheme is not ("data" or "blob") && url.Authority != home.Authority;

    private void Keep(bool isFault, string text)
    {
        if (isFault)
        {
            faults.Add(text);
        }
    }
}
