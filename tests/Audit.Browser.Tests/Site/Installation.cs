using System.Collections.Concurrent;
using Audit.Workflows.Seed;

[assembly: AssemblyFixture(typeof(Audit.Browser.Tests.Site.Installation))]

namespace Audit.Browser.Tests.Site;

/// <summary>One application and one browser for all tests.</summary>
public sealed class Installation : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The shell without windows is several times lighter than the whole browser, and draws pages the same.</summary>
    private const string Shell = "/usr/bin/chromium-headless-shell";
    private const string Browser = "/usr/bin/chromium";

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> sessions = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public AuditSite Site { get; init; } = new();

    public async ValueTask InitializeAsync()
    {
        await Task.Run(Site.Start);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = File.Exists(Shell) ? Shell : Browser, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>A demo user in a browser of their own.</summary>
    /// <param name="mailbox">Such as "teamlid", or a whole address; the first time, the user signs in through the page.</param>
    /// <param name="options">How the browser is set up; without scripts unless it says otherwise.</param>
    public async Task<Visitor> SignedInAsync(string mailbox, BrowserNewContextOptions? options = null)
    {
        var session = await sessions.GetOrAdd(mailbox, name => new(() => SignInAsync(name))).Value;
        return await OpenAsync(new(options ?? Visitor.WithoutScript) { StorageState = session });
    }

    /// <summary>A demo user who signed in for this alone, so that ending the session ends nobody else's.</summary>
    public async Task<Visitor> NewlySignedInAsync(string mailbox, BrowserNewContextOptions? options = null) =>
        await OpenAsync(new(options ?? Visitor.WithoutScript) { StorageState = await SignInAsync(mailbox) });

    /// <summary>Somebody who is not signed in.</summary>
    public Task<Visitor> AnonymousAsync(BrowserNewContextOptions? options = null) => OpenAsync(new(options ?? Visitor.WithoutScript));

    private async Task<Visitor> OpenAsync(BrowserNewContextOptions options)
    {
        options.BaseURL = Site.Address;
        options.Locale = "nl-NL";
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(90_000);
        return new Visitor(await context.NewPageAsync(), new Uri(Site.Address));
    }

    private async Task<string> SignInAsync(string mailbox)
    {
        await using var visitor = await AnonymousAsync();
        await visitor.GoAsync("/inloggen");
        await visitor.Page.GetByLabel("E-mailadres").FillAsync(mailbox.Contains('@', StringComparison.Ordinal) ? mailbox : DemoUsers.AddressOf(mailbox));
        await visitor.Page.GetByLabel("Wachtwoord").FillAsync(DemoUsers.Password);
        await visitor.PressAsync("Inloggen");
        Assert.Equal("/", new Uri(visitor.Page.Url).AbsolutePath);
        return await visitor.Page.Context.StorageStateAsync();
    }
}
