using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Who takes part in a case, what they did, and when others see the answers.</summary>
public sealed class TeamTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Task = "controle-uitwonendenbeurs";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Colleague_is_added_and_has_the_rights_at_once_and_loses_them_with_the_role()
    {
        var id = await maker.MakeAsync("regulation");
        await using var coordinator = await installation.SignedInAsync("coordinator");
        await coordinator.GoAsync($"/doorlichtingen/{id}", 404);
        await using var coach = await installation.SignedInAsync("begeleider");
        await AddAsync(coach, id, "Chris Coördinator", "Teamlid");
        Assert.Equal("Chris Coördinator doet mee als teamlid.", await coach.MessageAsync());
        await coordinator.GoAsync($"/doorlichtingen/{id}/vragen/{Task}/regulation");

        await coach.FollowAsync("Rol beëindigen (Chris Coördinator, Teamlid)");
        await coach.PressAsync("Rol beëindigen");
        await Assertions.Expect(coach.Page.Locator("[id=reden-fout]")).ToContainTextAsync("Schrijf op waarom deze rol stopt.");
        await coach.Page.GetByLabel("Reden").FillAsync("Werkt elders.");
        await coach.PressAsync("Rol beëindigen");
        await coordinator.GoAsync($"/doorlichtingen/{id}", 404);
        await using var db = database.Read();
        Assert.Equal(["member.added", "member.removed"], await db.Trail.Where(row => row.AssessmentId == id && row.Event.StartsWith("member.")).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());
    }

    [Fact]
    public async Task Who_was_on_the_team_never_becomes_auditor_of_the_case()
    {
        var id = await maker.MakeAsync("regulation");
        await using var coach = await installation.SignedInAsync("begeleider");
        await AddAsync(coach, id, "Chris Coördinator", "Teamlid");
        await coach.FollowAsync("Rol beëindigen (Chris Coördinator, Teamlid)");
        await coach.Page.GetByLabel("Reden").FillAsync("Wordt auditor.");
        await coach.PressAsync("Rol beëindigen");
        await AddAsync(coach, id, "Chris Coördinator", "Auditor");
        await Assertions.Expect(coach.Page.Locator("[id=wie-fout]")).ToContainTextAsync("zit of zat aan de andere kant");
        await AddAsync(coach, id, "Aïsha Auditor", "Teamlid");
        await Assertions.Expect(coach.Page.Locator("[id=wie-fout]")).ToContainTextAsync("zit of zat aan de andere kant");
    }

    [Fact]
    public async Task Role_with_an_open_step_keeps_somebody()
    {
        var id = await maker.MakeAsync("regulation");
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/team");
        await coach.FollowAsync("Rol beëindigen (Tess Teamlid, Teamlid)");
        await coach.Page.GetByLabel("Reden").FillAsync("Gaat weg.");
        await coach.PressAsync("Rol beëindigen");
        await Assertions.Expect(coach.Page.Locator("[id=reden-fout]")).ToContainTextAsync("Deze rol is nog nodig");
    }

    [Fact]
    public async Task Administrator_manages_the_team_and_sees_nothing_else_and_members_only_read()
    {
        var id = await maker.MakeAsync("regulation");
        await using var administrator = await installation.SignedInAsync("beheerder");
        await AddAsync(administrator, id, "Chris Coördinator", "Jurist");
        Assert.Equal("Chris Coördinator doet mee als jurist.", await administrator.MessageAsync());
        await administrator.GoAsync($"/doorlichtingen/{id}", 404);
        await administrator.GoAsync($"/doorlichtingen/{id}/activiteit", 404);
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/team");
        Assert.Equal(0, await member.Page.Locator("main form").CountAsync());
        var chris = await UserAsync("Chris Coördinator");
        Assert.Equal(404, (await member.PostAsync($"/doorlichtingen/{id}/team", (Token, await member.TokenAsync()), ("wie", chris.ToString()), ("rol", "assessor"))).Status);
        Assert.Equal(404, (await member.PostAsync($"/doorlichtingen/{id}/team/verwijderen/{chris}/jurist", (Token, await member.TokenAsync()), ("reden", "Nee."))).Status);
    }

    [Fact]
    public async Task Activities_tell_who_did_what_and_neither_answers_nor_suspicions()
    {
        var id = await maker.MakeAsync("regulation");
        await database.WriteAsync(async db =>
        {
            var body = await db.Assessments.Where(row => row.Id == id).Select(row => row.BodyId).SingleAsync();
            db.Trail.Add(new() { BodyId = body, AssessmentId = id, UserId = await maker.UserAsync(Roles.Assessor), AtUtc = DateTime.UtcNow, Event = "answer.saved", Subject = $"{Task}/R5", After = "GEHEIM-ANTWOORD" });
            db.Trail.Add(new() { BodyId = body, AssessmentId = id, SuspicionId = Guid.NewGuid(), UserId = await maker.UserAsync(Roles.Manager), AtUtc = DateTime.UtcNow, Event = "message.left", Subject = "GEHEIM-VERMOEDEN" });
        });
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/activiteit?soort=antwoorden&taak={Task}&wie={await maker.UserAsync(Roles.Assessor)}");
        await Assertions.Expect(auditor.Page.Locator(".activity__line")).ToContainTextAsync(["Tess Teamlid bewaarde een antwoord: R5"]);
        await auditor.GoAsync($"/doorlichtingen/{id}/activiteit");
        Assert.DoesNotContain("GEHEIM", await auditor.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("Milan Manager", await auditor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_are_a_draft_until_the_team_shares_them()
    {
        var id = await maker.MakeDraftAsync("regulation");
        var questions = $"/doorlichtingen/{id}/vragen/{Task}/regulation";
        foreach (var mailbox in new[] { "auditor", "opdrachtgever", "manager", "jurist" })
        {
            await using var outside = await installation.SignedInAsync(mailbox);
            foreach (var path in new[] { questions, $"/doorlichtingen/{id}/resultaat", $"/doorlichtingen/{id}/antwoorden.yaml", $"/doorlichtingen/{id}/onderzoeksplan" })
            {
                await outside.GoAsync(path);
                await Assertions.Expect(outside.Page.GetByRole(AriaRole.Heading, new() { Name = "De antwoorden zijn nog een concept van het team" })).ToBeVisibleAsync();
            }

            await outside.GoAsync($"/doorlichtingen/{id}/delen", 404);
        }

        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"{questions}/R12");
        Assert.Equal((0, 1), (await member.Page.GetByLabel("Aïsha Auditor").CountAsync(), await member.Page.GetByLabel("Bas Begeleider").CountAsync()));
        await member.GoAsync($"/doorlichtingen/{id}");
        await member.FollowAsync("Deel met auditor en opdrachtgever");
        await member.PressAsync("Deel met auditor en opdrachtgever");
        Assert.Equal("De antwoorden zijn gedeeld met auditor en opdrachtgever.", await member.MessageAsync());
        await member.GoAsync($"{questions}/R12");
        Assert.Equal(1, await member.Page.GetByLabel("Aïsha Auditor").CountAsync());
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}");
        await Assertions.Expect(auditor.Page.GetByText("Het team heeft zijn antwoorden met u gedeeld.")).ToBeVisibleAsync();
        await auditor.GoAsync(questions);
        Assert.EndsWith("/regulation", auditor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(1, await TrailAsync(id, "case.shared"));
    }

    [Fact]
    public async Task Answers_count_as_shared_once_the_review_has_come()
    {
        var id = await maker.MakeDraftAsync("review");
        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync($"/doorlichtingen/{id}/resultaat");
        Assert.EndsWith("/resultaat", sponsor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_of_the_research_plan_is_moved_with_a_button()
    {
        var id = await maker.MakeAsync("regulation");
        var item = await maker.PlanAsync(id, "Welke kenmerken gebruikt het profiel?");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/bord");
        await member.Page.Locator($"[id='status-{item:N}']").SelectOptionAsync("Running");
        await member.PressAsync("Verplaatsen (Welke kenmerken gebruikt het profiel?)");
        Assert.Equal("De onderzoeksvraag staat nu bij ‘Bezig’.", await member.MessageAsync());
        await using var db = database.Read();
        Assert.Equal(ResearchStatus.Running, (await db.ResearchItems.SingleAsync(row => row.Id == item)).Status);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/doorlichtingen/{id}/onderzoeksplan/bord");
        Assert.Equal(0, await auditor.Page.Locator("main form").CountAsync());
    }

    private static async Task AddAsync(Visitor visitor, Guid id, string name, string role)
    {
        await visitor.GoAsync($"/doorlichtingen/{id}/team?zoek={Uri.EscapeDataString(name.Split(' ')[0])}");
        await visitor.Page.GetByLabel(name, new() { Exact = true }).CheckAsync();
        await visitor.Page.GetByLabel("In welke rol?").SelectOptionAsync(new SelectOptionValue { Label = role });
        await visitor.PressAsync("Toevoegen aan het team");
    }

    private async Task<Guid> UserAsync(string name)
    {
        await using var db = database.Read();
        return await db.Users.Where(row => row.DisplayName == name).Select(row => row.Id).SingleAsync();
    }

    private async Task<int> TrailAsync(Guid id, string happened)
    {
        await using var db = database.Read();
        return await db.Trail.CountAsync(row => row.AssessmentId == id && row.Event == happened);
    }
}
