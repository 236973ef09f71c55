using System.Net;
using System.Text.RegularExpressions;
using Audit.Workflows.Seed;

namespace Audit.Browser.Tests.Access;

/// <summary>What came back of a request.</summary>
/// <param name="Status">The status.</param>
/// <param name="Location">Where it leads to; empty when nowhere.</param>
/// <param name="Text">What it says.</param>
public sealed record Answer(HttpStatusCode Status, string Location, string Text)
{
    /// <summary>What it means for who asked, in a word of the table.</summary>
    public string Word => Status switch
    {
        HttpStatusCode.Found when Location.Contains("/inloggen", StringComparison.Ordinal) => "inloggen",
        _ when (int)Status < 400 => "ja",
        _ => $"{(int)Status}",
    };
}

/// <summary>Somebody who sends requests without a browser, with a session and a form token that are theirs.</summary>
public sealed partial class Client
{
    private readonly HttpClient http;
    /// <summary>Stands for an id that every form makes anew.</summary>
    public const string OwnId = "{own}";

    private const string SignOut = "uitloggen";

    private readonly Dictionary<string, string> cookies = [];
    private string address = string.Empty;
    private readonly string ownId = $"{Guid.CreateVersion7()}";
    private string token = string.Empty;

    private Client(HttpClient http) => this.http = http;

    /// <summary>Somebody who is not signed in.</summary>
    public static async Task<Client> AnonymousAsync(HttpClient http)
    {
        var client = new Client(http);
        client.token = TokenIn((await client.SendAsync(HttpMethod.Get, "/inloggen", null, keepsCookies: true)).Text);
        return client;
    }

    /// <summary>Somebody who signed in with the demo password.</summary>
    public static async Task<Client> SignedInAsync(HttpClient http, string address)
    {
        var client = await AnonymousAsync(http);
        client.address = address;
        await client.SignInAsync();
        return client;
    }

    /// <summary>Asks a handler; a form carries the token and these fields.</summary>
    public async Task<Answer> AskAsync(Handler handler, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, string> fields)
    {
        if (handler.Method != "POST")
        {
            return await SendAsync(new(handler.Method), handler.AddressWith(values), null, keepsCookies: false);
        }

        var form = fields.ToDictionary(field => field.Key, field => field.Value == OwnId ? ownId : field.Value);
        form["__RequestVerificationToken"] = token;
        var answer = await SendAsync(HttpMethod.Post, handler.AddressWith(values), form, keepsCookies: false);
        if (handler.Template == SignOut && address.Length > 0)
        {
            // The session is over; what is asked next is asked in a new one.
            cookies.Clear();
            token = TokenIn((await SendAsync(HttpMethod.Get, "/inloggen", null, keepsCookies: true)).Text);
            await SignInAsync();
        }

        return answer;
    }

    private async Task SignInAsync()
    {
        var answer = await SendAsync(HttpMethod.Post, "/inloggen", new() { ["email"] = address, ["wachtwoord"] = DemoUsers.Password, ["__RequestVerificationToken"] = token }, keepsCookies: true);
        Assert.True(answer.Location == "/", $"{address} cannot sign in: {answer.Status}");
        token = TokenIn((await SendAsync(HttpMethod.Get, "/hulp", null, keepsCookies: true)).Text);
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, Dictionary<string, string>? form, bool keepsCookies)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = form is null ? null : new FormUrlEncodedContent(form);
        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        using var response = await http.SendAsync(request);
        if (keepsCookies && response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set.Select(line => line.Split(';')[0].Split('=', 2)))
            {
                cookies[cookie[0]] = cookie[1];
            }
        }

        return new(response.StatusCode, response.Headers.Location?.OriginalString ?? string.Empty, await response.Content.ReadAsStringAsync());
    }

    private static string TokenIn(string page) => TokenField().Match(page) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException("the page has no form");

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex TokenField();
}
