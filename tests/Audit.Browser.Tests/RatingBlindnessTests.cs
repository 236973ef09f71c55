using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>An auditor who rates does not get to see what the team answered, on any page of the case.</summary>
public sealed class RatingBlindnessTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Marker = "KENMERK-VAN-HET-TEAM";
    private const string CasePages = "doorlichtingen/{id";

    private const string Nothing = "01890000-0000-7000-8000-000000000003";

    /// <summary>The pages of a case that show no answer to anybody. Every other page is closed to an auditor who rates.</summary>
    private static readonly string[] WithoutAnswers =
    [
        "doorlichtingen/{id:guid}",
        "doorlichtingen/{id:guid}/activiteit",
        "doorlichtingen/{id:guid}/archief",
        "doorlichtingen/{id:guid}/concept",
        "doorlichtingen/{id:guid}/delen",
        "doorlichtingen/{id:guid}/intrekken",
        "doorlichtingen/{id:guid}/kopie",
        "doorlichtingen/{id:guid}/team",
        "doorlichtingen/{id:guid}/team/verwijderen/{userId:guid}/{role}",
        "doorlichtingen/{id:guid}/dubbel-beoordelen",
        "doorlichtingen/{id:guid}/dubbel-beoordelen/nieuw",
        "doorlichtingen/{id:guid}/dubbel-beoordelen/nieuw/kiezen",
        "doorlichtingen/{id:guid}/dubbel-beoordelen/{roundId:guid}",
        "doorlichtingen/{id:guid}/dubbel-beoordelen/{roundId:guid}/inleveren",
        "doorlichtingen/{id:guid}/dubbel-beoordelen/{roundId:guid}/{taskKey}/{part}",
        "doorlichtingen/{id:guid}/taken",
        "doorlichtingen/{id:guid}/taken-wijzigen",
        "doorlichtingen/{id:guid}/vermoeden",
        "doorlichtingen/{id:guid}/vervanging",
        "doorlichtingen/{id:guid}/vervolg",
    ];

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);
    private readonly RatingMaker ratings = new(installation);

    [Fact]
    public async Task Every_page_of_a_case_says_whether_it_shows_answers()
    {
        var pages = await PagesAsync();
        Assert.True(pages.Count >= 25, $"only {pages.Count} pages");
        Assert.Empty(pages.Where(page => page.Value is null).Select(page => $"{page.Key} does not say [ShowsAnswers] or [ShowsNoAnswers]"));
        Assert.Equal(WithoutAnswers.Order(StringComparer.Ordinal), pages.Where(page => !page.Value!.ShowsAnswers).Select(page => page.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Auditor_with_an_open_round_sees_no_answer_on_any_page_and_the_team_does()
    {
        var id = await maker.MakeAsync("adoption");
        await MarkAsync(id);
        var round = await ratings.BeginAsync(id, 20);
        var values = await ValuesAsync(id, round);
        await using var auditor = await installation.SignedInAsync("auditor");
        await using var member = await installation.SignedInAsync("teamlid");
        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/{round}");
        await member.GoAsync($"/doorlichtingen/{id}");
        var token = await auditor.TokenAsync();
        var shown = 0;
        foreach (var (template, visibility) in await PagesAsync())
        {
            var address = $"/{Fill(template, values)}";
            var seen = await auditor.Page.APIRequest.GetAsync(address);
            Assert.DoesNotContain(Marker, await seen.TextAsync(), StringComparison.Ordinal);
            var posted = await auditor.PostAsync(address, (Token, token));
            Assert.DoesNotContain(Marker, await posted.TextAsync(), StringComparison.Ordinal);
            if (visibility!.ShowsAnswers)
            {
                Assert.Equal($"/doorlichtingen/{id}/dubbel-beoordelen/{round}", new Uri(seen.Url).AbsolutePath);
                // A page that takes no form is not there for it.
                Assert.True(posted.Status is 302 or 404, $"POST {address}: {posted.Status}");
            }

            shown += (await (await member.Page.APIRequest.GetAsync(address)).TextAsync()).Contains(Marker, StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(shown >= 5, $"the marker is on {shown} pages only, so that this test proves little");
        await auditor.GoAsync($"/doorlichtingen/{id}/resultaat");
        Assert.Contains("blijft daarom dicht tot u de ronde inlevert", await auditor.MessageAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task First_sight_is_noted_once_and_a_round_after_it_is_not_blind()
    {
        var id = await maker.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}");
        await auditor.GoAsync($"/doorlichtingen/{id}/taken");
        await auditor.GoAsync($"/doorlichtingen/{id}/resultaat/bestaat-niet", 404);
        Assert.Null(await SightAsync(id));

        var looks = Enumerable.Range(0, 8).Select(number => auditor.Page.APIRequest.GetAsync($"/doorlichtingen/{id}/{(number % 2 == 0 ? "resultaat" : "actieplan")}"));
        Assert.All(await Task.WhenAll(looks), answer => Assert.Equal(200, answer.Status));
        var first = await SightAsync(id);
        Assert.NotNull(first);
        await auditor.GoAsync($"/doorlichtingen/{id}/resultaat");
        Assert.Equal(first, await SightAsync(id));

        await auditor.GoAsync($"/doorlichtingen/{id}/dubbel-beoordelen/nieuw");
        await Assertions.Expect(auditor.Page.GetByText("Deze ronde is niet blind")).ToBeVisibleAsync();
        await auditor.PressAsync("Loten en beginnen");
        Assert.True((await RoundAsync(id)).SeenBefore);
        await Assertions.Expect(auditor.Page.Locator("main")).ToContainTextAsync("niet blind: de auditor had de antwoorden al kunnen zien");
    }

    [Fact]
    public async Task A_file_with_answers_that_was_made_in_the_background_is_a_sight_too()
    {
        var id = await maker.MakeAsync("review");
        var job = await new JobMaker(installation).AddAsync("auditor", JobState.Done, row => (row.AssessmentId, row.ResultName, row.ResultContent) = (id, "dossier.zip", [1]));
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/taken/{job}");
        Assert.Null(await SightAsync(id));
        Assert.Equal(200, (await auditor.Page.APIRequest.GetAsync($"/taken/{job}/bestand")).Status);
        Assert.NotNull(await SightAsync(id));
    }

    [Fact]
    public async Task Answers_seen_in_the_case_that_this_one_began_with_count_too()
    {
        var (earlier, id) = (await maker.MakeAsync("review"), await maker.MakeAsync("review"));
        await database.WriteAsync(async db => (await db.Assessments.SingleAsync(row => row.Id == id)).PreviousId = earlier);
        var round = await ratings.BeginAsync(id, 20);
        Assert.False((await RoundAsync(id)).SeenBefore);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{earlier}/resultaat");
        await ratings.HandInAsync(round);
        Assert.True((await RoundAsync(id)).SeenBefore);
    }

    [Fact]
    public async Task Who_is_no_auditor_leaves_no_trace_of_looking()
    {
        var id = await maker.MakeAsync("review");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/resultaat");
        await using var db = database.Read();
        Assert.Empty(await db.AnswerSights.Where(row => row.AssessmentId == id).ToListAsync());
    }

    [Fact]
    public async Task Auditor_who_is_also_something_else_is_kept_blind_too()
    {
        var id = await maker.MakeAsync("review");
        var user = await maker.UserAsync(Roles.Auditor);
        var round = await ratings.BeginAsync(id, 20);
        await database.WriteAsync(db =>
        {
            db.Members.Add(new MemberRow { AssessmentId = id, UserId = user, Role = Roles.Manager });
            return Task.CompletedTask;
        });
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/actieplan");
        Assert.EndsWith($"/dubbel-beoordelen/{round}", auditor.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Every page of a case that answers GET, with what it says of itself.</summary>
    private async Task<SortedDictionary<string, AnswerVisibilityAttribute?>> PagesAsync()
    {
        var loader = installation.Site.Services.GetRequiredService<PageLoader>();
        var pages = new SortedDictionary<string, AnswerVisibilityAttribute?>(StringComparer.Ordinal);
        foreach (var endpoint in installation.Site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            var template = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (template.StartsWith(CasePages, StringComparison.Ordinal))
            {
                // An endpoint that is no page is not looked at by the filter, and so has no decision either.
                pages[template] = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                    ? AnswerVisibilityAttribute.Of((await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo!)
                    : null;
            }
        }

        return pages;
    }

    /// <summary>An address of the page; whatever this test makes no row for gets an id or a word that nothing has.</summary>
    private static string Fill(string template, Dictionary<string, string> values) => string.Join('/', template.Split('/').Select(part =>
        part.StartsWith('{') ? values.GetValueOrDefault(part.Trim('{', '}').Split(':')[0], part.Contains(":guid", StringComparison.Ordinal) ? Nothing : "nieuw") : part));

    private async Task<Dictionary<string, string>> ValuesAsync(Guid id, Guid round)
    {
        await using var db = database.Read();
        var rating = await db.Ratings.Where(row => row.RoundId == round && row.TaskKey != string.Empty).FirstAsync();
        return new()
        {
            ["id"] = id.ToString(),
            ["rij"] = (await maker.FirstActionAsync(id)).ToString(),
            ["stage"] = "restrisico",
            ["stepId"] = (await maker.FirstStepAsync(id))!.StepId.ToString(),
            ["taskKey"] = rating.TaskKey,
            ["part"] = "process",
            ["itemId"] = (await maker.FirstItemAsync(id)).ToString(),
            ["roundId"] = round.ToString(),
            ["ratingId"] = rating.Id.ToString(),
            ["questionId"] = rating.QuestionId,
        };
    }

    /// <summary>Puts a word in everything that the team wrote.</summary>
    private async Task MarkAsync(Guid id)
    {
        await maker.PlanAsync(id, "Wat staat er in de wet?", content => content with { Finding = Marker });
        await database.WriteAsync(async db =>
        {
            await db.Answers.Where(row => row.AssessmentId == id).ForEachAsync(row => row.Motivation = Marker);
            await db.StepNotes.Where(row => row.AssessmentId == id).ForEachAsync(row => (row.Text, row.Decisions) = (Marker, Marker));
            await db.Distinctions.Where(row => row.AssessmentId == id).ForEachAsync(row => row.ContentJson = row.ContentJson.Replace("\"criterion\":\"", $"\"criterion\":\"{Marker} ", StringComparison.Ordinal));
            var step = await db.WorkflowSteps.FirstAsync(row => row.Status == StepStatus.Done && db.WorkflowInstances.Any(instance => instance.Id == row.InstanceId && instance.AssessmentId == id));
            db.StepNotes.Add(new StepNoteRow { Id = Guid.CreateVersion7(), AssessmentId = id, StepKey = "session-3", TaskKey = string.Empty, Text = Marker, Decisions = Marker, UserId = step.UserId!.Value, SavedUtc = DateTime.UtcNow });
        });
    }

    private async Task<DateTime?> SightAsync(Guid id)
    {
        await using var db = database.Read();
        return (await db.AnswerSights.SingleOrDefaultAsync(row => row.AssessmentId == id))?.FirstUtc;
    }

    private async Task<RatingRoundRow> RoundAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.RatingRounds.SingleAsync(row => row.AssessmentId == id);
    }
}
