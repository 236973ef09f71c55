using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>A plan made with another goal: its preview, what goes along, and what keeps it from being written down.</summary>
public sealed class PlanMakerTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Plan_within_a_budget_takes_the_place_of_the_first_and_work_goes_along()
    {
        var id = await maker.MakeAsync("adoption");
        var before = await ActionsAsync(id);
        await StartWorkAsync(before[^1].Id);
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new CasePages(manager, id);
        await pages.OpenAsync("/actieplan");
        await manager.FollowAsync("Een ander plan maken");
        await manager.Page.GetByLabel("Een budget gebruiken").CheckAsync();
        await manager.Page.GetByLabel("Budget in punten").FillAsync("12");
        await manager.PressAsync("Plan bekijken");
        var text = await manager.Page.Locator("main").InnerTextAsync();
        Assert.Contains("De grootste verlaging met hooguit 12 punten inspanning voor alle taken samen", text, StringComparison.Ordinal);
        Assert.Contains("klasse midden vanaf 22 punten inspanning", text, StringComparison.Ordinal);
        Assert.Contains("Klasse midden wordt met dit plan niet gehaald", text, StringComparison.Ordinal);
        Assert.Equal(1, await PlansAsync(id));
        var reasons = manager.Page.Locator("details", new() { HasText = "Waarom deze maatregel?" });
        await reasons.First.Locator("summary").ClickAsync();
        await Assertions.Expect(reasons.First).ToContainTextAsync("Zonder deze maatregel zou het restrisico met dit plan ten hoogste");

        await manager.PressAsync("Dit plan vastleggen");
        await pages.SeesAsync("Het plan is vastgelegd.");
        var after = await ActionsAsync(id);
        Assert.Equal(2, await PlansAsync(id));
        var kept = after.Single(row => row.Id == before[^1].Id);
        Assert.Equal((int)ActionStatus.Running, kept.Status);
        var planned = after.Where(row => row.ResidualHighAfter is not null).ToList();
        Assert.InRange(await EffortAsync(manager, planned.Count), 1, 12);
        Assert.Contains("action.carried", (await TrailAsync(id, kept.Id)).Select(row => row.Event));
        await using var db = database.Read();
        var plan = await db.Plans.Where(row => row.AssessmentId == id).OrderByDescending(row => row.Sequence).FirstAsync();
        Assert.Equal((PlanGoal.EffortBudget, (int?)12, 2), (plan.Goal, plan.EffortBudget, plan.Sequence));
        Assert.Empty(manager.Faults);
    }

    [Fact]
    public async Task Plan_that_is_sent_twice_at_once_is_written_down_once()
    {
        var id = await maker.MakeAsync("adoption");
        await using var coach = await installation.SignedInAsync("begeleider");
        var path = $"/doorlichtingen/{id}/actieplan/maken";
        await coach.GoAsync($"{path}?doel=verlaging");
        var form = await FormAsync(coach, "doel", "stand", "vorig", "inzending");
        var answers = await Task.WhenAll(coach.PostAsync(path, form), coach.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(2, await PlansAsync(id));
    }

    [Fact]
    public async Task Plan_is_shown_anew_when_answers_changed_since_its_preview()
    {
        var id = await maker.MakeAsync("adoption");
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/actieplan/maken?doel=klasse&klasse=Low");
        await database.WriteAsync(async db =>
        {
            var answer = await db.Answers.AsTracking().FirstAsync(row => row.AssessmentId == id && row.TaskKey != string.Empty && row.Evidence == 1);
            answer.Evidence = 2;
        });
        await manager.PressAsync("Dit plan vastleggen");
        await Assertions.Expect(manager.Page.Locator(".error-summary")).ToContainTextAsync("De antwoorden zijn intussen gewijzigd.");
        Assert.Equal(1, await PlansAsync(id));

        await manager.PressAsync("Dit plan vastleggen");
        await Assertions.Expect(manager.Page.Locator("[role=status]").First).ToContainTextAsync("Het plan is vastgelegd.");
        Assert.Equal(2, await PlansAsync(id));
    }

    [Fact]
    public async Task Plan_of_a_colleague_is_not_replaced_unseen()
    {
        var id = await maker.MakeAsync("adoption");
        await using var manager = await installation.SignedInAsync("manager");
        await using var coach = await installation.SignedInAsync("begeleider");
        await manager.GoAsync($"/doorlichtingen/{id}/actieplan/maken?doel=verlaging");
        await coach.GoAsync($"/doorlichtingen/{id}/actieplan/maken?doel=budget&budget=5");
        await coach.PressAsync("Dit plan vastleggen");
        await manager.PressAsync("Dit plan vastleggen");
        await Assertions.Expect(manager.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft intussen een nieuw plan gemaakt.");
        Assert.Equal(2, await PlansAsync(id));
    }

    [Fact]
    public async Task Adopted_plan_is_replaced_only_when_that_is_confirmed_and_the_new_one_is_a_draft()
    {
        var id = await maker.MakeAsync("tracking");
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/actieplan/maken?doel=klasse&klasse=Low");
        await manager.PressAsync("Dit plan vastleggen");
        await Assertions.Expect(manager.Page.Locator(".error-summary")).ToContainTextAsync("Zet een vinkje als u het vastgestelde plan wilt vervangen.");
        Assert.Equal(1, await PlansAsync(id));
        await manager.Page.GetByLabel("Ja, ik wil het vastgestelde plan vervangen").CheckAsync();
        await manager.PressAsync("Dit plan vastleggen");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Dit plan zelf is nog niet vastgesteld.");
        Assert.Equal(2, await PlansAsync(id));
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("teamlid")]
    [InlineData("opdrachtgever")]
    public async Task Who_has_no_say_in_the_plan_finds_none_of_its_forms(string mailbox)
    {
        var id = await maker.SeededAsync("vastgesteld en uitgevoerd");
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync($"/doorlichtingen/{id}/actieplan");
        Assert.Equal(0, await visitor.Page.Locator("main form").CountAsync());
        foreach (var page in new[] { "maken", "toevoegen", "eigen", $"vervallen/{await maker.FirstActionAsync(id)}" })
        {
            await visitor.GoAsync($"/doorlichtingen/{id}/actieplan/{page}", 404);
        }
    }

    private static async Task<(string, string)[]> FormAsync(Visitor visitor, params string[] names)
    {
        var form = new List<(string, string)> { (Token, await visitor.TokenAsync()) };
        foreach (var name in names)
        {
            form.Add((name, (await visitor.Page.Locator($"form[method=post] input[name={name}]").First.GetAttributeAsync("value"))!));
        }

        return [.. form];
    }

    /// <summary>Effort of the first so many actions on the page of the plan.</summary>
    private static async Task<int> EffortAsync(Visitor visitor, int count)
    {
        var texts = await visitor.Page.Locator("section.result dt:text-is('Inspanning') + dd").AllInnerTextsAsync();
        return texts.Take(count).Sum(text => text[0] - '0');
    }

    private Task StartWorkAsync(Guid actionId) => database.WriteAsync(async db =>
    {
        var row = await db.PlannedMeasures.AsTracking().SingleAsync(candidate => candidate.Id == actionId);
        (row.Status, row.Version) = ((int)ActionStatus.Running, Guid.NewGuid());
    });

    private async Task<int> PlansAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await db.Plans.CountAsync(row => row.AssessmentId == caseId);
    }

    private async Task<IReadOnlyList<PlannedMeasureRow>> ActionsAsync(Guid caseId)
    {
        await using var db = database.Read();
        var newest = await db.Plans.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.Sequence).Select(row => row.Id).FirstAsync();
        return await db.PlannedMeasures.Where(row => row.PlanId == newest).OrderBy(row => row.Position).ToListAsync();
    }

    private async Task<IReadOnlyList<TrailRow>> TrailAsync(Guid caseId, Guid actionId)
    {
        await using var db = database.Read();
        var key = actionId.ToString();
        return await db.Trail.Where(row => row.AssessmentId == caseId && row.Subject.StartsWith(key)).ToListAsync();
    }
}
