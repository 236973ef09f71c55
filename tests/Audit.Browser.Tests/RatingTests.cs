using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Review;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Ratings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Blind double rating from the draw to the answer of the keeper.</summary>
public sealed class RatingTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly ContentStore contents = installation.Site.Services.GetRequiredService<ContentStore>();
    private readonly CaseMaker maker = new(installation);
    private readonly RatingMaker ratings = new(installation);

    [Fact]
    public async Task Auditor_draws_rates_and_hands_in_and_then_sees_both()
    {
        var id = await maker.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        var pages = new CasePages(auditor, id);
        await pages.OpenAsync();
        await auditor.FollowAsync("Dubbel beoordelen");
        await auditor.FollowAsync("Ronde beginnen");
        Assert.Equal("20", await auditor.Page.GetByLabel("Hoeveel vragen wilt u loten?").InputValueAsync());
        await auditor.PressAsync("Loten en beginnen");
        var round = await RoundAsync(id);
        Assert.False(round.SeenBefore);
        await AssertDrawnAsync(id, round);
        await Assertions.Expect(auditor.Page.Locator("main")).ToContainTextAsync($"geloot met startgetal {round.Seed}");

        await auditor.PressAsync(auditor.Page.Locator("a.task-list__link").First);
        var ids = await auditor.Page.Locator("main .question").EvaluateAllAsync<string[]>("cards => cards.map(card => card.id.replace('vraag-', ''))");
        await auditor.Page.Locator($"[id='{ids[0]}-toelichting']").FillAsync("Zonder keuze.");
        await auditor.PressAsync("Opslaan en later verder");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("kies een antwoord, of maak de andere velden leeg");
        Assert.Equal("Zonder keuze.", await auditor.Page.Locator($"[id='{ids[0]}-toelichting']").InputValueAsync());
        await auditor.Page.Locator($"input[name='{ids[0]}'][value=na]").CheckAsync();
        await auditor.Page.Locator($"[id='{ids[0]}-toelichting']").FillAsync(string.Empty);
        await auditor.PressAsync("Opslaan en later verder");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("vul een toelichting in bij ‘Niet van toepassing’");
        await auditor.Page.Locator($"[id='{ids[0]}-toelichting']").FillAsync("Speelt hier niet.");
        await auditor.PressAsync("Opslaan en later verder");
        await pages.SeesAsync("Uw beoordelingen zijn opgeslagen.");

        await auditor.FollowAsync("Nakijken en inleveren");
        var check = await auditor.Page.Locator("main").InnerTextAsync();
        Assert.Contains("19 vragen nog niet beoordeeld", check, StringComparison.Ordinal);
        Assert.Contains("Speelt hier niet.", check, StringComparison.Ordinal);
        await auditor.PressAsync("Inleveren en vergelijken");
        await AssertRevealedAsync(id);
        await Assertions.Expect(auditor.Page.Locator("main")).ToContainTextAsync("19 niet beoordeeld");
        await pages.OpenAsync($"/dubbel-beoordelen/{round.Id}/inleveren");
        Assert.EndsWith("/vergelijking", auditor.Page.Url, StringComparison.Ordinal);
        Assert.Empty(auditor.Faults);
    }

    [Fact]
    public async Task Questions_chosen_by_hand_are_the_round_and_are_not_offered_again()
    {
        var id = await maker.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/nieuw/kiezen");
        await auditor.PressAsync("Beginnen met deze vragen");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("Kies minstens één vraag.");
        foreach (var question in new[] { "D1", "K1" })
        {
            await auditor.Page.Locator($"input[name=vragen][value$='/{question}']").CheckAsync();
        }

        await auditor.PressAsync("Beginnen met deze vragen");
        var round = await RoundAsync(id);
        Assert.Null(round.Seed);
        Assert.Equal(["D1", "K1"], (await RowsAsync(round.Id)).Select(row => row.QuestionId));
        await ratings.HandInAsync(round.Id);
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/nieuw/kiezen");
        Assert.Equal(0, await auditor.Page.Locator("input[name=vragen][value$='/D1'], input[name=vragen][value$='/K1']").CountAsync());
    }

    [Fact]
    public async Task Figures_are_those_of_the_library_and_say_why_when_there_are_too_few()
    {
        var (id, _) = await HandedInAsync(RatingMaker.MostlyAgree);
        var items = (await FiguresAsync(id)).Items;
        var whole = GroupAgreement.Of("alles", items);
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/cijfers");
        Assert.Equal(Reading.Percent(whole.RawAgreement!.Value), await Reading.ValueAsync(coach.Page, "Overeenstemming"));
        Assert.Equal($"{whole.Rated}", await Reading.ValueAsync(coach.Page, "Vergeleken antwoorden"));
        var enough = whole.Scales.Where(scale => scale.Rated >= Coefficient.MinimumItems).ToList();
        Assert.True(enough.Count >= 2, "too few scales with twenty answers to prove anything");
        foreach (var scale in enough)
        {
            var table = coach.Page.Locator($"table:has(#maten-alles-{scale.Scale.Id})");
            await AssertRowAsync(table, "Kappa van Cohen (κ), zonder gewichten", scale.Kappa);
            await AssertRowAsync(table, "AC1 van Gwet, zonder gewichten", scale.Ac1);
            if (scale.Scale.IsOrdered)
            {
                await AssertRowAsync(table, "Kappa van Cohen (κ), kwadratisch gewogen", scale.KappaQuadratic);
                await AssertRowAsync(table, "Alfa van Krippendorff (α), met volgorde", scale.AlphaOrdinal);
            }

            var diagonal = await coach.Page.Locator($"table:has(#kruis-alles-{scale.Scale.Id}) td strong").AllInnerTextsAsync();
            Assert.Equal(scale.Table!.Agreed, diagonal.Sum(int.Parse));
        }

        var text = await coach.Page.Locator("main").InnerTextAsync();
        Assert.Contains("te weinig vragen", text, StringComparison.Ordinal);
        Assert.Contains("Kappa (κ) is laag bij hoge overeenstemming als antwoorden scheef verdeeld zijn.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_a_round_that_was_not_blind_all_say_so()
    {
        var id = await ratings.CaseAsync();
        var auditorId = await maker.UserAsync(Roles.Auditor);
        await database.WriteAsync(db =>
        {
            db.AnswerSights.Add(new AnswerSightRow { AssessmentId = id, UserId = auditorId, FirstUtc = DateTime.UtcNow });
            return Task.CompletedTask;
        });
        var round = await ratings.BeginAsync(id);
        await ratings.RateAsync(round, RatingMaker.MostlyAgree);
        await ratings.HandInAsync(round);
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/cijfers");
        Assert.All(await member.Page.Locator("caption").AllTextContentsAsync(), caption => Assert.Contains("niet blind: de auditor had de antwoorden al kunnen zien", caption, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Difference_is_settled_with_a_reason_and_only_the_team_changes_its_answer()
    {
        var (id, round) = await HandedInAsync(RatingMaker.MostlyAgree);
        var row = (await RowsAsync(round)).First(rating => rating is { TeamRevision: not null, TaskKey.Length: > 0 } && rating.Value != rating.TeamValue);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/{round}/vergelijking?toon=verschillen");
        Assert.Equal(0, await auditor.Page.GetByText("Gelijk", new() { Exact = true }).CountAsync());
        await auditor.PressAsync(auditor.Page.Locator($"#v-{row.Id:N}").GetByRole(AriaRole.Link, new() { Name = "Besluit vastleggen" }));
        await auditor.Page.Locator($"input[name=besluit][value='{row.Value}']").CheckAsync();
        await auditor.PressAsync("Besluit vastleggen");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf op waarom u hierop uitkomt.");
        await auditor.Page.GetByLabel("Waarom?").FillAsync("De werkinstructie noemt het niet.");
        await auditor.PressAsync("Besluit vastleggen");
        await DecideAsync(auditor, (id, row.Id), "unknown", "Bij nader inzien niet vast te stellen.");

        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}");
        await member.FollowAsync("Vergelijking met de auditor");
        await member.PressAsync(member.Page.Locator("a.task-list__link").First);
        var card = member.Page.Locator($"#v-{row.Id:N}");
        await Assertions.Expect(card).ToContainTextAsync("Bij nader inzien niet vast te stellen.");
        Assert.Equal(0, await card.GetByRole(AriaRole.Link, new() { Name = "Besluit wijzigen" }).CountAsync());
        await member.PressAsync(card.GetByRole(AriaRole.Link, new() { Name = $"Naar de vraag {row.QuestionId}" }));
        Assert.Equal(1, await member.Page.Locator($"#vraag-{row.QuestionId}").CountAsync());

        await using var db = database.Read();
        Assert.Equal(row.TeamValue, (await db.Answers.SingleAsync(answer => answer.AssessmentId == id && answer.TaskKey == row.TaskKey && answer.QuestionId == row.QuestionId)).Value);
        var trail = await db.Trail.Where(record => record.AssessmentId == id && record.Event == "rating.decided").OrderBy(record => record.Id).ToListAsync();
        Assert.Equal([(null, row.Value), ($"{row.Value} – De werkinstructie noemt het niet.", "unknown")], trail.Select(record => (record.Before, record.After)));
    }

    [Fact]
    public async Task Suggestion_reaches_the_administrator_and_the_answer_reaches_its_sender()
    {
        var (id, _) = await HandedInAsync((question, team, _) => RatingMaker.OtherThan(question, team));
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/cijfers");
        await auditor.FollowAsync("Suggestie sturen over vraag D1");
        var text = await auditor.Page.GetByLabel("Uw suggestie").InputValueAsync();
        Assert.Contains("bij 0 van de 3 beoordelingen", text, StringComparison.Ordinal);
        await auditor.Page.GetByLabel("Uw suggestie").FillAsync($"{text}\nZaak {id}");
        await auditor.PressAsync("Suggestie versturen");
        Assert.Equal("De suggestie is verstuurd naar de beheerder van uw organisatie.", await auditor.MessageAsync());
        Assert.Equal(0, await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Suggestie sturen over vraag D1", Exact = true }).CountAsync());

        var suggestion = await SuggestionAsync(id);
        await using var admin = await installation.SignedInAsync("beheerder");
        await admin.GoAsync("/beheer/instrumenten/suggesties");
        await admin.PressAsync(admin.Page.Locator($"a[href$='{suggestion.Id}']"));
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync($"Zaak {id}");
        await admin.PressAsync("Antwoord vastleggen");
        await Assertions.Expect(admin.Page.Locator(".error-summary")).ToContainTextAsync("Kies of u de suggestie overneemt.");
        await admin.Page.GetByLabel("Overnemen", new() { Exact = true }).CheckAsync();
        await admin.Page.GetByLabel("Waarom?").FillAsync("De hulptekst wordt korter.");
        await admin.PressAsync("Antwoord vastleggen");
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/cijfers");
        var sent = auditor.Page.Locator(".task-list__item", new() { HasText = $"Zaak {id}" });
        await Assertions.Expect(sent).ToContainTextAsync("De hulptekst wordt korter.");
        await Assertions.Expect(sent).ToContainTextAsync("Overgenomen");

        await using var db = database.Read();
        Assert.Equal(
            ["suggestion.sent", "suggestion.answered"],
            await db.Trail.Where(record => record.AssessmentId == id && record.Event.StartsWith("suggestion.")).OrderBy(record => record.Id).Select(record => record.Event).ToListAsync());
    }

    [Fact]
    public async Task Suggestion_that_a_colleague_answered_is_not_answered_again()
    {
        var id = await ratings.HandedInAsync();
        await using var admin = await installation.SignedInAsync("beheerder");
        var path = $"/beheer/instrumenten/suggesties/{id}";
        await admin.GoAsync(path);
        var token = await admin.TokenAsync();
        var seen = (await admin.Page.Locator("input[name=gezien]").GetAttributeAsync("value"))!;
        (string, string)[] Form(string choice, string reason) => [(Token, token), ("keuze", choice), ("reden", reason), ("gezien", seen)];
        var both = await Task.WhenAll(admin.PostAsync(path, Form("overnemen", "Goed idee.")), admin.PostAsync(path, Form("overnemen", "Goed idee.")));
        Assert.All(both, answer => Assert.Equal(302, answer.Status));
        var late = await (await admin.PostAsync(path, Form("niet", "Toch maar niet."))).TextAsync();
        Assert.Contains("intussen al beantwoord", late, StringComparison.Ordinal);
        Assert.Contains("Toch maar niet.", late, StringComparison.Ordinal);
        Assert.Equal("Goed idee.", (await SuggestionAsync(id)).Response);
    }

    private static async Task DecideAsync(Visitor auditor, (Guid Case, Guid Rating) place, string value, string reason)
    {
        await auditor.GoAsync($"/doorlichtingen/{place.Case}/dubbel-beoordelen/verschil/{place.Rating}");
        await auditor.Page.Locator($"input[name=besluit][value='{value}']").CheckAsync();
        await auditor.Page.GetByLabel("Waarom?").FillAsync(reason);
        await auditor.PressAsync("Besluit vastleggen");
    }

    private static async Task AssertRowAsync(ILocator table, string name, Coefficient expected)
    {
        var cell = await table.Locator($"tr:has(th:text-is('{name}')) td").InnerTextAsync();
        var interval = expected is { Low: { } low, High: { } high } ? $" ({Number(low)} tot {Number(high)})" : " (";
        Assert.StartsWith(expected.Value is { } value ? $"{Number(value)}{interval}" : expected.Reason!.Value.Dutch(), cell, StringComparison.Ordinal);
    }

    private static string Number(double value) => Reading.Number(value).Replace('-', '\u2212');

    /// <summary>A case with three tasks, all of whose questions one auditor rated and handed in.</summary>
    private async Task<(Guid Case, Guid Round)> HandedInAsync(Func<Core.Instruments.Question, string?, int, string?> choose)
    {
        var id = await ratings.CaseAsync();
        var round = await ratings.BeginAsync(id);
        await ratings.RateAsync(round, choose);
        await ratings.HandInAsync(round);
        return (id, round);
    }

    /// <summary>The same draw again, by the library.</summary>
    private async Task AssertDrawnAsync(Guid id, RatingRoundRow round)
    {
        await using var db = database.Read();
        var current = (await Case.FindAsync(db, contents, id))!;
        var pool = RatingSample.Applicable(new(current.Instrument.Value, (ComputedProfile)current.Profile.Value), current.Answers, current.ReferenceDate(DateTime.UtcNow));
        var rows = await RowsAsync(round.Id);
        Assert.Equal(RatingSample.Draw(pool, 20, round.Seed!.Value).Select(place => (place.TaskKey, place.QuestionId)), rows.Select(row => (row.TaskKey, row.QuestionId)));
    }

    private async Task AssertRevealedAsync(Guid id)
    {
        var round = await RoundAsync(id);
        Assert.NotNull(round.RevealedUtc);
        await using var db = database.Read();
        var answers = await db.Answers.Where(row => row.AssessmentId == id).ToDictionaryAsync(row => (row.TaskKey, row.QuestionId));
        foreach (var row in (await RowsAsync(round.Id)).Where(row => row.TeamRevision is not null))
        {
            var answer = answers[(row.TaskKey, row.QuestionId)];
            Assert.Equal((answer.Value, answer.Evidence, (int?)answer.Revision), (row.TeamValue, row.TeamEvidence, row.TeamRevision));
        }
    }

    private async Task<RatingFigures> FiguresAsync(Guid id)
    {
        await using var db = database.Read();
        return await RatingFigures.OfAsync(db, (await Case.FindAsync(db, contents, id))!);
    }

    private async Task<RatingRoundRow> RoundAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.RatingRounds.SingleAsync(row => row.AssessmentId == id);
    }

    private async Task<List<RatingRow>> RowsAsync(Guid round)
    {
        await using var db = database.Read();
        return await db.Ratings.Where(row => row.RoundId == round).OrderBy(row => row.Position).ToListAsync();
    }

    private async Task<KeeperSuggestionRow> SuggestionAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.KeeperSuggestions.SingleAsync(row => row.AssessmentId == id);
    }
}
