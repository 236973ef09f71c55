using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>What becomes of a risk: sent twice, taken out and put back, read by others, taken along to other tasks and rounds.</summary>
public sealed partial class RiskTests
{
    [Fact]
    public async Task Forms_that_are_sent_twice_count_once()
    {
        var id = await maker.MakeAsync("session-3");
        await using var member = await installation.SignedInAsync("teamlid");
        var path = $"/doorlichtingen/{id}/risicos/nieuw";
        await member.GoAsync(path);
        (string, string)[] form =
        [
            (Token, await member.TokenAsync()), ("inzending", await ValueAsync(member, "inzending")), ("taak", RiskMaker.TaskKey), ("titel", Written), ("onderdeel", "policy"),
            ("oorzaak", "Het profiel."), ("gevolg", "Vaker bezoek."),
        ];
        var answers = await Task.WhenAll(member.PostAsync(path, form), member.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        var risk = Assert.Single(await risks.ReadAsync(id)).Row.Id;

        path = $"/doorlichtingen/{id}/risicos/{risk}/oordelen/zonder-waarborgen";
        await member.GoAsync(path);
        form =
        [
            (Token, await member.TokenAsync()), ("inzending", await ValueAsync(member, "inzending")), ("kans", "hoog"), ("kansWaarom", "a"), ("impact", "hoog"), ("impactWaarom", "b"),
            ("niveau", "hoog"), ("niveauWaarom", "c"),
        ];
        answers = await Task.WhenAll(member.PostAsync(path, form), member.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single((await risks.ReadAsync(id)).Single().Judgements);
    }

    [Fact]
    public async Task Risk_that_is_taken_out_keeps_its_reason_and_can_come_back()
    {
        var id = await maker.MakeAsync("session-3");
        var risk = await risks.AddAsync(id);
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/risicos/{risk}");
        await member.FollowAsync("Uit het register halen");
        await member.PressAsync("Uit het register halen");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf op waarom het risico uit het register kan.");
        await member.Page.GetByLabel("Waarom kan dit risico eruit?").FillAsync("Staat er al in.");
        await member.PressAsync("Uit het register halen");
        await member.GoAsync($"/doorlichtingen/{id}/risicos");
        Assert.Contains("Reden: Staat er al in.", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await member.Page.Locator(".register").CountAsync());
        await member.GoAsync($"/doorlichtingen/{id}/risicos/{risk}/oordelen/restrisico", 404);

        await member.GoAsync($"/doorlichtingen/{id}/risicos/{risk}");
        await member.PressAsync("Terugzetten in het register");
        Assert.False((await risks.ReadAsync(id)).Single().IsOut);
        Assert.Equal(["risk.restored", "risk.dropped", "risk.added"], await EventsAsync(id, risk));
    }

    [Fact]
    public async Task Who_has_no_say_reads_the_register_and_changes_nothing()
    {
        var id = await maker.MakeAsync("adoption");
        var risk = await risks.AddAsync(id);
        await risks.JudgeAsync(id, risk, new(RiskStage.Residual, false), new(2, 2, 2));
        var home = $"/doorlichtingen/{id}/risicos";
        (string Mailbox, string[] Closed)[] people =
        [
            ("manager", ["/nieuw", "/voorstellen", $"/{risk}/wijzigen", $"/{risk}/uit-register", $"/{risk}/oordelen/restrisico", $"/{risk}/accepteren"]),
            ("auditor", ["/nieuw", "/voorstellen", $"/{risk}/wijzigen", $"/{risk}/uit-register", $"/{risk}/accepteren"]),
            ("opdrachtgever", ["/nieuw", $"/{risk}/wijzigen", $"/{risk}/oordelen/restrisico"]),
            ("teamlid", [$"/{risk}/accepteren"]),
        ];
        foreach (var (mailbox, closed) in people)
        {
            await using var visitor = await installation.SignedInAsync(mailbox);
            await visitor.GoAsync(home);
            var token = await visitor.TokenAsync();
            var version = (await risks.ReadAsync(id)).Single().Row.Version.ToString();
            foreach (var page in closed)
            {
                await visitor.GoAsync(home + page, 404);
                var answer = await visitor.PostAsync(home + page, EveryField(token, page.EndsWith("accepteren", StringComparison.Ordinal) ? "2" : version));
                Assert.True(answer.Status == 200 && (await answer.TextAsync()).Contains("opgeslagen.", StringComparison.Ordinal), $"{mailbox} {page} {answer.Status}");
            }
        }

        var left = Assert.Single(await risks.ReadAsync(id));
        Assert.Equal((RiskMaker.Title, 1, 0, false), (left.Row.Title, left.Judgements.Count, left.Acceptances.Count, left.IsOut));
    }

    [Fact]
    public async Task Split_and_dropped_tasks_take_their_risks_along()
    {
        var id = await maker.MakeAsync("policy");
        await risks.AddAsync(id);
        await using var coach = await installation.SignedInAsync("begeleider");
        await ChangeTasksAsync(coach, id, "Taak splitsen", "Selectie voor controle");
        await ChangeTasksAsync(coach, id, "Taak laten vervallen", null);
        await coach.GoAsync($"/doorlichtingen/{id}/risicos");
        Assert.Equal(1, await coach.Page.Locator(".register tbody tr").CountAsync());
        Assert.Contains("Selectie voor controle", await coach.Page.Locator(".register").InnerTextAsync(), StringComparison.Ordinal);
        await Assertions.Expect(coach.Page.GetByRole(AriaRole.Heading, new() { Name = "Vervallen taken" })).ToBeVisibleAsync();
        await coach.PressAsync(coach.Page.Locator(".task-list a", new() { HasText = RiskMaker.Title }));
        await Assertions.Expect(coach.Page.GetByText("De taak van dit risico wordt niet meer onderzocht.")).ToBeVisibleAsync();
        Assert.Equal(0, await coach.Page.GetByRole(AriaRole.Link, new() { Name = "Tekst en verbindingen wijzigen" }).CountAsync());
    }

    [Fact]
    public async Task Sequel_takes_risks_over_and_shows_how_they_were_judged_before()
    {
        var previous = await risks.MakeAsync();
        await maker.GoOnAsync(previous);
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{previous}/vervolg");
        await coach.Page.GetByLabel("Naam").FillAsync("Hertoets met risico's");
        await coach.PressAsync("Hertoets beginnen");
        var id = Guid.Parse(new Uri(coach.Page.Url).Segments[^1]);

        var copies = await risks.ReadAsync(id);
        Assert.Equal(2, copies.Count);
        Assert.All(copies, risk => Assert.Empty(risk.Judgements));
        Assert.Equal((await risks.ReadAsync(previous))[0].Ties, copies[0].Ties);
        await coach.GoAsync($"/doorlichtingen/{id}/risicos/{copies[0].Row.Id}");
        var text = await coach.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Vorig oordeel", text, StringComparison.Ordinal);
        Assert.Contains("Restrisico, auditor: hoog", text, StringComparison.Ordinal);
        Assert.Contains("Niemand heeft het restrisico geaccepteerd.", text, StringComparison.Ordinal);
    }
}
