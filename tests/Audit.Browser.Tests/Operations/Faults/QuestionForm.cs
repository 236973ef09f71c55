using System.Net;
using System.Text.RegularExpressions;
using Audit.Browser.Tests.Cases;

namespace Audit.Browser.Tests.Operations.Faults;

/// <summary>One question as a person without a browser fills it in: while typing, and by the button of the form.</summary>
public sealed partial class QuestionForm(Person person, Guid caseId, int number = 0)
{
    private const string TaskKey = "controle-uitwonendenbeurs";
    private const string Part = "regulation";

    private readonly string question = Example.Read().QuestionsOf(Part)[number].Id;
    private string token = string.Empty;
    private string version = string.Empty;

    public string Path => $"/doorlichtingen/{caseId}/vragen/{TaskKey}/{Part}/{question}";

    /// <summary>Opens the page; what the field for the motivation shows.</summary>
    public async Task<string> OpenAsync()
    {
        var page = await person.Client.GetStringAsync(Path);
        (token, version) = (Person.TokenIn(page), Person.ValueIn(page, $"{question}-versie"));
        return Person.MotivationIn(page);
    }

    /// <summary>Saves as the script does.</summary>
    public async Task<(HttpStatusCode Status, string Text, TimeSpan? RetryAfter)> TypeAsync(string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}?handler=bewaar")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(question, "unknown"), new($"{question}-versie", version), new($"{question}-toelichting", text)]),
        };
        request.Headers.Add("Accept", "application/json");
        using var answer = await person.Client.SendAsync(request);
        var told = await answer.Content.ReadAsStringAsync();
        version = answer.IsSuccessStatusCode ? Version().Match(told).Groups[1].Value : version;
        return (answer.StatusCode, told, answer.Headers.RetryAfter?.Delta);
    }

    /// <summary>Saves as the form does without script.</summary>
    public Task<HttpResponseMessage> SendAsync(string text) =>
        person.SendAsync(Path, token, (question, "unknown"), ($"{question}-versie", version), ($"{question}-toelichting", text), ("actie", "opslaan"));

    /// <summary>Presses the button by which the page of an outage sends the form again.</summary>
    public static async Task<HttpResponseMessage> SendAgainAsync(Person person, string page)
    {
        var form = Form().Match(page);
        Assert.True(form.Success, page);
        var fields = Field().Matches(form.Groups[2].Value).Select(field => KeyValuePair.Create(WebUtility.HtmlDecode(field.Groups[1].Value), WebUtility.HtmlDecode(field.Groups[2].Value)));
        using var content = new FormUrlEncodedContent(fields);
        return await person.Client.PostAsync(WebUtility.HtmlDecode(form.Groups[1].Value), content);
    }

    [GeneratedRegex("\"versie\":\"([^\"]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("<form method=\"post\" action=\"(/doorlichtingen[^\"]*)\" class=\"flow\">(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();
}
