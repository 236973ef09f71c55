using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The actions of a plan are added, dropped, put back and ordered by hand, and the forecast follows.</summary>
public sealed class PlanEditTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Own = "Gesprek met de studentenbond";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Forecast_follows_what_the_manager_drops_and_puts_back()
    {
        var id = await maker.MakeAsync("adoption");
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new CasePages(manager, id);
        await pages.OpenAsync("/actieplan");
        var asMade = await ForecastAsync(manager);
        Assert.StartsWith("Gehaald", asMade.Goal, StringComparison.Ordinal);
        Assert.Contains("Dit is bewezen de minste inspanning.", asMade.Effort, StringComparison.Ordinal);

        var action = (await ActionsAsync(id))[0];
        await manager.GoAsync($"/doorlichtingen/{id}/actieplan/vervallen/{action.Id}");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("zonder deze actie");
        await manager.Page.GetByLabel("Waarom kan deze actie uit het plan?").FillAsync("Past niet bij de nieuwe wet.");
        await manager.PressAsync("Laten vervallen");
        await pages.SeesAsync("De actie is vervallen. U kunt die in het plan terugzetten.");
        var dropped = await ForecastAsync(manager);
        Assert.StartsWith("Niet gehaald", dropped.Goal, StringComparison.Ordinal);
        Assert.NotEqual(asMade.Residual, dropped.Residual);
        Assert.Contains("Het plan is aangepast", dropped.Effort, StringComparison.Ordinal);
        Assert.Equal("Past niet bij de nieuwe wet.", (await TrailAsync(action.Id))[^1].Reason);

        await manager.PressAsync(manager.Page.Locator($"#maatregel-{action.Id:N}").GetByText("Terugzetten"));
        Assert.Equal(asMade, await ForecastAsync(manager));
        Assert.Equal((int)ActionStatus.Planned, (await ActionsAsync(id))[0].Status);
        Assert.Empty(manager.Faults);
    }

    [Fact]
    public async Task Measure_from_the_list_and_own_action_come_into_the_plan_once()
    {
        var id = await maker.MakeAsync("adoption");
        var count = (await ActionsAsync(id)).Count;
        await using var coach = await installation.SignedInAsync("begeleider");
        var pages = new CasePages(coach, id);
        await pages.OpenAsync("/actieplan");
        var before = await ForecastAsync(coach);
        await coach.FollowAsync("Maatregel uit de lijst toevoegen");
        var first = coach.Page.Locator("section.result").First;
        await Assertions.Expect(first).ToContainTextAsync("Verlaagt het restrisico van ten hoogste");
        await coach.PressAsync(first.GetByRole(AriaRole.Button));
        await pages.SeesAsync("De maatregel staat in het plan.");
        Assert.NotEqual(before.Residual, (await ForecastAsync(coach)).Residual);

        await coach.FollowAsync("Eigen actie toevoegen");
        await coach.Page.GetByLabel("Wat wordt er gedaan?").FillAsync(Own);
        await coach.PressAsync("Toevoegen");
        await Assertions.Expect(coach.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf op waarom deze actie nodig is.");
        Assert.Equal(Own, await coach.Page.GetByLabel("Wat wordt er gedaan?").InputValueAsync());
        await coach.Page.GetByLabel("Waarom is deze actie nodig?").FillAsync("Studenten zien andere knelpunten.");
        await coach.PressAsync("Toevoegen");
        await pages.SeesAsync("De actie staat in het plan.");
        await Assertions.Expect(coach.Page.Locator("main")).ToContainTextAsync("Geen berekend effect: deze actie staat niet in de lijst met maatregelen.");
        var actions = await ActionsAsync(id);
        Assert.Equal(count + 2, actions.Count);
        Assert.Equal(["action.added"], (await TrailAsync(actions[^1].Id)).Select(row => row.Event));
        Assert.Null(actions[^1].MeasureId);
        Assert.NotNull(actions[^2].MeasureJson);
        Assert.Empty(coach.Faults);
    }

    [Fact]
    public async Task Form_that_is_sent_twice_adds_once_and_a_measure_is_not_added_again()
    {
        var id = await maker.MakeAsync("adoption");
        var count = (await ActionsAsync(id)).Count;
        var path = $"/doorlichtingen/{id}/actieplan/toevoegen";
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync(path);
        var form = new List<(string, string)> { (Token, await manager.TokenAsync()) };
        foreach (var name in new[] { "taak", "maatregel", "plan", "inzending" })
        {
            form.Add((name, (await manager.Page.Locator($"form[method=post] input[name={name}]").First.GetAttributeAsync("value"))!));
        }

        var answers = await Task.WhenAll(manager.PostAsync(path, [.. form]), manager.PostAsync(path, [.. form]));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal(count + 1, (await ActionsAsync(id)).Count);

        form[^1] = ("inzending", Guid.NewGuid().ToString());
        Assert.Contains("Deze maatregel staat al in het plan voor deze taak.", await (await manager.PostAsync(path, [.. form])).TextAsync(), StringComparison.Ordinal);
        form[^2] = ("plan", Guid.NewGuid().ToString());
        Assert.Contains("Een collega heeft intussen een nieuw plan gemaakt.", await (await manager.PostAsync(path, [.. form])).TextAsync(), StringComparison.Ordinal);
        Assert.Equal(count + 1, (await ActionsAsync(id)).Count);
    }

    [Fact]
    public async Task Action_moves_one_place_and_a_repeated_form_moves_it_no_further()
    {
        var id = await maker.MakeAsync("adoption");
        var before = await ActionsAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/actieplan");
        await manager.PressAsync(manager.Page.Locator($"#maatregel-{before[0].Id:N} button[value=omlaag]"));
        Assert.Equal([before[1].Id, before[0].Id], (await ActionsAsync(id)).Take(2).Select(row => row.Id));
        await manager.PostAsync($"/doorlichtingen/{id}/actieplan?handler=plaats", (Token, await manager.TokenAsync()), ("actie", before[0].Id.ToString()), ("plek", "0"), ("richting", "omlaag"));
        Assert.Equal([before[1].Id, before[0].Id], (await ActionsAsync(id)).Take(2).Select(row => row.Id));
        Assert.Equal(("1", "2"), ((await TrailAsync(before[0].Id))[^1].Before, (await TrailAsync(before[0].Id))[^1].After));
    }

    [Fact]
    public async Task Action_that_a_colleague_changed_is_not_dropped_unseen()
    {
        var id = await maker.MakeAsync("adoption");
        var action = (await ActionsAsync(id))[0];
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/actieplan/vervallen/{action.Id}");
        await database.WriteAsync(async db =>
        {
            var row = await db.PlannedMeasures.AsTracking().SingleAsync(candidate => candidate.Id == action.Id);
            (row.Status, row.Version) = ((int)ActionStatus.Running, Guid.NewGuid());
        });
        await manager.Page.GetByLabel("Waarom kan deze actie uit het plan?").FillAsync("Niet nodig.");
        await manager.PressAsync("Laten vervallen");
        await Assertions.Expect(manager.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft deze actie intussen gewijzigd.");
        Assert.Equal("Niet nodig.", await manager.Page.GetByLabel("Waarom kan deze actie uit het plan?").InputValueAsync());
        Assert.Equal((int)ActionStatus.Running, (await ActionsAsync(id))[0].Status);
        await manager.PressAsync("Laten vervallen");
        Assert.Equal((int)ActionStatus.Dropped, (await ActionsAsync(id))[0].Status);
    }

    private static async Task<(string Residual, string Goal, string Effort)> ForecastAsync(Visitor visitor)
    {
        var summary = visitor.Page.Locator("main dl.definition-grid").Nth(1);
        async Task<string> Text(string term) => await summary.Locator($"dt:text-is('{term}') + dd").InnerTextAsync();
        return (await Text("Restrisico"), await Text("Doel"), await Text("Inspanning"));
    }

    private async Task<IReadOnlyList<PlannedMeasureRow>> ActionsAsync(Guid caseId)
    {
        await using var db = database.Read();
        var newest = await db.Plans.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.Sequence).Select(row => row.Id).FirstAsync();
        return await db.PlannedMeasures.Where(row => row.PlanId == newest).OrderBy(row => row.Position).ToListAsync();
    }

    private async Task<IReadOnlyList<TrailRow>> TrailAsync(Guid actionId)
    {
        await using var db = database.Read();
        var key = actionId.ToString();
        return await db.Trail.Where(row => row.Subject.StartsWith(key)).OrderBy(row => row.Id).ToListAsync();
    }
}
