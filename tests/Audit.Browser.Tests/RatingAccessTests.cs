using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Who may rate, see and settle, and what happens when two windows do it at once.</summary>
public sealed class RatingAccessTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Part = "controle-uitwonendenbeurs/discretion";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);
    private readonly RatingMaker ratings = new(installation);

    [Theory]
    [InlineData("teamlid")]
    [InlineData("begeleider")]
    [InlineData("opdrachtgever")]
    public async Task Others_see_nothing_before_the_hand_in_and_never_rate(string mailbox)
    {
        var id = await ratings.OpenAsync();
        var home = $"/doorlichtingen/{id}/dubbel-beoordelen";
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync($"/doorlichtingen/{id}");
        Assert.Equal(0, await visitor.Page.Locator("a[href$='/dubbel-beoordelen']").CountAsync());
        var token = await visitor.TokenAsync();
        string[] closed = [$"{home}/nieuw", $"{home}/nieuw/kiezen", $"{home}/{id}", $"{home}/{id}/inleveren", $"{home}/{id}/{Part}", $"{home}/{id}/vergelijking", $"{home}/cijfers", $"{home}/cijfers/D1/suggestie"];
        foreach (var address in closed)
        {
            await visitor.GoAsync(address, 404);
            Assert.Equal(404, (await visitor.PostAsync(address, (Token, token), ("aantal", "20"), ("gezien", Guid.Empty.ToString()))).Status);
        }

        Assert.Null((await RoundAsync(id)).RevealedUtc);
        await ratings.RateAsync(id, RatingMaker.MostlyAgree);
        await ratings.HandInAsync(id);
        await visitor.GoAsync($"{home}/{id}/vergelijking");
        await visitor.GoAsync($"{home}/cijfers");
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Suggestie sturen" }).CountAsync());
        var row = await DifferentAsync(id);
        await visitor.GoAsync($"{home}/verschil/{row.Id}", 404);
        Assert.Equal(404, (await visitor.PostAsync($"{home}/verschil/{row.Id}", (Token, token), ("besluit", "unknown"), ("reden", "Zo is het."), ("gezien", row.Version.ToString()))).Status);
        Assert.Null((await DifferentAsync(id)).DecidedValue);
    }

    [Fact]
    public async Task Auditor_who_is_in_the_team_too_may_not_rate()
    {
        var id = await maker.MakeAsync("review");
        var user = await maker.UserAsync(Roles.Auditor);
        await database.WriteAsync(db =>
        {
            db.Members.Add(new MemberRow { AssessmentId = id, UserId = user, Role = Roles.Assessor });
            return Task.CompletedTask;
        });
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen");
        Assert.Equal(0, await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "Ronde beginnen" }).CountAsync());
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/nieuw", 404);
    }

    [Fact]
    public async Task Round_rating_and_suggestion_of_another_case_or_body_are_not_found()
    {
        var (mine, other) = (await maker.MakeAsync("review"), await ratings.HandedInAsync());
        await using var auditor = await installation.SignedInAsync("auditor");
        foreach (var address in new[] { $"{other}", $"{other}/vergelijking", $"{other}/inleveren", $"verschil/{other}" })
        {
            await auditor.GoAsync($"/doorlichtingen/{mine}/dubbel-beoordelen/{address}", 404);
        }

        await MoveToAnotherBodyAsync(other);
        await using var admin = await installation.SignedInAsync("beheerder");
        await admin.GoAsync("/beheer/instrumenten/suggesties");
        Assert.Equal(0, await admin.Page.Locator($"a[href$='{other}']").CountAsync());
        var token = await admin.TokenAsync();
        await admin.GoAsync($"/beheer/instrumenten/suggesties/{other}", 404);
        Assert.Equal(404, (await admin.PostAsync($"/beheer/instrumenten/suggesties/{other}", (Token, token), ("keuze", "niet"), ("reden", "Van ons."))).Status);
        foreach (var address in new[] { string.Empty, $"/{other}/vergelijking", "/cijfers", $"/verschil/{other}" })
        {
            await auditor.GoAsync($"/doorlichtingen/{other}/dubbel-beoordelen{address}", 404);
        }
    }

    [Fact]
    public async Task Round_that_is_begun_twice_at_once_is_one_round()
    {
        var id = await maker.MakeAsync("review");
        var path = $"/doorlichtingen/{id}/dubbel-beoordelen/nieuw";
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync(path);
        var submission = (await auditor.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await auditor.TokenAsync()), ("inzending", submission), ("aantal", "20")];
        var answers = await Task.WhenAll(auditor.PostAsync(path, form), auditor.PostAsync(path, form), auditor.PostAsync(path, [form[0], form[2]]));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(20, (await RowsAsync((await RoundAsync(id)).Id)).Count);
    }

    [Fact]
    public async Task Two_windows_on_one_question_both_keep_their_rating()
    {
        var id = await ratings.OpenAsync();
        var path = $"/doorlichtingen/{id}/dubbel-beoordelen/{id}/{Part}";
        await using var first = await installation.SignedInAsync("auditor");
        await using var second = await installation.SignedInAsync("auditor");
        await first.GoAsync(path);
        await second.GoAsync(path);
        var question = (await first.Page.Locator("main .question").First.GetAttributeAsync("id"))!.Replace("vraag-", string.Empty, StringComparison.Ordinal);
        await first.Page.Locator($"input[name='{question}'][value=unknown]").CheckAsync();
        await first.PressAsync("Opslaan en later verder");
        await second.Page.Locator($"input[name='{question}']").First.CheckAsync();
        await second.Page.Locator($"[id='{question}-toelichting']").FillAsync("Gezien in de praktijk.");
        await second.PressAsync("Opslaan en later verder");
        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("in een ander venster anders beoordeeld");
        await Assertions.Expect(second.Page.Locator(".utrecht-alert--warning")).ToContainTextAsync("Weet ik niet");
        Assert.Equal("Gezien in de praktijk.", await second.Page.Locator($"[id='{question}-toelichting']").InputValueAsync());
        await second.PressAsync("Opslaan en later verder");
        Assert.Equal("Gezien in de praktijk.", (await RowsAsync(id)).Single(row => row.QuestionId == question).Motivation);
    }

    [Fact]
    public async Task Handing_in_is_final_and_takes_only_what_was_looked_through()
    {
        var id = await ratings.OpenAsync();
        var home = $"/doorlichtingen/{id}/dubbel-beoordelen/{id}";
        await using var auditor = await installation.SignedInAsync("auditor");
        await using var other = await installation.SignedInAsync("auditor");
        await other.GoAsync($"{home}/{Part}");
        await auditor.GoAsync($"{home}/inleveren");
        await ratings.RateAsync(id, (question, team, number) => number == 0 ? RatingMaker.OtherThan(question, team) : null);
        await auditor.PressAsync("Inleveren en vergelijken");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("in een ander venster een beoordeling gewijzigd");
        Assert.Null((await RoundAsync(id)).RevealedUtc);

        (string, string)[] form = [(Token, await auditor.TokenAsync()), ("gezien", (await RoundAsync(id)).Version.ToString())];
        var twice = await Task.WhenAll(auditor.PostAsync($"{home}/inleveren", form), auditor.PostAsync($"{home}/inleveren", form));
        Assert.All(twice, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(1, await TrailAsync(id, "rating.revealed"));

        var before = await RowsAsync(id);
        await other.Page.GetByLabel("Toelichting").First.FillAsync("Te laat getypt.");
        await other.Page.Locator("main input[type=radio]").First.CheckAsync();
        await other.PressAsync("Opslaan en verder");
        await Assertions.Expect(other.Page.Locator(".error-summary")).ToContainTextAsync("Deze ronde is al ingeleverd.");
        Assert.Equal("Te laat getypt.", await other.Page.GetByLabel("Toelichting").First.InputValueAsync());
        Assert.Equal(before.Select(row => (row.Id, row.Version, row.Value)), (await RowsAsync(id)).Select(row => (row.Id, row.Version, row.Value)));
    }

    [Fact]
    public async Task Two_decisions_on_one_difference_are_both_seen()
    {
        var id = await ratings.HandedInAsync();
        var path = $"/doorlichtingen/{id}/dubbel-beoordelen/verschil/{id}";
        await using var first = await installation.SignedInAsync("auditor");
        await using var second = await installation.SignedInAsync("auditor");
        await first.GoAsync(path);
        await second.GoAsync(path);
        await DecideAsync(first, "na", "Speelt hier niet.");
        await DecideAsync(second, "unknown", "Niet vast te stellen.");
        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("een ander besluit vastgelegd");
        await Assertions.Expect(second.Page.Locator(".utrecht-alert--warning")).ToContainTextAsync("Speelt hier niet.");
        Assert.Equal("Niet vast te stellen.", await second.Page.GetByLabel("Waarom?").InputValueAsync());
        await second.PressAsync("Besluit vastleggen");
        Assert.Equal(2, await TrailAsync(id, "rating.decided"));
    }

    [Fact]
    public async Task Suggestion_that_is_sent_twice_is_one_and_a_second_waits_for_the_first()
    {
        var id = await ratings.CaseAsync();
        var round = await ratings.BeginAsync(id);
        await ratings.RateAsync(round, (question, team, _) => RatingMaker.OtherThan(question, team));
        await ratings.HandInAsync(round);
        var path = $"/doorlichtingen/{id}/dubbel-beoordelen/cijfers/D1/suggestie";
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync(path);
        (string, string)[] form = [(Token, await auditor.TokenAsync()), ("inzending", Guid.CreateVersion7().ToString()), ("tekst", "Maak de vraag korter.")];
        Assert.All(await Task.WhenAll(auditor.PostAsync(path, form), auditor.PostAsync(path, form)), answer => Assert.Equal(302, answer.Status));
        await auditor.PressAsync("Suggestie versturen");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("ligt al een suggestie bij de beheerder");
        await using var db = database.Read();
        Assert.Equal(1, await db.KeeperSuggestions.CountAsync(row => row.AssessmentId == id));
    }

    private static async Task DecideAsync(Visitor auditor, string value, string reason)
    {
        await auditor.Page.Locator($"input[name=besluit][value='{value}']").CheckAsync();
        await auditor.Page.GetByLabel("Waarom?").FillAsync(reason);
        await auditor.PressAsync("Besluit vastleggen");
    }

    /// <summary>As the application never could: in the file itself, with the keys of the database off.</summary>
    private async Task MoveToAnotherBodyAsync(Guid id)
    {
        var body = new BodyRow { Id = Guid.CreateVersion7(), Name = $"Gemeente Elders {id:N}" };
        await database.WriteAsync(db => Task.FromResult(db.Bodies.Add(body)));
        await using var open = new SqliteConnection($"{installation.Site.Database.Connection};Foreign Keys=False");
        await open.OpenAsync();
        await using var move = open.CreateCommand();
        move.CommandText = """
            UPDATE "Assessments" SET "BodyId" = $body WHERE "Id" = $id;
            UPDATE "KeeperSuggestions" SET "BodyId" = $body WHERE "AssessmentId" = $id;
            UPDATE "Members" SET "BodyId" = $body WHERE "AssessmentId" = $id;
            UPDATE "RatingRounds" SET "BodyId" = $body WHERE "AssessmentId" = $id;
            """;
        move.Parameters.AddWithValue("$body", body.Id);
        move.Parameters.AddWithValue("$id", id);
        Assert.True(await move.ExecuteNonQueryAsync() >= 3);
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

    private async Task<RatingRow> DifferentAsync(Guid round) => (await RowsAsync(round)).First(row => row.Value is not null && row.Value != row.TeamValue);

    private async Task<int> TrailAsync(Guid id, string happened)
    {
        await using var db = database.Read();
        return await db.Trail.CountAsync(record => record.AssessmentId == id && record.Event == happened);
    }
}
