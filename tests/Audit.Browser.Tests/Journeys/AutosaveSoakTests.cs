using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Journeys;

/// <summary>Fifty people save while they type, two at every question; each reads back what was acknowledged.</summary>
/// <remarks>Five minutes with AUDIT_TEST_LONG, otherwise ten seconds.</remarks>
public sealed partial class AutosaveSoakTests(Installation installation)
{
    private const int People = 50;
    private const string Task = "controle-uitwonendenbeurs";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);
    private readonly ConcurrentBag<(string Question, string Text)> acknowledged = [];
    private int conflicts;

    private static TimeSpan Length => TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") is { Length: > 0 } ? 300 : 10);

    [Fact]
    public async Task Fifty_people_lose_no_write()
    {
        var id = await maker.MakeAsync("regulation");
        var places = await PlacesAsync(id);
        await using var visitor = await installation.SignedInAsync("teamlid");
        var cookies = await visitor.Page.Context.CookiesAsync();
        var until = DateTime.UtcNow + Length;
        await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, People).Select(person => TypeAsync(person, places[person / 2 % places.Count], cookies, until)));

        await using var db = database.Read();
        var kept = await (
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where answer.AssessmentId == id
            select new { answer.QuestionId, revision.Motivation }).ToListAsync();
        var lost = acknowledged.Except(kept.Select(row => (row.QuestionId, row.Motivation ?? string.Empty))).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Count} saves acknowledged in {Length.TotalSeconds:0} s, {conflicts} conflicts, {lost.Count} lost");
        Assert.NotEmpty(acknowledged);
        Assert.Empty(lost);
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        Assert.Equal(acknowledged.Count, kept.Count(row => row.Motivation?.StartsWith("Persoon ", StringComparison.Ordinal) == true));
    }

    private async Task TypeAsync(int person, (string Path, string Question) place, IReadOnlyList<BrowserContextCookiesResult> cookies, DateTime until)
    {
        var jar = new CookieContainer();
        foreach (var cookie in cookies)
        {
            jar.Add(new System.Net.Cookie(cookie.Name, cookie.Value, "/", "127.0.0.1"));
        }

        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar }) { BaseAddress = new Uri(installation.Site.Address) };
        var page = await client.GetStringAsync(place.Path);
        var (token, version) = (ValueIn(page, "__RequestVerificationToken"), ValueIn(page, $"{place.Question}-versie"));
        for (var number = 0; DateTime.UtcNow < until; number++)
        {
            var text = $"Persoon {person}, tekst {number}";
            using var answer = await client.PostAsync($"{place.Path}?handler=bewaar", new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token), new(place.Question, "unknown"), new($"{place.Question}-versie", version), new($"{place.Question}-toelichting", text),
            ]));
            var told = await answer.Content.ReadAsStringAsync();
            version = Version().Match(told).Groups[1].Value;
            if (answer.IsSuccessStatusCode)
            {
                acknowledged.Add((place.Question, text));
            }
            else
            {
                Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
                Interlocked.Increment(ref conflicts);
            }

            if (number % 10 == 0)
            {
                await ReadBackAsync(client, place.Path);
            }
        }
    }

    /// <summary>What the page shows is what somebody was told is saved.</summary>
    private async Task ReadBackAsync(HttpClient client, string path)
    {
        var shown = Shown().Match(await client.GetStringAsync(path)).Groups[1].Value;
        Assert.True(!shown.StartsWith("Persoon ", StringComparison.Ordinal) || await IsKeptAsync(shown), shown);
    }

    private async Task<bool> IsKeptAsync(string text)
    {
        await using var db = database.Read();
        return await db.AnswerRevisions.AnyAsync(row => row.Motivation == text);
    }

    private async Task<List<(string Path, string Question)>> PlacesAsync(Guid id)
    {
        await using var visitor = await installation.SignedInAsync("teamlid");
        await visitor.GoAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation");
        var addresses = await visitor.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('.question__talk a')].map(link => link.getAttribute('href'))");
        return [.. addresses.Select(address => (address, address[(address.LastIndexOf('/') + 1)..]))];
    }

    private static string ValueIn(string page, string field) => Regex.Match(page, $"name=\"{field}\"[^>]*value=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("\"versie\":\"([^\"]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("<textarea[^>]*-toelichting[^>]*>([^<]*)</textarea>")]
    private static partial Regex Shown();
}
