using System.Text;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>A case as a file, as a copy, in the archive and withdrawn.</summary>
public sealed class CaseLifeTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Task = "controle-uitwonendenbeurs";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Exported_answers_score_the_same_and_begin_a_case_that_scores_the_same()
    {
        var id = await maker.MakeAsync("adoption");
        await using var coach = await installation.SignedInAsync("begeleider");
        var response = await coach.Page.APIRequest.GetAsync($"/doorlichtingen/{id}/antwoorden.yaml");
        var yaml = await response.TextAsync();
        Assert.StartsWith("schema: audit-answers/1", yaml, StringComparison.Ordinal);
        Assert.Equal(await ScoreAsync(id), ScoreOfFile(yaml));

        await coach.GoAsync("/doorlichtingen/uit-bestand");
        await coach.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Uit een bestand");
        await SendAsync(coach, "antwoorden.yaml", yaml);
        Assert.Equal("Doorlichting ‘Uit een bestand’ is begonnen met de antwoorden uit het bestand.", await coach.MessageAsync());
        var copy = Guid.Parse(new Uri(coach.Page.Url).Segments[^1]);
        Assert.Equal(await ScoreAsync(id), await ScoreAsync(copy));
    }

    [Theory]
    [InlineData("antwoorden.yaml", "schema: audit-answers/1\ntasks: geen\n", "Regel 2:")]
    [InlineData("antwoorden.json", "{", "Regel ")]
    [InlineData("antwoorden.txt", "schema: audit-answers/1", "eindigt op .yaml, .yml of .json")]
    public async Task File_with_errors_is_refused_with_its_lines_and_nothing_is_stored(string name, string content, string expected)
    {
        var called = $"Kapot {Guid.NewGuid():N}";
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync("/doorlichtingen/uit-bestand");
        await coach.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync(called);
        await SendAsync(coach, name, content);
        Assert.Contains(expected, await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await using var db = database.Read();
        Assert.False(await db.Assessments.AnyAsync(row => row.Name == called));
    }

    [Fact]
    public async Task Form_with_the_id_of_another_case_is_refused_and_goes_on_with_an_id_of_its_own()
    {
        var theirs = await maker.MakeAsync("start");
        await maker.LeaveAsync(theirs, Roles.Coach);
        await using var coach = await installation.SignedInAsync("begeleider");
        var yaml = await (await coach.Page.APIRequest.GetAsync($"/doorlichtingen/{await maker.MakeAsync("adoption")}/antwoorden.yaml")).TextAsync();
        var called = $"Vreemd {Guid.NewGuid():N}";
        await coach.GoAsync("/doorlichtingen/uit-bestand");
        await coach.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync(called);
        var id = coach.Page.Locator("main input[name=inzending]");
        await id.EvaluateAsync($"field => field.value = '{theirs}'");
        await SendAsync(coach, "antwoorden.yaml", yaml);
        await Assertions.Expect(coach.Page.Locator("main")).ToContainTextAsync("Dit formulier is al eens verstuurd.");
        Assert.NotEqual(theirs.ToString(), await id.GetAttributeAsync("value"));
        await SendAsync(coach, "antwoorden.yaml", yaml);
        Assert.Equal($"Doorlichting ‘{called}’ is begonnen met de antwoorden uit het bestand.", await coach.MessageAsync());
    }

    [Fact]
    public async Task Answer_that_does_not_fit_the_instrument_is_named_with_its_line()
    {
        var id = await maker.MakeAsync("regulation");
        await using var coach = await installation.SignedInAsync("begeleider");
        var yaml = await (await coach.Page.APIRequest.GetAsync($"/doorlichtingen/{id}/antwoorden.yaml")).TextAsync();
        await coach.GoAsync("/doorlichtingen/uit-bestand");
        await coach.Page.GetByLabel("Naam", new() { Exact = true }).FillAsync("Past niet");
        await SendAsync(coach, "antwoorden.yaml", yaml.Replace("      R5:", "      R5X:", StringComparison.Ordinal));
        Assert.Matches(@"Regel \d+: vraag 'R5X' bestaat niet in het instrument", await coach.Page.Locator("main").InnerTextAsync());
    }

    [Fact]
    public async Task Archived_case_leaves_the_lists_and_comes_back()
    {
        var id = await maker.MakeAsync("regulation");
        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync($"/doorlichtingen/{id}/archief");
        await sponsor.PressAsync("In het archief zetten");
        await sponsor.GoAsync("/doorlichtingen?zoek=regulation&status=archief");
        await Assertions.Expect(sponsor.Page.Locator($"a[href='/doorlichtingen/{id}']")).ToBeVisibleAsync();
        await sponsor.GoAsync("/doorlichtingen?zoek=regulation");
        await Assertions.Expect(sponsor.Page.Locator($"a[href='/doorlichtingen/{id}']")).ToHaveCountAsync(0);
        await sponsor.GoAsync($"/doorlichtingen/{id}/archief");
        await sponsor.PressAsync("Uit het archief halen");
        await sponsor.GoAsync("/doorlichtingen?zoek=regulation");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/archief", 404);
        await auditor.GoAsync($"/doorlichtingen/{id}/intrekken", 404);
        await auditor.GoAsync($"/doorlichtingen/{id}/kopie", 404);
    }

    [Fact]
    public async Task Withdrawn_case_says_why_and_refuses_every_change()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation");
        var submission = await member.Page.Locator("input[name=inzending]").First.GetAttributeAsync("value");
        var token = await member.TokenAsync();
        var before = await AnswersAsync(id);
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/intrekken");
        await coach.Page.GetByLabel("Reden").FillAsync("De taak bestaat niet meer.");
        await coach.PressAsync("Doorlichting intrekken");
        await Assertions.Expect(coach.Page.GetByText("Reden: De taak bestaat niet meer.")).ToBeVisibleAsync();
        await Assertions.Expect(coach.Page.GetByText("Er staan geen stappen open.")).ToBeVisibleAsync();

        await member.PostAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation", (Token, token), ("R12", "present"), ("actie", "afronden"), ("inzending", submission!));
        Assert.Equal(before, await AnswersAsync(id));
        Assert.DoesNotContain("staat in het plan", await (await member.PostAsync($"/doorlichtingen/{id}/onderzoeksplan/nieuw", (Token, token), ("vraag", "Nog iets?"), ("inzending", Guid.NewGuid().ToString()), ("status", "Open"))).TextAsync(), StringComparison.Ordinal);
        await using var db = database.Read();
        Assert.False(await db.ResearchItems.AnyAsync(row => row.AssessmentId == id && row.Question == "Nog iets?"));
        await coach.GoAsync($"/doorlichtingen/{id}/team");
        Assert.Equal(0, await coach.Page.Locator("main form").CountAsync());
        await coach.GoAsync($"/doorlichtingen/{id}/intrekken", 404);
    }

    [Fact]
    public async Task Copy_takes_people_and_tasks_and_when_asked_for_answers_and_a_double_click_makes_one()
    {
        var id = await maker.MakeAsync("regulation");
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/kopie");
        (string, string)[] form = [(Token, await coach.TokenAsync()), ("naam", "Een kopie met antwoorden"), ("antwoorden", "met"), ("inzending", (await coach.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!)];
        Assert.Equal(302, (await coach.PostAsync($"/doorlichtingen/{id}/kopie", form)).Status);
        var second = await coach.PostAsync($"/doorlichtingen/{id}/kopie", form);
        var copy = Guid.Parse(second.Headers["location"].Split('/')[^1]);
        Assert.Equal((await AnswersAsync(id)).Count, (await AnswersAsync(copy)).Count);
        await using var db = database.Read();
        Assert.Null((await db.Assessments.SingleAsync(row => row.Id == copy)).SharedUtc);
        Assert.Equal(1, await db.Assessments.CountAsync(row => row.Name == "Een kopie met antwoorden"));

        await coach.GoAsync($"/doorlichtingen/{id}/kopie");
        await coach.PressAsync("Kopie beginnen");
        Assert.Empty(await AnswersAsync(Guid.Parse(new Uri(coach.Page.Url).Segments[^1])));
    }

    [Fact]
    public async Task Copy_keeps_who_gave_the_answers_from_judging_them_and_leaves_out_who_only_stands_in()
    {
        var id = await maker.MakeAsync("regulation");
        var (assessor, standIn) = (await maker.UserAsync(Roles.Assessor), await maker.UserAsync(Roles.Jurist));
        await database.WriteAsync(async db =>
        {
            foreach (var revision in await db.AnswerRevisions.AsTracking().Where(row => db.Answers.Any(answer => answer.Id == row.AnswerId && answer.AssessmentId == id)).ToListAsync())
            {
                revision.UserId = assessor;
            }

            db.Members.Add(new() { AssessmentId = id, UserId = standIn, Role = Roles.Manager });
            db.Delegations.Add(new()
            {
                Id = Guid.CreateVersion7(),
                AssessmentId = id,
                FromUserId = await maker.UserAsync(Roles.Manager),
                ToUserId = standIn,
                Role = Roles.Manager,
                Reason = "Vakantie.",
                MadeUtc = DateTime.UtcNow,
                UntilUtc = DateTime.UtcNow.AddDays(3),
            });
        });
        await maker.LeaveAsync(id, Roles.Assessor);
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/kopie");
        await coach.Page.Locator("input[name=antwoorden][value=met]").CheckAsync();
        await coach.PressAsync("Kopie beginnen");
        var copy = Guid.Parse(new Uri(coach.Page.Url).Segments[^1]);

        await using (var db = database.Read())
        {
            Assert.NotEmpty(await AnswersAsync(copy));
            Assert.Equal([Roles.Jurist], await db.Members.Where(row => row.AssessmentId == copy && row.UserId == standIn).Select(row => row.Role).ToListAsync());
        }

        await coach.GoAsync($"/doorlichtingen/{copy}/team?zoek=Tess");
        await coach.Page.GetByLabel("Tess Teamlid", new() { Exact = true }).CheckAsync();
        await coach.Page.GetByLabel("In welke rol?").SelectOptionAsync(new SelectOptionValue { Label = "Auditor" });
        await coach.PressAsync("Toevoegen aan het team");
        await Assertions.Expect(coach.Page.Locator("[id=wie-fout]")).ToContainTextAsync("zit of zat aan de andere kant");
    }

    private static async Task SendAsync(Visitor visitor, string name, string content)
    {
        await visitor.Page.GetByLabel("Bestand met antwoorden").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/yaml", Buffer = Encoding.UTF8.GetBytes(content) });
        await visitor.PressAsync("Doorlichting beginnen");
    }

    /// <summary>What <c>audit score</c> makes of a file.</summary>
    private static string ScoreOfFile(string yaml)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, yaml);
        var set = new TemplateSet();
        set.Add(path, Formats.AnswersSchema);
        File.Delete(path);
        var answers = set.Answers.Single();
        set.Add(AuditSite.Content.Instrument(answers.Value.InstrumentId, answers.Value.InstrumentVersion));
        set.Add(AuditSite.Content.DefaultProfile);
        set.CheckReferences();
        Assert.DoesNotContain(set.Problems, problem => !problem.IsWarning);
        return Numbers(new ScoreRun(set.Instruments.Single(), set.Profiles.Single(), answers, answers.Value.Date!.Value));
    }

    private async Task<string> ScoreAsync(Guid id)
    {
        await using var db = database.Read();
        return Numbers((await Case.FindAsync(db, installation.Site.Services.GetRequiredService<ContentStore>(), id))!.Score(DateTime.UtcNow));
    }

    private static string Numbers(ScoreRun run) => run.ToJson()["tasks"]!.ToJsonString();

    private async Task<SortedDictionary<string, string>> AnswersAsync(Guid id)
    {
        await using var db = database.Read();
        return new(await db.Answers.Where(row => row.AssessmentId == id).ToDictionaryAsync(row => $"{row.TaskKey}/{row.QuestionId}", row => $"{row.Value} {row.Evidence}"), StringComparer.Ordinal);
    }
}
