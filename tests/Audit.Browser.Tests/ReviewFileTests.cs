using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests;

/// <summary>The review file through its pages: asking, answering, settling, and what two people at once do.</summary>
public sealed class ReviewFileTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Asked = "Waar staat de steekproef?";

    private readonly ReviewMaker maker = new(installation);

    [Fact]
    public async Task Evidence_is_asked_given_asked_again_and_settled_and_all_of_it_stays()
    {
        var id = await maker.Cases.MakeAsync("regulation");
        await using var auditor = await installation.SignedInAsync("auditor");
        await using var member = await installation.SignedInAsync("teamlid");
        var (asks, answers) = (new CasePages(auditor, id), new CasePages(member, id));
        await asks.OpenAsync();
        await auditor.FollowAsync("Beoordelingsdossier");
        await auditor.FollowAsync("Punt toevoegen");
        await auditor.Page.GetByLabel("Verzoek om bewijs").CheckAsync();
        await auditor.Page.Locator("#onderwerp").SelectOptionAsync("vraag:R12");
        await auditor.Page.GetByLabel("Wat wilt u vragen of melden?").FillAsync(Asked);
        await auditor.PressAsync("Punt toevoegen");
        await asks.SeesAsync("Het punt staat in het beoordelingsdossier. Het team kan nu reageren.");

        await answers.OpenAsync($"/vragen/{ReviewMaker.TaskKey}/regulation");
        await Assertions.Expect(member.Page.Locator("#vraag-R12")).ToContainTextAsync(Asked);
        await member.FollowAsync("Bekijken en reageren (vraag R12: verzoek om bewijs)");
        await member.Page.GetByLabel("Uw reactie").FillAsync("De steekproef is van 2013.");
        await member.PressAsync("Reactie versturen");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf op waar het bewijs te vinden is");
        Assert.Equal("De steekproef is van 2013.", await member.Page.GetByLabel("Uw reactie").InputValueAsync());
        await member.Page.GetByLabel("Waar is het bewijs te vinden?").FillAsync("Map Steekproeven, bladzijde 4");
        await member.PressAsync("Reactie versturen");
        await answers.SeesAsync("Uw reactie is opgeslagen. De auditor kijkt er nu naar.");
        await answers.OpenAsync($"/vragen/{ReviewMaker.TaskKey}/regulation");
        await Assertions.Expect(member.Page.Locator("#vraag-R12")).Not.ToContainTextAsync(Asked);

        await auditor.Page.ReloadAsync();
        await DecideAsync(auditor, "Opnieuw openen", "Bladzijde 4 gaat over iets anders.");
        await asks.SeesAsync("Het punt is weer open.");
        await member.GoAsync(new Uri(auditor.Page.Url).AbsolutePath);
        await member.Page.GetByLabel("Uw reactie").FillAsync("Het is bladzijde 5.");
        await member.Page.GetByLabel("Waar is het bewijs te vinden?").FillAsync("Map Steekproeven, bladzijde 5");
        await member.PressAsync("Reactie versturen");
        await auditor.Page.ReloadAsync();
        await DecideAsync(auditor, "Afhandelen", string.Empty);
        await asks.SeesAsync("Het punt is afgehandeld.");

        var text = await auditor.Page.Locator("main").InnerTextAsync();
        Assert.All([Asked, "bladzijde 4", "Bladzijde 4 gaat over iets anders.", "bladzijde 5"], part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.Equal(
            ["review-item.added", "review-item.answered", "review-item.reopened", "review-item.answered", "review-item.settled"],
            await maker.TrailAsync(id, "review-item"));
        Assert.Empty(auditor.Faults.Concat(member.Faults));
    }

    [Fact]
    public async Task Items_are_counted_and_chosen_by_state()
    {
        var id = await maker.MakeAsync();
        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync($"/doorlichtingen/{id}/beoordeling");
        Assert.Contains("3 punten in totaal. Te laat: 1.", await sponsor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await sponsor.Page.Locator("a.task-list__link").CountAsync());
        await sponsor.FollowAsync("Beantwoord (1)");
        Assert.Equal($"Verzoek om bewijs: {Asked}", await sponsor.Page.Locator("a.task-list__link").InnerTextAsync());
        await sponsor.FollowAsync("Afgehandeld (1)");
        Assert.Equal("Bevinding: De enquête ontbreekt.", await sponsor.Page.Locator("a.task-list__link").InnerTextAsync());
        Assert.Equal(0, await sponsor.Page.GetByRole(AriaRole.Link, new() { Name = "Punt toevoegen" }).CountAsync());
    }

    [Theory]
    [InlineData("teamlid")]
    [InlineData("opdrachtgever")]
    [InlineData("manager")]
    [InlineData("jurist")]
    public async Task Only_the_auditor_asks_and_settles(string mailbox)
    {
        var id = await maker.MakeAsync();
        var item = await FirstOpenAsync(id);
        var before = await StatesAsync(id);
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync($"/doorlichtingen/{id}/beoordeling/nieuw", 404);
        await visitor.GoAsync($"/doorlichtingen/{id}/beoordeling/{item.Id}");
        Assert.Equal(0, await visitor.Page.Locator("input[name=wat][type=radio]").CountAsync());
        var token = (Token, await visitor.TokenAsync());
        var added = await visitor.PostAsync($"/doorlichtingen/{id}/beoordeling/nieuw", token, ("soort", "Finding"), ("taak", ReviewMaker.TaskKey), ("tekst", "Onterecht"), ("inzending", Guid.NewGuid().ToString()));
        var settled = await visitor.PostAsync($"/doorlichtingen/{id}/beoordeling/{item.Id}", token, ("wat", "Settle"), ("gezien", item.Version.ToString()), ("inzending", Guid.NewGuid().ToString()));
        Assert.All([added, settled], answer => Assert.Equal(200, answer.Status));
        Assert.Contains(ReviewRights.NotYours, await added.TextAsync(), StringComparison.Ordinal);
        Assert.Contains(ReviewRights.NotYours, await settled.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await StatesAsync(id));
    }

    [Fact]
    public async Task Form_that_is_sent_twice_counts_once()
    {
        var id = await maker.MakeAsync();
        var item = await FirstOpenAsync(id);
        await using var member = await installation.SignedInAsync("teamlid");
        var path = $"/doorlichtingen/{id}/beoordeling/{item.Id}";
        await member.GoAsync(path);
        (string, string)[] turn = [(Token, await member.TokenAsync()), ("wat", "Respond"), ("tekst", "Klopt."), ("gezien", item.Version.ToString()), ("inzending", Guid.NewGuid().ToString())];
        var answers = await Task.WhenAll(member.PostAsync(path, turn), member.PostAsync(path, turn));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));

        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/beoordeling/nieuw");
        (string, string)[] added = [(Token, await auditor.TokenAsync()), ("soort", "Finding"), ("taak", ReviewMaker.TaskKey), ("tekst", "Dubbel"), ("inzending", Guid.NewGuid().ToString())];
        await Task.WhenAll(auditor.PostAsync($"/doorlichtingen/{id}/beoordeling/nieuw", added), auditor.PostAsync($"/doorlichtingen/{id}/beoordeling/nieuw", added));
        await using var db = maker.Database.Read();
        Assert.Equal(1, await db.ReviewEntries.CountAsync(entry => entry.ItemId == item.Id));
        Assert.Equal(1, await db.ReviewItems.CountAsync(row => row.AssessmentId == id && row.Text == "Dubbel"));
    }

    [Fact]
    public async Task Who_comes_second_reads_the_first_before_sending_again()
    {
        var id = await maker.MakeAsync();
        var item = await FirstOpenAsync(id);
        var path = $"/doorlichtingen/{id}/beoordeling/{item.Id}";
        await using var first = await installation.SignedInAsync("teamlid");
        await using var second = await installation.SignedInAsync("begeleider");
        await first.GoAsync(path);
        await second.GoAsync(path);
        await first.Page.GetByLabel("Uw reactie").FillAsync("De instructie is van 2012.");
        await first.PressAsync("Reactie versturen");
        await second.Page.GetByLabel("Uw reactie").FillAsync("De instructie is van 2013.");
        await second.PressAsync("Reactie versturen");
        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("Iemand anders heeft intussen op dit punt gereageerd.");
        await Assertions.Expect(second.Page.GetByText("De instructie is van 2012.")).ToBeVisibleAsync();
        Assert.Equal("De instructie is van 2013.", await second.Page.GetByLabel("Uw reactie").InputValueAsync());
        await second.PressAsync("Reactie versturen");
        await using var db = maker.Database.Read();
        Assert.Equal(2, await db.ReviewEntries.CountAsync(entry => entry.ItemId == item.Id));
    }

    [Fact]
    public async Task Part_of_the_body_needs_the_body_and_typed_text_stays()
    {
        var id = await maker.Cases.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/beoordeling/nieuw?taak={ReviewMaker.TaskKey}");
        await auditor.Page.Locator("#onderwerp").SelectOptionAsync("vraag:K1");
        await auditor.Page.GetByLabel("Wat wilt u vragen of melden?").FillAsync("Klopt dit?");
        await auditor.PressAsync("Punt toevoegen");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("Kies ‘Hele organisatie’ als taak.");
        Assert.Equal("Klopt dit?", await auditor.Page.GetByLabel("Wat wilt u vragen of melden?").InputValueAsync());
        await auditor.Page.Locator("#taak").SelectOptionAsync(string.Empty);
        await auditor.PressAsync("Punt toevoegen");
        await Assertions.Expect(auditor.Page.Locator("h1")).ToContainTextAsync("Hele organisatie");
    }

    private static async Task DecideAsync(Visitor auditor, string what, string text)
    {
        await auditor.Page.GetByLabel(what, new() { Exact = true }).CheckAsync();
        await auditor.Page.GetByLabel("Toelichting", new() { Exact = true }).FillAsync(text);
        await auditor.PressAsync("Vastleggen");
    }

    private async Task<ReviewItemRow> FirstOpenAsync(Guid id)
    {
        await using var db = maker.Database.Read();
        return await db.ReviewItems.Where(row => row.AssessmentId == id && row.Status == ReviewItemStatus.Open).SingleAsync();
    }

    private async Task<IReadOnlyList<(Guid, ReviewItemStatus)>> StatesAsync(Guid id)
    {
        await using var db = maker.Database.Read();
        return [.. (await ReviewItems.OfCaseAsync(db, id)).Select(row => (row.Version, row.Status))];
    }
}
