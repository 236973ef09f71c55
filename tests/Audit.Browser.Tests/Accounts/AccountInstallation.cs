using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Accounts;

/// <summary>An application for tests about accounts: many attempts a minute, e-mails that stay in the outbox, and a provider of identities beside it.</summary>
public sealed partial class AccountInstallation : IAsyncLifetime
{
    public const string PublicAddress = "https://localhost";

    private readonly IdentityProvider provider = new();

    public Installation Installation { get; private set; } = null!;

    public AuditDatabase Database => Installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    public IdentityProvider Provider => provider;

    public async ValueTask InitializeAsync()
    {
        await provider.StartAsync();
        Installation = new()
        {
            Site = new()
            {
                Settings = new Dictionary<string, string>
                {
                    ["SignIn:AttemptsPerMinute"] = "1000",
                    ["SignIn:SecondFactor"] = Roles.Installation,
                    ["Mail:Host"] = "127.0.0.1",
                    ["Mail:Port"] = $"{ClosedPort()}",
                    ["Mail:Security"] = "None",
                    ["Mail:From"] = "doorlichting@voorbeeld.example",
                    ["Mail:PublicAddress"] = PublicAddress,
                    ["Oidc:Authority"] = provider.Address,
                    ["Oidc:ClientId"] = IdentityProvider.ClientId,
                    ["Oidc:ClientSecret"] = IdentityProvider.ClientSecret,
                    ["Oidc:Name"] = "Voorbeeld-ID",
                },
            },
        };
        await Installation.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        provider.Dispose();
    }

    /// <summary>Invites somebody into the demo body, as the command does.</summary>
    public Task<(Guid Id, string Path)> InviteAsync(string email, params string[] roles) => Database.WriteAsync(async db =>
    {
        var body = await db.Bodies.OrderBy(row => row.Id).FirstAsync();
        var result = await Invitations.InviteAsync(db, body.Id, new(email, $"Proef {email.Split('@')[0]}", roles), new(null, string.Empty, DateTime.UtcNow));
        return (result.User!.Id, AccountLinks.PathOf(AccountLinkKinds.Invitation, result.Secret));
    });

    /// <summary>Somebody with an account that is in use, at the page after signing in.</summary>
    public Task<(Guid Id, Visitor Visitor)> NewUserAsync(string email, string password, params string[] roles) => NewUserAsync(Visitor.WithoutScript, email, password, roles);

    /// <inheritdoc cref="NewUserAsync(string, string, string[])"/>
    public async Task<(Guid Id, Visitor Visitor)> NewUserAsync(BrowserNewContextOptions options, string email, string password, params string[] roles)
    {
        var (id, path) = await InviteAsync(email, roles);
        var visitor = await Installation.AnonymousAsync(options);
        await visitor.GoAsync(path);
        await visitor.Page.GetByLabel("Nieuw wachtwoord").FillAsync(password);
        await visitor.PressAsync("Account in gebruik nemen");
        return (id, visitor);
    }

    /// <summary>The path of the link in the newest e-mail to an address.</summary>
    public async Task<string> MailedPathAsync(string email)
    {
        await using var db = Database.Read();
        var text = await db.Mails.Where(row => row.Recipient == email).OrderByDescending(row => row.MadeUtc).Select(row => row.Text).FirstAsync();
        return Link().Match(text).Groups[1].Value;
    }

    /// <summary>The code that an app would show (RFC 6238).</summary>
    /// <param name="key">The key in base32, with or without spaces.</param>
    /// <param name="later">How many half minutes from now.</param>
    public static string CodeOf(string key, int later = 0)
    {
        var bits = string.Concat(key.Replace(" ", string.Empty, StringComparison.Ordinal).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = bits.Chunk(8).Where(part => part.Length == 8).Select(part => Convert.ToByte(new string(part), 2)).ToArray();
        var counter = BitConverter.GetBytes((DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + later);
        Array.Reverse(counter);
#pragma warning disable CA5350 // The standard of these codes is SHA-1.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return $"{number % 1_000_000:000000}";
    }

    [GeneratedRegex("https://localhost(/[^\\s]+)")]
    private static partial Regex Link();

    /// <summary>A port on which nothing listens.</summary>
    internal static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Tests that share such an application, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class AccountTests : ICollectionFixture<AccountInstallation>
{
    public const string Name = "accounts";
}
