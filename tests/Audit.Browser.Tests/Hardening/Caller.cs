using System.Net;
using System.Text.RegularExpressions;
using Audit.Workflows.Seed;

namespace Audit.Browser.Tests.Hardening;

/// <summary>A client of its own making: sends what no browser would send, and shows what came back as it came.</summary>
public sealed partial class Caller : IDisposable
{
    public const string Token = "__RequestVerificationToken";

    private readonly SocketsHttpHandler handler;

    public Caller(string address)
    {
        handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            CookieContainer = Cookies,
            // The certificate of the test is its own.
            SslOptions = new() { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == $"CN={ProductionSite.Host}" },
        };
        Client = new HttpClient(handler) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
    }

    public HttpClient Client { get; }

    public CookieContainer Cookies { get; } = new();

    /// <summary>Signs in through the form.</summary>
    /// <param name="mailbox">Such as "teamlid", or a whole address.</param>
    /// <param name="password">Theirs.</param>
    public async Task<HttpResponseMessage> SignInAsync(string mailbox, string password = DemoUsers.Password) => await PostAsync(
        "/inloggen",
        [new("email", mailbox.Contains('@', StringComparison.Ordinal) ? mailbox : DemoUsers.AddressOf(mailbox)), new("wachtwoord", password)],
        from: "/inloggen");

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(path);

    public async Task<string> TextAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <summary>Posts a form with a form token.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="from">The page whose token is used; any page will do.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string from = "/taal")
    {
        using var form = new FormUrlEncodedContent([.. fields, new(Token, await TokenAsync(from))]);
        return await Client.PostAsync(path, form);
    }

    /// <summary>The form token of a page.</summary>
    public async Task<string> TokenAsync(string page = "/taal") => TokenIn().Match(await TextAsync(page)).Groups[1].Value;

    public void Dispose()
    {
        Client.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenIn();
}
