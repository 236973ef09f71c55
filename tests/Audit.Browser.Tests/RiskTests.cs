using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Risks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The risk register: formulating, judging from two sides, accepting until a day.</summary>
public sealed partial class RiskTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Written = "Het risico dat studenten die dicht bij hun ouders wonen vaker worden gecontroleerd";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);
    private readonly RiskMaker risks = new(installation);

    [Fact]
    public async Task Team_formulates_a_risk_in_session_three_with_what_it_rests_on()
    {
        var id = await maker.MakeAsync("session-3");
        await using var member = await installation.SignedInAsync("begeleider");
        var pages = new CasePages(member, id);
        await pages.BeginStepAsync(Example.Read().SessionName("session-3"));
        await Assertions.Expect(member.Page.GetByText("Risicoregister: nog leeg")).ToBeVisibleAsync();
        await member.FollowAsync("Naar het risicoregister");
        await member.FollowAsync("Risico toevoegen");
        await member.PressAsync("Toevoegen");
        Assert.Equal(["#titel", "#onderdeel", "#oorzaak", "#gevolg"], await Task.WhenAll((await member.Page.Locator(".error-summary a").AllAsync()).Select(link => link.GetAttributeAsync("href"))));

        await member.Page.GetByLabel("Risico", new() { Exact = true }).FillAsync(Written);
        await member.Page.GetByLabel("In welk onderdeel ontstaat het?").SelectOptionAsync("policy");
        await member.Page.GetByLabel("Oorzaak", new() { Exact = true }).FillAsync("Het profiel weegt de afstand tot de ouders.");
        await member.Page.GetByLabel("Gevolg", new() { Exact = true }).FillAsync("Vaker huisbezoek.");
        await member.Page.Locator("details:has(input[value=P1]) > summary").ClickAsync();
        await member.Page.Locator("input[name=vragen][value=P1]").CheckAsync();
        await member.Page.Locator("input[name=onderscheid][value=afstand-tot-ouders]").CheckAsync();
        await member.Page.Locator("input[name=gronden][value=ras]").CheckAsync();
        await member.Page.GetByLabel("Andere groepen (mag leeg blijven)").FillAsync("Studenten met weinig geld\n\nStudenten uit de grote steden");
        await member.PressAsync("Toevoegen");

        var risk = Assert.Single(await risks.ReadAsync(id));
        Assert.Equal((1, Written, "policy"), (risk.Row.Number, risk.Row.Title, risk.Row.ComponentId));
        Assert.Equal(["P1"], risk.TargetsOf(RiskLinkKind.Question));
        Assert.Equal(["afstand-tot-ouders"], risk.TargetsOf(RiskLinkKind.Distinction));
        Assert.Equal(["Studenten met weinig geld", "Studenten uit de grote steden", "ras"], risk.TargetsOf(RiskLinkKind.Group));
        var text = await member.Page.Locator("main").InnerTextAsync();
        Assert.Contains("antwoord nu:", text, StringComparison.Ordinal);
        Assert.Contains("Berekend restrisico van de taak – signaal, geen juridisch oordeel", text, StringComparison.Ordinal);
        Assert.Contains("Nog geen maatregel of besluit", text, StringComparison.Ordinal);

        await pages.BeginStepAsync(Example.Read().SessionName("session-3"));
        await Assertions.Expect(member.Page.GetByText("Risicoregister: 1 risico")).ToBeVisibleAsync();
        Assert.Empty(member.Faults);
    }

    [Fact]
    public async Task Proposals_become_drafts_and_are_not_proposed_again()
    {
        var id = await maker.MakeAsync("session-3");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}");
        await member.FollowAsync("Risicoregister");
        await member.FollowAsync("Voorstellen bekijken");
        var boxes = member.Page.Locator("input[name=voorstel]");
        var offered = await boxes.CountAsync();
        Assert.True(offered > 3, $"only {offered} proposals");
        Assert.Contains("is geraakt: ", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await boxes.Nth(0).CheckAsync();
        await boxes.Nth(offered - 1).CheckAsync();
        await member.PressAsync("Aangevinkte voorstellen toevoegen");
        Assert.StartsWith("2 risico's toegevoegd als concept.", await member.MessageAsync(), StringComparison.Ordinal);
        var drafts = await risks.ReadAsync(id);
        Assert.Equal([1, 2], drafts.Select(risk => risk.Row.Number));
        Assert.All(drafts, risk => Assert.StartsWith("Het risico dat ", risk.Row.Title, StringComparison.Ordinal));
        Assert.All(drafts, risk => Assert.NotEmpty(risk.TargetsOf(RiskLinkKind.Question)));
        await member.FollowAsync("Voorstellen bekijken");
        Assert.True(await boxes.CountAsync() <= offered - 2);
    }

    [Fact]
    public async Task Team_and_auditor_judge_beside_each_other_and_a_gate_goes_first()
    {
        var id = await maker.MakeAsync("review");
        var risk = await risks.AddAsync(id);
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/risicos/{risk}/oordelen/restrisico");
        await Assertions.Expect(member.Page.GetByText("Een drempelregel gaat voor: niveau minstens ‘hoog’")).ToBeVisibleAsync();
        await ChooseAsync(member, "laag", "hoog", null);
        await member.PressAsync("Oordeel vastleggen");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("De matrix geeft ‘laag’.");
        await ChooseAsync(member, "laag", "hoog", "laag");
        await member.PressAsync("Oordeel vastleggen");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Het niveau is dan minstens ‘hoog’.");
        Assert.Empty((await risks.ReadAsync(id)).Single().Judgements);
        await ChooseAsync(member, "laag", "hoog", "hoog");
        await member.PressAsync("Oordeel vastleggen");
        Assert.Contains("wijkt af van de matrix, die ‘laag’ geeft", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/risicos/{risk}");
        await auditor.PressAsync(auditor.Page.Locator("a[href$='/oordelen/restrisico']"));
        await ChooseAsync(auditor, "hoog", "hoog", "hoog");
        await auditor.PressAsync("Oordeel vastleggen");
        await Assertions.Expect(auditor.Page.GetByText("Team en auditor oordelen verschillend")).ToBeVisibleAsync();
        Assert.Equal(2, await auditor.Page.Locator(".side-by-side section").CountAsync());
        await auditor.Page.GetByLabel("Waarom verschillen de oordelen?").FillAsync("De auditor telt ook de aanvragen van 2013.");
        await auditor.PressAsync("Verklaring vastleggen");
        Assert.Contains("De auditor telt ook de aanvragen van 2013.", await auditor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var judged = (await risks.ReadAsync(id)).Single();
        Assert.Equal(new RiskJudgement(0, 2, 2), RegisteredRisk.JudgementOf(judged.Newest(RiskStage.Residual, false)!));
        Assert.Equal(new RiskJudgement(2, 2, 2), RegisteredRisk.JudgementOf(judged.Newest(RiskStage.Residual, true)!));
        Assert.Equal(["risk.explained", "risk.judged", "risk.judged", "risk.added"], await EventsAsync(id, risk));
        await auditor.GoAsync($"/doorlichtingen/{id}/risicos");
        Assert.Contains("team en auditor verschillen", await auditor.Page.Locator(".register").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sponsor_accepts_until_a_day_and_the_risk_is_open_again_after_it()
    {
        var id = await maker.MakeAsync("adoption");
        var risk = await risks.AddAsync(id);
        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync($"/doorlichtingen/{id}/risicos/{risk}/accepteren");
        await Assertions.Expect(sponsor.Page.GetByText("Zonder oordeel kunt u het niet accepteren.")).ToBeVisibleAsync();
        await risks.JudgeAsync(id, risk, new(RiskStage.Residual, false), new(2, 2, 2));
        await new CasePages(sponsor, id).BeginStepAsync("Vaststelling");
        await Assertions.Expect(sponsor.Page.GetByText("Bij 1 risico is er nog geen maatregel of besluit.")).ToBeVisibleAsync();

        await sponsor.GoAsync($"/doorlichtingen/{id}/risicos/{risk}");
        await sponsor.FollowAsync("Restrisico accepteren");
        await sponsor.Page.GetByLabel("Waarom accepteert u dit restrisico?").FillAsync("Het profiel vervalt dit jaar.");
        await sponsor.Page.GetByLabel("Tot en met welke dag?").FillAsync(DayText(3 * 366));
        await sponsor.PressAsync("Restrisico accepteren");
        Assert.Equal(2, await sponsor.Page.Locator(".error-summary li").CountAsync());
        Assert.Equal("Het profiel vervalt dit jaar.", await sponsor.Page.GetByLabel("Waarom accepteert u dit restrisico?").InputValueAsync());
        await sponsor.Page.GetByLabel("Tot en met welke dag?").FillAsync(DayText(200));
        await sponsor.Page.GetByLabel("Ik weet dat het restrisico ‘hoog’ is").CheckAsync();
        await sponsor.PressAsync("Restrisico accepteren");
        Assert.Equal("U hebt het restrisico geaccepteerd.", await sponsor.MessageAsync());
        Assert.Equal(RiskEnding.Accepted, await EndingAsync(id));

        await using (var member = await installation.SignedInAsync("teamlid"))
        {
            await member.GoAsync($"/doorlichtingen/{id}/risicos/{risk}/wijzigen");
            await member.Page.GetByLabel("Oorzaak", new() { Exact = true }).FillAsync("Iets heel anders.");
            await member.PressAsync("Opslaan");
            await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("De opdrachtgever heeft dit risico geaccepteerd.");
        }

        await ExpireAsync(risk);
        Assert.Equal(RiskEnding.None, await EndingAsync(id));
        await sponsor.GoAsync($"/doorlichtingen/{id}/risicos/{risk}");
        await Assertions.Expect(sponsor.Page.GetByText("Verlopen", new() { Exact = true })).ToBeVisibleAsync();
        await sponsor.FollowAsync("Restrisico accepteren");
        await sponsor.Page.GetByLabel("Waarom accepteert u dit restrisico?").FillAsync("Nog één jaar.");
        await sponsor.Page.GetByLabel("Tot en met welke dag?").FillAsync(DayText(300));
        await sponsor.Page.GetByLabel("Ik weet dat het restrisico ‘hoog’ is").CheckAsync();
        await sponsor.PressAsync("Restrisico accepteren");
        await sponsor.FollowAsync("Acceptatie intrekken");
        await sponsor.Page.GetByLabel("Waarom trekt u de acceptatie in?").FillAsync("Er is een nieuw signaal.");
        await sponsor.PressAsync("Acceptatie intrekken");
        Assert.Equal(RiskEnding.None, await EndingAsync(id));
        Assert.Contains("Er is een nieuw signaal.", await sponsor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(sponsor.Faults);
    }

    [Fact]
    public async Task Action_of_the_plan_counts_as_a_measure_until_it_is_dropped()
    {
        var id = await maker.MakeAsync("adoption");
        var risk = await risks.AddAsync(id);
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/risicos/{risk}/wijzigen");
        await member.Page.Locator("input[name=acties]").First.CheckAsync();
        await member.PressAsync("Opslaan");
        Assert.Equal(RiskEnding.Measure, await EndingAsync(id));
        Assert.Contains("Maatregel in het plan", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        var action = Guid.Parse((await risks.ReadAsync(id)).Single().TargetsOf(RiskLinkKind.Action).Single());
        await database.WriteAsync(async db => (await db.PlannedMeasures.AsTracking().SingleAsync(row => row.Id == action)).Status = (int)Audit.Core.Actions.ActionStatus.Dropped);
        Assert.Equal(RiskEnding.None, await EndingAsync(id));
    }

    [Fact]
    public async Task Two_people_on_one_risk_both_keep_their_text()
    {
        var id = await maker.MakeAsync("session-3");
        var path = $"/doorlichtingen/{id}/risicos/{await risks.AddAsync(id)}/wijzigen";
        await using var first = await installation.SignedInAsync("teamlid");
        await using var second = await installation.SignedInAsync("begeleider");
        await first.GoAsync(path);
        await second.GoAsync(path);
        await first.Page.GetByLabel("Gevolg", new() { Exact = true }).FillAsync("Een terugvordering.");
        await first.PressAsync("Opslaan");
        await second.Page.GetByLabel("Gevolg", new() { Exact = true }).FillAsync("Een huisbezoek.");
        await second.PressAsync("Opslaan");

        await Assertions.Expect(second.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft dit risico intussen gewijzigd.");
        Assert.Contains("Een terugvordering.", await second.Page.Locator(".utrecht-alert--warning").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Een huisbezoek.", await second.Page.GetByLabel("Gevolg", new() { Exact = true }).InputValueAsync());
        Assert.Equal("Een terugvordering.", (await risks.ReadAsync(id)).Single().Row.Consequence);
        await second.PressAsync("Opslaan");
        Assert.Equal("Een huisbezoek.", (await risks.ReadAsync(id)).Single().Row.Consequence);
    }

    [Fact]
    public async Task Two_judgements_of_one_side_at_once_are_compared_first()
    {
        var id = await maker.MakeAsync("session-3");
        var risk = await risks.AddAsync(id);
        var path = $"/doorlichtingen/{id}/risicos/{risk}/oordelen/zonder-waarborgen";
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(path);
        await risks.JudgeAsync(id, risk, new(RiskStage.Inherent, false), new(2, 2, 2));
        await ChooseAsync(member, "midden", "hoog", "hoog");
        await member.PressAsync("Oordeel vastleggen");
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Een collega heeft intussen een oordeel gegeven.");
        Assert.Contains("De cijfers van 2014 laten het zien.", await member.Page.Locator(".utrecht-alert--warning", new() { HasText = "collega" }).InnerTextAsync(), StringComparison.Ordinal);
        await member.PressAsync("Oordeel vastleggen");
        Assert.Equal([1, 2], (await risks.ReadAsync(id)).Single().Judgements.Select(row => row.Likelihood));
    }

    private static async Task ChooseAsync(Visitor visitor, string likelihood, string impact, string? level)
    {
        foreach (var (field, value) in new[] { ("kans", likelihood), ("impact", impact), ("niveau", level) })
        {
            if (value is not null)
            {
                await visitor.Page.Locator($"input[name={field}][value={value}]").CheckAsync();
            }

            await visitor.Page.Locator($"#{field}Waarom").FillAsync($"Motivering van {field}.");
        }
    }

    private static async Task ChangeTasksAsync(Visitor coach, Guid id, string kind, string? name)
    {
        await coach.GoAsync($"/doorlichtingen/{id}/taken-wijzigen");
        await coach.Page.GetByLabel(kind, new() { Exact = true }).CheckAsync();
        await coach.Page.Locator("#taak").SelectOptionAsync(RiskMaker.TaskKey);
        await coach.Page.Locator("#naam").FillAsync(name ?? string.Empty);
        await coach.Page.Locator("#reden").FillAsync("De taak bleek uit twee delen te bestaan.");
        await coach.PressAsync("Taken wijzigen");
    }

    private static (string, string)[] EveryField(string token, string seen) =>
    [
        (Token, token), ("inzending", Guid.NewGuid().ToString()), ("taak", RiskMaker.TaskKey), ("titel", Written), ("onderdeel", "policy"), ("oorzaak", "a"), ("gevolg", "b"),
        ("gezien", seen), ("voorstel", $"{RiskMaker.TaskKey}/Contribution/P1"), ("reden", "Zomaar."), ("tot", DayText(30)), ("hoogste", "ja"),
        ("kans", "hoog"), ("kansWaarom", "a"), ("impact", "hoog"), ("impactWaarom", "b"), ("niveau", "hoog"), ("niveauWaarom", "c"),
    ];

    private static string DayText(int days) => DateTime.Today.AddDays(days).ToString("d-M-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<string> ValueAsync(Visitor visitor, string field) => (await visitor.Page.Locator($"input[name={field}]").First.GetAttributeAsync("value"))!;

    private async Task<RiskEnding> EndingAsync(Guid id) => (await risks.ReadAsync(id)).Single().EndingOn(DateOnly.FromDateTime(DateTime.UtcNow));

    /// <summary>Lets the last day of an acceptance pass.</summary>
    private Task ExpireAsync(Guid riskId) => database.WriteAsync(async db =>
    {
        var row = await db.RiskAcceptances.AsTracking().SingleAsync(acceptance => acceptance.RiskId == riskId);
        (row.ValidUntil, row.AcceptedUtc) = (DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-2), DateTime.UtcNow.AddDays(-200));
    });

    private async Task<List<string>> EventsAsync(Guid caseId, Guid riskId)
    {
        await using var db = database.Read();
        return [.. (await RiskTrail.OfAsync(db, caseId, riskId)).Select(row => row.Event)];
    }
}
