using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Text at a question without a chosen answer: kept as it is typed, for the team only, until the answer takes its place.</summary>
public sealed class StartedAnswerTests(Installation installation)
{
    private const string Task = "controle-uitwonendenbeurs";
    private const string Question = "R12";

    private static readonly BrowserNewContextOptions WithScript = new() { ViewportSize = new() { Width = 1280, Height = 900 } };

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Text_is_kept_while_it_is_typed_and_the_answer_takes_its_place()
    {
        var id = await CaseAsync();
        await using var member = await installation.SignedInAsync("teamlid", new(WithScript));
        await member.GoAsync(PathOf(id));
        await Text(member).FillAsync("Eerst de tekst, dan het antwoord.");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Tekst bewaard om");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Kies nog een antwoord.");
        Assert.Empty(await Accessibility.ViolationsAsync(member.Page));

        await member.GoAsync(PathOf(id));
        await Assertions.Expect(Text(member)).ToHaveValueAsync("Eerst de tekst, dan het antwoord.");
        await member.Page.GetByLabel("Weet ik niet", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Bewaard om");
        Assert.Empty(member.Faults);

        await using var db = database.Read();
        var answer = await db.Answers.SingleAsync(row => row.AssessmentId == id && row.TaskKey == Task && row.QuestionId == Question);
        Assert.Equal(("unknown", "Eerst de tekst, dan het antwoord."), (answer.Value, answer.Motivation));
        Assert.False(await db.StartedAnswers.AnyAsync(row => row.AssessmentId == id));
        Assert.Equal(["answer.started", "answer.saved"], await db.Trail.Where(row => row.AssessmentId == id && row.Subject == $"{Task}/{Question}").OrderByDescending(row => row.Id).Take(2).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());
    }

    [Fact]
    public async Task Emptied_text_is_gone()
    {
        var id = await CaseAsync();
        await using var member = await installation.SignedInAsync("teamlid", new(WithScript));
        await member.GoAsync(PathOf(id));
        await Text(member).FillAsync("Toch niet.");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Tekst bewaard om");
        await Text(member).FillAsync(string.Empty);
        await Assertions.Expect(Saved(member)).Not.ToContainTextAsync("Tekst bewaard om");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Bewaard om");
        await using (var db = database.Read())
        {
            Assert.False(await db.StartedAnswers.AnyAsync(row => row.AssessmentId == id));
        }

        await Text(member).FillAsync("Of toch wel.");
        await Assertions.Expect(Saved(member)).ToContainTextAsync("Tekst bewaard om");
    }

    [Fact]
    public async Task Of_two_who_begin_at_once_neither_text_is_lost()
    {
        var id = await CaseAsync();
        await using var first = await installation.SignedInAsync("teamlid", new(WithScript));
        await using var second = await installation.SignedInAsync("teamlid", new(WithScript));
        await first.GoAsync(PathOf(id));
        await second.GoAsync(PathOf(id));
        await Text(first).FillAsync("Begin van de eerste.");
        await Assertions.Expect(Saved(first)).ToContainTextAsync("Tekst bewaard om");
        await Text(second).FillAsync("Begin van de tweede.");
        await Assertions.Expect(Saved(second)).ToContainTextAsync("Tess Teamlid is intussen ook aan deze vraag begonnen.");
        await Assertions.Expect(second.Page.Locator(".question__theirs")).ToContainTextAsync("Begin van de eerste.");
        await Assertions.Expect(Text(second)).ToHaveValueAsync("Begin van de tweede.");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Dit antwoord overnemen" }).ClickAsync();
        await Assertions.Expect(Text(second)).ToHaveValueAsync("Begin van de eerste.");

        // Who answers without having seen the other's new text is asked as well.
        await Text(first).FillAsync("Begin van de eerste, en verder.");
        await Assertions.Expect(Saved(first)).ToContainTextAsync("Tekst bewaard om");
        await second.Page.GetByLabel("Weet ik niet", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(second.Page.Locator(".question__theirs")).ToContainTextAsync("Begin van de eerste, en verder.");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Mijn antwoord bewaren" }).ClickAsync();
        await Assertions.Expect(Saved(second)).ToContainTextAsync("Bewaard om");

        // And who goes on with a text meets the answer.
        await Text(first).FillAsync("Begin van de eerste, en nog verder.");
        await Assertions.Expect(Saved(first)).ToContainTextAsync("heeft deze vraag intussen beantwoord");
        await Assertions.Expect(Text(first)).ToHaveValueAsync("Begin van de eerste, en nog verder.");
    }

    [Fact]
    public async Task Without_script_the_buttons_keep_it_and_finishing_asks_for_the_answer()
    {
        var id = await CaseAsync();
        var part = $"/doorlichtingen/{id}/vragen/{Task}/regulation";
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(PathOf(id));
        await Text(member).FillAsync("Zonder script getypt.");
        await member.PressAsync(member.Page.Locator("button[name=actie][value=volgende]"));
        Assert.Equal($"Uw tekst bij vraag {Question} is bewaard, maar er is nog geen antwoord gekozen.", await member.MessageAsync());

        await member.GoAsync(part);
        await Assertions.Expect(Text(member)).ToHaveValueAsync("Zonder script getypt.");
        await member.PressAsync(member.Page.Locator("button[name=actie][value=opslaan]"));
        Assert.Equal($"Uw antwoorden zijn opgeslagen. Bij vraag {Question} is uw tekst bewaard, maar nog geen antwoord gekozen.", await member.MessageAsync());
        await member.PressAsync(member.Page.Locator("button[name=actie][value=afronden]"));
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync($"Vraag {Question}: kies een antwoord.");
        await Assertions.Expect(Text(member)).ToHaveValueAsync("Zonder script getypt.");

        await member.GoAsync($"/doorlichtingen/{id}/nakijken/{Task}/regulation");
        await Assertions.Expect(member.Page.Locator($"#vraag-{Question}")).ToContainTextAsync("Nog geen antwoord");
        await Assertions.Expect(member.Page.Locator($"#vraag-{Question}")).ToContainTextAsync("Zonder script getypt.");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/nakijken/{Task}/regulation");
        await Assertions.Expect(auditor.Page.Locator($"#vraag-{Question}")).ToContainTextAsync("Nog geen antwoord");
        Assert.DoesNotContain("Zonder script getypt.", await auditor.Page.ContentAsync(), StringComparison.Ordinal);
        foreach (var path in new[] { part, PathOf(id), $"/doorlichtingen/{id}/spoor" })
        {
            await auditor.GoAsync(path);
            Assert.DoesNotContain("Zonder script getypt.", await auditor.Page.ContentAsync(), StringComparison.Ordinal);
        }

        await member.GoAsync($"/doorlichtingen/{id}/spoor");
        await Assertions.Expect(member.Page.Locator("main")).ToContainTextAsync("Zonder script getypt.");
        await member.GoAsync(PathOf(id));
        await member.Page.GetByLabel("Weet ik niet", new() { Exact = true }).CheckAsync();
        await member.PressAsync(member.Page.Locator("button[name=actie][value=volgende]"));
        await member.GoAsync($"/doorlichtingen/{id}/spoor");
        await Assertions.Expect(member.Page.Locator(".activity__line").First).ToContainTextAsync("Weet ik niet – Zonder script getypt.");
    }

    [Fact]
    public async Task Task_that_is_split_takes_it_along()
    {
        var id = await CaseAsync();
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(PathOf(id));
        await Text(member).FillAsync("Hoort ook bij het deel.");
        await member.PressAsync(member.Page.Locator("button[name=actie][value=volgende]"));
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync(PathOf(id));
        await Assertions.Expect(coach.Page.Locator("main")).ToContainTextAsync("Hoort ook bij het deel.");
        await coach.GoAsync($"/doorlichtingen/{id}/taken-wijzigen");
        await coach.Page.GetByLabel("Taak splitsen", new() { Exact = true }).CheckAsync();
        await coach.Page.Locator("#taak").SelectOptionAsync(Task);
        await coach.Page.Locator("#naam").FillAsync("Selectie voor controle");
        await coach.Page.Locator("#reden").FillAsync("De taak bleek uit twee delen te bestaan.");
        await coach.PressAsync("Taken wijzigen");
        await using var db = database.Read();
        var rows = await db.StartedAnswers.Where(row => row.AssessmentId == id).ToListAsync();
        Assert.Equal(2, rows.Select(row => row.TaskKey).Distinct().Count());
        Assert.All(rows, row => Assert.Equal("Hoort ook bij het deel.", row.Motivation));
    }

    private static string PathOf(Guid id) => $"/doorlichtingen/{id}/vragen/{Task}/regulation/{Question}";

    private static ILocator Text(Visitor visitor) => visitor.Page.Locator($"#{Question}-toelichting");

    private static ILocator Saved(Visitor visitor) => visitor.Page.Locator($"#vraag-{Question} .question__saved");

    /// <summary>A case in which the question has no answer.</summary>
    private async Task<Guid> CaseAsync()
    {
        var id = await maker.MakeAsync("regulation");
        await database.WriteAsync(async db =>
        {
            var answer = await db.Answers.AsTracking().SingleAsync(row => row.AssessmentId == id && row.TaskKey == Task && row.QuestionId == Question);
            db.AnswerRevisions.RemoveRange(await db.AnswerRevisions.AsTracking().Where(row => row.AnswerId == answer.Id).ToListAsync());
            db.Answers.Remove(answer);
        });
        return id;
    }
}
