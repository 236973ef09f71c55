using System.Net;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Operations.Faults;

/// <summary>Another program holds the database, or the database is slow: people read why, keep what they typed, and go on as soon as it can, without a restart.</summary>
public sealed class LockedDatabaseTests : IAsyncLifetime
{
    private readonly SlowCommands slow = new();
    private readonly Installation installation;

    public LockedDatabaseTests() => installation = new()
    {
        Site = new()
        {
            Settings = new Dictionary<string, string> { ["Database:WaitSeconds"] = "2" },
            Added = services => services.AddSingleton(_ => new Data.Database.AuditDatabase(installation!.Site.Database with { Patience = TimeSpan.FromSeconds(2) }, slow)),
        },
    };

    private AuditSite Site => installation.Site;

    public ValueTask InitializeAsync() => installation.InitializeAsync();

    public ValueTask DisposeAsync() => installation.DisposeAsync();

    [Fact]
    public async Task Database_held_by_another_program_or_slow_loses_nothing()
    {
        var caseId = await new CaseMaker(installation).MakeAsync("regulation");
        using var person = await Person.SignInAsync(new(Site.Address), "teamlid");
        var form = new QuestionForm(person, caseId);
        await form.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await form.TypeAsync("voor de storing")).Status);

        await HeldAsync(person, form);
        await SlowAsync(person, caseId);
        await TypedInABrowserAsync(caseId);
        await SentFromABrowserAsync(caseId);
    }

    private async Task HeldAsync(Person person, QuestionForm form)
    {
        string page;
        using (await OtherWriter.HoldAsync(Site.Database.Connection))
        {
            var typed = await form.TypeAsync("tijdens de storing");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, typed.Status);
            Assert.Contains("Het is even te druk.", typed.Text, StringComparison.Ordinal);
            Assert.NotNull(typed.RetryAfter);
            Assert.Equal("voor de storing", await form.OpenAsync());

            using var sent = await form.SendAsync("met de knop & <tekens>");
            page = await sent.Content.ReadAsStringAsync();
            Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (sent.StatusCode, sent.Headers.RetryAfter?.Delta > TimeSpan.Zero));
            Assert.Contains("Uw laatste wijziging is niet bewaard.", page, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.Client.GetAsync("/health/ready")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/health/live")).StatusCode);
        }

        using var again = await QuestionForm.SendAgainAsync(person, page);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("met de knop & <tekens>", await form.OpenAsync());
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/health/ready")).StatusCode);
    }

    /// <summary>Each command takes longer; who waits too long is told so, and whatever was acknowledged is there.</summary>
    private async Task SlowAsync(Person person, Guid caseId)
    {
        var forms = Enumerable.Range(1, 6).Select(number => new QuestionForm(person, caseId, number)).ToList();
        foreach (var form in forms)
        {
            await form.OpenAsync();
        }

        slow.Delay = TimeSpan.FromMilliseconds(150);
        var answers = await Task.WhenAll(forms.Select((form, number) => form.TypeAsync($"traag {number}")));
        slow.Delay = TimeSpan.Zero;

        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, answer.Text));
        Assert.Contains(answers, answer => answer.Status is HttpStatusCode.OK);
        foreach (var (form, answer, number) in forms.Zip(answers, Enumerable.Range(0, 6)))
        {
            var shown = await form.OpenAsync();
            Assert.Equal(answer.Status is HttpStatusCode.OK, shown == $"traag {number}");
            Assert.Equal(HttpStatusCode.OK, (await form.TypeAsync($"weer snel {number}")).Status);
        }
    }

    /// <summary>Without script the page of the outage has a button that sends the same form again.</summary>
    private async Task SentFromABrowserAsync(Guid caseId)
    {
        await using var visitor = await installation.SignedInAsync("teamlid");
        await visitor.GoAsync(new QuestionForm(null!, caseId).Path);
        var field = visitor.Page.Locator("textarea[name$='-toelichting']").First;
        await field.FillAsync("zonder script");
        using (await OtherWriter.HoldAsync(Site.Database.Connection))
        {
            await visitor.PressAsync("Opslaan");
            await Assertions.Expect(visitor.Page.Locator("h1")).ToHaveTextAsync("Het is even te druk");
        }

        await visitor.PressAsync("Opnieuw proberen te bewaren");
        Assert.Equal("zonder script", await field.InputValueAsync());
    }

    /// <summary>The script keeps the text, says why, and saves by itself as soon as it can.</summary>
    private async Task TypedInABrowserAsync(Guid caseId)
    {
        await using var visitor = await installation.SignedInAsync("teamlid", new() { JavaScriptEnabled = true });
        await visitor.GoAsync(new QuestionForm(null!, caseId).Path);
        var field = visitor.Page.Locator("textarea[name$='-toelichting']").First;
        using (await OtherWriter.HoldAsync(Site.Database.Connection))
        {
            await field.FillAsync("getypt tijdens de storing");
            await Assertions.Expect(visitor.Page.Locator("[data-saved=lost]")).ToContainTextAsync("Het is even te druk.", new() { Timeout = 60_000 });
            Assert.Equal("getypt tijdens de storing", await field.InputValueAsync());
        }

        await Assertions.Expect(visitor.Page.Locator("[data-saved=saved]")).ToContainTextAsync("Bewaard om", new() { Timeout = 60_000 });
        await visitor.Page.ReloadAsync();
        Assert.Equal("getypt tijdens de storing", await field.InputValueAsync());
    }
}
