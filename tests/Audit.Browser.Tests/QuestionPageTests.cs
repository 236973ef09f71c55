using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Answering in the browser: it saves while one types, two people lose nothing, and a server that is away loses nothing either.</summary>
public sealed class QuestionPageTests(Installation installation)
{
    private const string Task = "controle-uitwonendenbeurs";
    private const string Question = "R12";

    private static readonly BrowserNewContextOptions WithScript = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_is_there_after_reloading()
    {
        var path = await PathAsync();
        await using var member = await installation.SignedInAsync("teamlid", new(WithScript));
        await member.GoAsync(path);
        await Text(member).FillAsync("Zie het handboek, hoofdstuk 3.");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Bewaard om");
        Assert.Empty(member.Faults);
        await member.GoAsync(path);
        await Assertions.Expect(Text(member)).ToHaveValueAsync("Zie het handboek, hoofdstuk 3.");
    }

    [Fact]
    public async Task Of_two_who_answer_at_once_neither_text_is_lost()
    {
        var path = await PathAsync();
        await using var first = await installation.SignedInAsync("teamlid", new(WithScript));
        await using var second = await installation.SignedInAsync("teamlid", new(WithScript));
        await first.GoAsync(path);
        await second.GoAsync(path);
        await Text(first).FillAsync("Tekst van de eerste.");
        await Assertions.Expect(Saved(first)).ToContainTextAsync("Bewaard om");
        await Text(second).FillAsync("Tekst van de tweede.");
        await Assertions.Expect(second.Page.Locator(".question__theirs")).ToContainTextAsync("Tekst van de eerste.");
        await Assertions.Expect(Text(second)).ToHaveValueAsync("Tekst van de tweede.");
        Assert.Empty(await Accessibility.ViolationsAsync(second.Page));

        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Mijn antwoord bewaren" }).ClickAsync();
        await Assertions.Expect(Saved(second)).ToContainTextAsync("Bewaard om");
        await second.GoAsync(path);
        await Assertions.Expect(Text(second)).ToHaveValueAsync("Tekst van de tweede.");
        await Assertions.Expect(second.Page.Locator("section[aria-labelledby=geschiedenis]")).ToContainTextAsync("Tekst van de eerste.");
    }

    [Fact]
    public async Task A_server_that_is_away_is_told_at_once_and_the_text_is_saved_when_it_is_back()
    {
        var path = await PathAsync();
        await using var member = await installation.SignedInAsync("teamlid", new(WithScript));
        await member.GoAsync(path);
        await member.Page.RouteAsync("**/*handler=bewaar", route => route.AbortAsync("connectionrefused"));
        await Text(member).FillAsync("Getypt terwijl de server weg was.");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Geen verbinding");
        Assert.Equal(0, await member.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
        Assert.Equal(0, await member.Page.EvaluateAsync<int>("indexedDB.databases().then(all => all.length)"));

        await member.Page.UnrouteAsync("**/*handler=bewaar");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Bewaard om", new() { Timeout = 30_000 });
        await member.GoAsync(path);
        await Assertions.Expect(Text(member)).ToHaveValueAsync("Getypt terwijl de server weg was.");
    }

    [Fact]
    public async Task A_server_that_asks_to_wait_gets_the_text_later()
    {
        var path = await PathAsync();
        await using var member = await installation.SignedInAsync("teamlid", new(WithScript));
        await member.GoAsync(path);
        var asked = new List<DateTime>();
        await member.Page.RouteAsync("**/*handler=bewaar", async route =>
        {
            asked.Add(DateTime.UtcNow);
            await (asked.Count == 1 ? route.FulfillAsync(new() { Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "3" } }) : route.ContinueAsync());
        });
        await Text(member).FillAsync("Getypt toen het te vaak was.");
        await Assertions.Expect(Saved(member)).ToHaveAttributeAsync("data-saved", "lost");
        await Text(member).FillAsync("Getypt toen het te vaak was, en daarna.");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Bewaard om", new() { Timeout = 30_000 });
        Assert.True(asked[1] - asked[0] >= TimeSpan.FromSeconds(2.9), $"asked again after {asked[1] - asked[0]}");
        await member.GoAsync(path);
        await Assertions.Expect(Text(member)).ToHaveValueAsync("Getypt toen het te vaak was, en daarna.");
    }

    [Fact]
    public async Task Without_script_the_keyboard_leads_from_question_to_question_to_checking_and_finishing()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation");
        await member.PressAsync(member.Page.Locator(".question__talk a").First);
        for (var number = 0; number < 40 && member.Page.Url.Contains("/vragen/", StringComparison.Ordinal); number++)
        {
            var next = member.Page.Locator("button[name=actie][value=volgende]");
            await next.FocusAsync();
            var arrived = member.Page.WaitForURLAsync(address => address != member.Page.Url || true, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await next.PressAsync("Enter");
            await arrived;
        }

        Assert.Contains("/nakijken/", member.Page.Url, StringComparison.Ordinal);
        await member.PressAsync("Onderdeel afronden");
        await Assertions.Expect(member.Page.Locator("[role=status]").First).ToContainTextAsync("is afgerond");
        Assert.Equal("policy", (await maker.FirstStepAsync(id))!.StepKey);
    }

    [Fact]
    public async Task A_comment_calls_a_colleague_who_sees_it_and_settles_it()
    {
        var id = await maker.MakeAsync("regulation");
        var path = $"/doorlichtingen/{id}/vragen/{Task}/regulation/{Question}";
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(path);
        await member.PressAsync("Opmerking plaatsen");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf eerst uw opmerking.");

        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync(path);
        var name = (await coach.Page.Locator(".site-header__account a[href='/account']").InnerTextAsync()).Replace("Ingelogd als ", string.Empty, StringComparison.Ordinal);
        await member.Page.GetByLabel("Uw opmerking").FillAsync($"@{name} <b>kijkt</b> u mee?");
        await member.PressAsync("Opmerking plaatsen");
        await Assertions.Expect(member.Page.Locator(".comment").First).ToContainTextAsync("<b>kijkt</b>");
        Assert.Equal(1, await UnseenAsync(id));

        await coach.GoAsync(path);
        Assert.Equal(0, await UnseenAsync(id));
        await coach.PressAsync(coach.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Afgehandeld") }));
        await Assertions.Expect(coach.Page.Locator(".comment .utrecht-status-badge")).ToHaveTextAsync("Afgehandeld");
        await member.GoAsync(path);
        await member.PressAsync(member.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Intrekken") }));
        await Assertions.Expect(member.Page.Locator(".comment").First).ToContainTextAsync("Ingetrokken op");
        Assert.Equal(0, await member.Page.GetByText("kijkt").CountAsync());
    }

    [Fact]
    public async Task A_question_is_given_to_a_colleague_and_a_later_choice_is_not_overwritten()
    {
        var path = await PathAsync();
        await using var member = await installation.SignedInAsync("teamlid");
        await using var coach = await installation.SignedInAsync("begeleider");
        await member.GoAsync(path);
        await coach.GoAsync(path);
        var names = await member.Page.Locator("#wie option").AllInnerTextsAsync();
        await member.Page.Locator("#wie").SelectOptionAsync(new SelectOptionValue { Label = names[1] });
        await member.PressAsync("Toewijzen");
        await Assertions.Expect(member.Page.Locator("section[aria-labelledby=toewijzen]")).ToContainTextAsync($"{names[1]} zoekt deze vraag uit.");
        await coach.Page.Locator("#wie").SelectOptionAsync(new SelectOptionValue { Label = names[2] });
        await coach.PressAsync("Toewijzen");
        await Assertions.Expect(coach.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft intussen iemand anders gekozen.");
        await Assertions.Expect(coach.Page.Locator("section[aria-labelledby=toewijzen]")).ToContainTextAsync($"{names[1]} zoekt deze vraag uit.");
    }

    [Fact]
    public async Task Pages_are_English_for_who_chose_so_and_Dutch_again_afterwards()
    {
        var path = await PathAsync();
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(path);
        await member.PressAsync("English");
        Assert.EndsWith(path, member.Page.Url, StringComparison.Ordinal);
        Assert.Equal("en", await member.Page.Locator("html").GetAttributeAsync("lang"));
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Button, new() { Name = "Save and next question" })).ToBeVisibleAsync();
        await member.PressAsync("Add comment");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Write your comment first.");
        await member.PressAsync("Nederlands");
        Assert.Equal("nl", await member.Page.Locator("html").GetAttributeAsync("lang"));
    }

    private static ILocator Text(Visitor visitor) => visitor.Page.Locator($"#{Question}-toelichting");

    private static ILocator Saved(Visitor visitor) => visitor.Page.Locator($"#vraag-{Question} .question__saved");

    private async Task<string> PathAsync() => $"/doorlichtingen/{await maker.MakeAsync("regulation")}/vragen/{Task}/regulation/{Question}";

    private async Task<int> UnseenAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await db.Mentions.CountAsync(row => row.SeenUtc == null && db.Comments.Any(comment => comment.Id == row.CommentId && comment.AssessmentId == caseId));
    }
}
