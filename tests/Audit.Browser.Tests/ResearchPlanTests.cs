using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The research plan through its pages: planning, proposals, two people at once, and the end of its step.</summary>
public sealed class ResearchPlanTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Question = "Welke kenmerken gebruikt het profiel?";
    private const string TaskName = "Controle uitwonendenbeurs";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Question_is_planned_changed_and_removed_and_the_trail_keeps_it()
    {
        var id = await maker.MakeAsync("research-plan");
        await using var member = await installation.SignedInAsync("teamlid");
        var pages = new CasePages(member, id);
        await pages.BeginStepAsync("Onderzoeksplan");
        await member.FollowAsync("Onderzoeksvraag toevoegen");
        await FillInAsync(member.Page);
        await member.PressAsync("Toevoegen");
        await pages.SeesAsync("De onderzoeksvraag staat in het plan.");
        var text = await member.Page.Locator("main").InnerTextAsync();
        Assert.Contains("1 onderzoeksvraag: 1 nog te doen. Te laat: 1.", text, StringComparison.Ordinal);
        Assert.Contains("15 januari 2026", text, StringComparison.Ordinal);
        Assert.Contains("Te laat", await member.Page.Locator(".task-list__item").InnerTextAsync(), StringComparison.Ordinal);

        await member.FollowAsync($"Wijzigen ({Question})");
        await member.Page.GetByLabel("Klaar", new() { Exact = true }).CheckAsync();
        await member.Page.GetByLabel("Bevinding").FillAsync("Zes kenmerken,\nwaarvan één leeftijd.");
        await member.PressAsync("Opslaan");
        text = await member.Page.Locator("main").InnerTextAsync();
        Assert.Contains("1 onderzoeksvraag: 1 klaar.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Te laat", text, StringComparison.Ordinal);
        Assert.Contains("waarvan één leeftijd.", text, StringComparison.Ordinal);

        await member.FollowAsync($"Verwijderen ({Question})");
        Assert.Single(await ItemsAsync(id));
        await member.PressAsync("Ja, verwijderen");
        await pages.SeesAsync("De onderzoeksvraag is uit het plan gehaald.");
        Assert.Empty(await ItemsAsync(id));
        Assert.Equal(["research.added", "research.changed", "research.removed"], (await TrailAsync(id)).Select(row => row.Event));
        Assert.Contains("waarvan één leeftijd.", (await TrailAsync(id))[^1].Before, StringComparison.Ordinal);
        Assert.Empty(member.Faults);
    }

    [Fact]
    public async Task Proposals_are_added_when_ticked_and_are_not_proposed_again()
    {
        var id = await maker.MakeAsync("research-plan");
        await using var coach = await installation.SignedInAsync("begeleider");
        var pages = new CasePages(coach, id);
        await pages.OpenAsync("/onderzoeksplan");
        await coach.FollowAsync("Voeg voorstellen toe");
        var boxes = coach.Page.Locator("input[name=voorstel]");
        var offered = await boxes.CountAsync();
        Assert.True(offered > 2, $"only {offered} proposals");
        Assert.Equal(0, await coach.Page.Locator("input[name=voorstel]:checked").CountAsync());

        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(1).CheckAsync();
        await coach.PressAsync("Aangevinkte voorstellen toevoegen");
        await pages.SeesAsync("2 onderzoeksvragen toegevoegd.");
        var items = await ItemsAsync(id);
        Assert.Equal(2, items.Count);
        Assert.All(items, item => Assert.NotNull(item.QuestionId));

        await coach.FollowAsync("Voeg voorstellen toe");
        Assert.Equal(offered - 2, await boxes.CountAsync());
        await coach.FollowAsync("Alle voorstellen aanvinken");
        await coach.PressAsync("Aangevinkte voorstellen toevoegen");
        Assert.Equal(offered, (await ItemsAsync(id)).Count);
        await coach.FollowAsync("Voeg voorstellen toe");
        await Assertions.Expect(coach.Page.GetByText("Er zijn nu geen nieuwe voorstellen.")).ToBeVisibleAsync();
        Assert.Empty(coach.Faults);
    }

    [Fact]
    public async Task Question_in_the_plan_and_question_of_the_instrument_lead_to_each_other()
    {
        var id = await new ResearchMaker(maker).MakeAsync();
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/onderzoeksplan");
        await member.FollowAsync("vraag R5");
        Assert.Equal(1, await member.Page.GetByText("Staat in het onderzoeksplan").CountAsync());
        await member.FollowAsync("Staat in het onderzoeksplan (vraag R5)");
        Assert.Equal($"/doorlichtingen/{id}/onderzoeksplan", new Uri(member.Page.Url).AbsolutePath);
    }

    [Fact]
    public async Task Two_people_on_one_question_both_keep_their_text()
    {
        var id = await maker.MakeAsync("research-plan");
        var item = await maker.PlanAsync(id, Question);
        var path = $"/doorlichtingen/{id}/onderzoeksplan/{item}";
        await using var first = await installation.SignedInAsync("teamlid");
        await using var second = await installation.SignedInAsync("begeleider");
        await first.GoAsync(path);
        await second.GoAsync(path);
        await first.Page.GetByLabel("Waar is die te vinden?").FillAsync("De teamleider");
        await first.PressAsync("Opslaan");
        await second.Page.GetByLabel("Waar is die te vinden?").FillAsync("De analist");
        await second.PressAsync("Opslaan");

        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft deze onderzoeksvraag intussen gewijzigd.");
        Assert.Contains("De teamleider", await second.Page.Locator(".utrecht-alert--warning").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("De analist", await second.Page.GetByLabel("Waar is die te vinden?").InputValueAsync());
        Assert.Equal("De teamleider", (await ItemsAsync(id)).Single().InformationSource);
        await second.PressAsync("Opslaan");
        Assert.Equal("De analist", (await ItemsAsync(id)).Single().InformationSource);
    }

    [Fact]
    public async Task Question_that_a_colleague_removed_can_be_put_back_as_typed()
    {
        var id = await maker.MakeAsync("research-plan");
        var item = await maker.PlanAsync(id, Question, content => content with { QuestionId = "R5" });
        await using var first = await installation.SignedInAsync("teamlid");
        await using var second = await installation.SignedInAsync("begeleider");
        await second.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/{item}");
        await first.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/{item}/verwijderen");
        await first.PressAsync("Ja, verwijderen");

        await second.Page.GetByLabel("Bevinding").FillAsync("Het zijn er zes.");
        await second.PressAsync("Opslaan");
        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("intussen uit het plan gehaald");
        await second.PressAsync("Terugzetten in het plan");
        var back = (await ItemsAsync(id)).Single();
        Assert.Equal((Question, "R5", "Het zijn er zes."), (back.Question, back.QuestionId, back.Finding));
    }

    [Fact]
    public async Task Question_that_changed_is_not_removed_unseen()
    {
        var id = await maker.MakeAsync("research-plan");
        var item = await maker.PlanAsync(id, Question);
        await using var first = await installation.SignedInAsync("teamlid");
        await using var second = await installation.SignedInAsync("begeleider");
        await second.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/{item}/verwijderen");
        await first.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/{item}");
        await first.Page.GetByLabel("Bevinding").FillAsync("Het zijn er zes.");
        await first.PressAsync("Opslaan");
        await second.PressAsync("Ja, verwijderen");

        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("intussen gewijzigd");
        Assert.Contains("Het zijn er zes.", await second.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Single(await ItemsAsync(id));
    }

    [Fact]
    public async Task Step_ends_only_with_a_plan_and_research_goes_on_after_it()
    {
        var id = await maker.MakeAsync("research-plan");
        await using var member = await installation.SignedInAsync("teamlid");
        var pages = new CasePages(member, id);
        await pages.BeginStepAsync("Onderzoeksplan");
        await member.Page.GetByLabel("Notities").FillAsync("We beginnen bij de wet.");
        await member.PressAsync("Stap afronden");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Het onderzoeksplan is nog leeg.");
        Assert.Equal("We beginnen bij de wet.", await member.Page.GetByLabel("Notities").InputValueAsync());
        Assert.Equal("research-plan", (await maker.FirstStepAsync(id))!.StepKey);

        await pages.PlanResearchAsync("Onderzoeksplan", Question);
        Assert.NotEqual("research-plan", (await maker.FirstStepAsync(id))!.StepKey);
        await pages.OpenAsync("/onderzoeksplan");
        Assert.Equal(0, await member.Page.GetByRole(AriaRole.Button, new() { Name = "Stap afronden" }).CountAsync());
        await member.FollowAsync("Onderzoeksvraag toevoegen");
        await member.Page.GetByLabel("Onderzoeksvraag").FillAsync("En nog iets.");
        await member.PressAsync("Toevoegen");
        await member.Page.GetByLabel("Notities").FillAsync("Later aangevuld.");
        await member.PressAsync("Notities opslaan");
        Assert.Equal("Later aangevuld.", await member.Page.GetByLabel("Notities").InputValueAsync());
        Assert.Equal(2, (await ItemsAsync(id)).Count);
    }

    [Fact]
    public async Task Form_that_is_sent_twice_adds_one_question()
    {
        var id = await maker.MakeAsync("research-plan");
        var path = $"/doorlichtingen/{id}/onderzoeksplan/nieuw";
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(path);
        var submission = (await member.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await member.TokenAsync()), ("inzending", submission), ("vraag", Question), ("taak", ""), ("status", "Open")];
        var answers = await Task.WhenAll(member.PostAsync(path, form), member.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single(await ItemsAsync(id));
    }

    [Fact]
    public async Task Auditor_reads_the_plan_and_cannot_change_it()
    {
        var id = await new ResearchMaker(maker).MakeAsync();
        var item = await maker.FirstItemAsync(id);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/onderzoeksplan");
        Assert.Contains(ResearchMaker.OfBody, await auditor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await auditor.Page.Locator("main input:not([type=hidden]), main textarea, main button").CountAsync());
        foreach (var page in new[] { "nieuw", "voorstellen", $"{item}", $"{item}/verwijderen" })
        {
            await auditor.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/{page}", 404);
        }

        var token = await auditor.TokenAsync();
        var before = await ItemsAsync(id);
        (string, string)[] form = [(Token, token), ("vraag", "Van de auditor"), ("status", "Open"), ("gezien", before[0].Version.ToString())];
        var answer = await auditor.PostAsync($"/doorlichtingen/{id}/onderzoeksplan/{item}", form);
        Assert.Contains("U kunt het onderzoeksplan niet (meer) wijzigen.", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Van de auditor", await answer.TextAsync(), StringComparison.Ordinal);
        await auditor.PostAsync($"/doorlichtingen/{id}/onderzoeksplan/nieuw", form);
        await auditor.PostAsync($"/doorlichtingen/{id}/onderzoeksplan/{item}/verwijderen", form);
        Assert.Equal(before.Select(row => (row.Id, row.Version)), (await ItemsAsync(id)).Select(row => (row.Id, row.Version)));
    }

    [Fact]
    public async Task Plan_is_closed_once_the_outcome_is_adopted()
    {
        var id = await maker.SeededAsync("vastgesteld en uitgevoerd");
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/onderzoeksplan");
        Assert.Equal(0, await coach.Page.GetByRole(AriaRole.Link, new() { Name = "Onderzoeksvraag toevoegen" }).CountAsync());
        await coach.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/nieuw", 404);
    }

    [Fact]
    public async Task Owner_must_take_part_and_the_filter_shows_what_is_mine()
    {
        var id = await new ResearchMaker(maker).MakeAsync();
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/onderzoeksplan");
        await member.FollowAsync("Alleen vragen van mij tonen (1)");
        Assert.Equal([ResearchMaker.Overdue], await member.Page.Locator(".task-list__item h4").AllInnerTextsAsync());

        await member.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/nieuw");
        var outsider = (await maker.UserAsync(Roles.Coordinator)).ToString();
        var answer = await member.PostAsync(
            $"/doorlichtingen/{id}/onderzoeksplan/nieuw", (Token, await member.TokenAsync()), ("vraag", Question), ("status", "Open"), ("wie", outsider));
        Assert.Contains("Kies iemand die meedoet aan deze doorlichting.", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, (await ItemsAsync(id)).Count);
    }

    private static async Task FillInAsync(IPage page)
    {
        await page.GetByLabel("Onderzoeksvraag").FillAsync(Question);
        await page.GetByLabel("Over welke taak gaat het?").SelectOptionAsync(new SelectOptionValue { Label = TaskName });
        await page.GetByLabel("Welke informatie is nodig?").FillAsync("De lijst met kenmerken.");
        await page.GetByLabel("Waar is die te vinden?").FillAsync("De analist");
        await page.GetByLabel("Wie zoekt het uit?").SelectOptionAsync(new SelectOptionValue { Label = "Tess Teamlid" });
        await page.GetByLabel("Uiterlijk klaar op").FillAsync("15-1-2026");
    }

    private async Task<List<ResearchItemRow>> ItemsAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.ResearchItems.Where(row => row.AssessmentId == id).OrderBy(row => row.Position).ToListAsync();
    }

    private async Task<List<TrailRow>> TrailAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.Trail.Where(row => row.AssessmentId == id && row.Event.StartsWith("research.")).OrderBy(row => row.Id).ToListAsync();
    }
}
