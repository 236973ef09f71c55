using System.Net;
using System.Text.RegularExpressions;
using Audit.Workflows.Seed;

namespace Audit.Browser.Tests.Operations;

/// <summary>Somebody who is signed in, without a browser.</summary>
public sealed partial class Person(Uri address) : IDisposable
{
    /// <summary>Every address reaches a live or a dead server; no answer may take longer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public HttpClient Client { get; } = new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address, Timeout = Patience };

    public static async Task<Person> SignInAsync(Uri address, string mailbox)
    {
        var person = new Person(address);
        var page = await person.Client.GetStringAsync("/inloggen");
        using var answer = await person.PostAsync("/inloggen", page, ("email", DemoUsers.AddressOf(mailbox)), ("wachtwoord", DemoUsers.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return person;
    }

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

    [GeneratedRegex("<textarea[^>]*-toelichting[^>]*>([^<]*)</textarea>")]
    private static partial Regex Motivation();
}
