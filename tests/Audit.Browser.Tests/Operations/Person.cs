using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Audit.Workflows.Seed;

namespace Audit.Browser.Tests.Operations;

/// <summary>Somebody who is signed in, without a browser.</summary>
public sealed partial class Person(Uri address) : IDisposable
{
    /// <summary>Every address reaches a live or a dead server; no answer may take longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public HttpClient Client { get; } = new(new CookieJar()) { BaseAddress = address, Timeout = Patience };

    public static async Task<Person> SignInAsync(Uri address, string mailbox)
    {
        var person = new Person(address);
        using var answer = await person.TrySignInAsync((DemoUsers.AddressOf(mailbox), DemoUsers.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return person;
    }

    public async Task<HttpResponseMessage> TrySignInAsync((string Email, string Password) account) =>
        await PostAsync("/inloggen", await Client.GetStringAsync("/inloggen"), ("email", account.Email), ("wachtwoord", account.Password));

    /// <summary>Sends a form with the token of the page that it stands on.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, string page, params (string Name, string Value)[] fields) => SendAsync(path, TokenIn(page), fields);

    /// <summary>The same with a token that was read before.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, string token, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await Client.PostAsync(path, form);
    }

    public static string TokenIn(string page) => ValueIn(page, "__RequestVerificationToken");

    /// <summary>Value of a hidden field.</summary>
    public static string ValueIn(string page, string field) => WebUtility.HtmlDecode(Regex.Match(page, $"name=\"{field}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value);

    /// <summary>What the field for the motivation of an answer shows.</summary>
    public static string MotivationIn(string page) => WebUtility.HtmlDecode(Motivation().Match(page).Groups[1].Value).Trim();

    public void Dispose() => Client.Dispose();

    /// <summary>Keeps cookies by name, also those that a browser sends on https only: the tests speak http to a server that believes it is behind a proxy.</summary>
    private sealed class CookieJar() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
    {
        private readonly ConcurrentDictionary<string, string> cookies = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var lines) ? lines : [])
            {
                var (name, value) = (set[..set.IndexOf('=', StringComparison.Ordinal)], set[(set.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(';')[0]);
                cookies[name] = value;
            }

            return answer;
        }
    }

    [GeneratedRegex("<textarea[^>]*-toelichting[^>]*>([^<]*)</textarea>")]
    private static partial Regex Motivation();
}
