using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Audit.Workflows.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Accounts;

/// <summary>A colleague stands in until a date; nobody judges what they filled in.</summary>
public sealed class StandInTests(Installation installation)
{
    private const string Deputy = "vervanger@demo.example";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task A_role_is_handed_over_until_a_date_and_ends_by_itself()
    {
        await AddDeputyAsync();
        var id = await maker.MakeAsync("review");
        await using var deputy = await installation.SignedInAsync(Deputy);
        await deputy.GoAsync($"/doorlichtingen/{id}", 404);
        await using var auditor = await installation.SignedInAsync("auditor");
        await HandOverAsync(auditor, id, "Vera Vervanger", DateTime.UtcNow.AddDays(-3));
        await Assertions.Expect(auditor.Page.GetByText("Kies een einddatum na vandaag").First).ToBeVisibleAsync();
        await HandOverAsync(auditor, id, "Vera Vervanger", DateTime.UtcNow.AddDays(3));
        Assert.Equal("De rol is overgedragen.", await auditor.MessageAsync());
        await deputy.GoAsync($"/doorlichtingen/{id}");
        await deputy.GoAsync($"/doorlichtingen/{id}/vervanging");
        await Assertions.Expect(deputy.Page.GetByText("Vera Vervanger vervangt Aïsha Auditor als auditor")).ToBeVisibleAsync();
        Assert.Equal(0, await deputy.Page.GetByRole(AriaRole.Button, new() { Name = "Rol overdragen" }).CountAsync());

        await database.WriteAsync(async db => (await db.Delegations.AsTracking().SingleAsync(row => row.AssessmentId == id)).UntilUtc = DateTime.UtcNow.AddSeconds(-1));
        await deputy.GoAsync($"/doorlichtingen/{id}", 404);
        await using var db = database.Read();
        Assert.NotNull((await db.Delegations.SingleAsync(row => row.AssessmentId == id)).EndedUtc);
        Assert.Equal(["delegation.begun", "delegation.ended"], await db.Trail.Where(row => row.AssessmentId == id && row.Event.StartsWith("delegation")).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync());
    }

    [Fact]
    public async Task Who_was_on_the_team_cannot_stand_in_for_the_auditor()
    {
        var id = await maker.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        await HandOverAsync(auditor, id, "Tess Teamlid", DateTime.UtcNow.AddDays(3));
        await Assertions.Expect(auditor.Page.GetByText("zit of zat aan de andere kant").First).ToBeVisibleAsync();
        await using var db = database.Read();
        Assert.False(await db.Delegations.AnyAsync(row => row.AssessmentId == id));
    }

    [Theory]
    [InlineData("31-12-9999")]
    [InlineData("30-12-9999")]
    [InlineData("1-1-0001")]
    public async Task A_day_at_the_end_of_the_calendar_is_refused_in_words(string day)
    {
        var id = await maker.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        await HandOverAsync(auditor, id, "Tess Teamlid", day);
        await Assertions.Expect(auditor.Page.GetByText("Kies een einddatum na vandaag").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_filled_in_cannot_judge_whatever_way_the_step_is_finished()
    {
        var id = await maker.MakeAsync("review");
        var step = (await maker.FirstStepAsync(id))!;
        var (assessor, auditor) = (await maker.UserAsync(Roles.Assessor), await maker.UserAsync(Roles.Auditor));
        var runner = installation.Site.Services.GetRequiredService<WorkflowRunner>().OverAllBodies();
        var refused = await runner.SubmitAsync(new(step.StepId, Outcomes.Approved, Guid.NewGuid(), assessor), DateTime.UtcNow);
        Assert.Equal((SubmitStatus.Refused, "U hebt zelf meegewerkt aan deze antwoorden. Iemand anders moet ze beoordelen."), (refused.Status, refused.Reason));
        Assert.True((await runner.SubmitAsync(new(step.StepId, Outcomes.Approved, Guid.NewGuid(), auditor), DateTime.UtcNow)).IsTaken);
    }

    [Fact]
    public async Task Who_worked_on_the_plan_does_not_adopt_it()
    {
        var id = await maker.MakeAsync("adoption");
        var (step, sponsor) = ((await maker.FirstStepAsync(id))!, await maker.UserAsync(Roles.Sponsor));
        await database.WriteAsync(async db => db.Trail.Add(new() { BodyId = (await db.Assessments.SingleAsync(row => row.Id == id)).BodyId, AssessmentId = id, UserId = sponsor, AtUtc = DateTime.UtcNow, Event = "action.changed", Subject = "actie" }));
        var runner = installation.Site.Services.GetRequiredService<WorkflowRunner>().OverAllBodies();
        var refused = await runner.SubmitAsync(new(step.StepId, Outcomes.Approved, Guid.NewGuid(), sponsor), DateTime.UtcNow);
        Assert.Equal((SubmitStatus.Refused, "U hebt zelf aan dit actieplan gewerkt. Iemand anders moet het vaststellen."), (refused.Status, refused.Reason));
    }

    private static Task HandOverAsync(Visitor visitor, Guid id, string name, DateTime until) =>
        HandOverAsync(visitor, id, name, until.ToString("d-M-yyyy", System.Globalization.CultureInfo.InvariantCulture));

    private static async Task HandOverAsync(Visitor visitor, Guid id, string name, string until)
    {
        await visitor.GoAsync($"/doorlichtingen/{id}/vervanging");
        await visitor.Page.GetByLabel("Aan wie?").SelectOptionAsync(new SelectOptionValue { Label = name });
        await visitor.Page.GetByLabel("Tot en met welke dag?").FillAsync(until);
        await visitor.Page.GetByLabel("Reden").FillAsync("Op vakantie.");
        await visitor.PressAsync("Rol overdragen");
    }

    private Task AddDeputyAsync() => database.WriteAsync(async db =>
    {
        if (await db.Users.AnyAsync(row => row.Email == Deputy))
        {
            return;
        }

        var user = new UserRow
        {
            Id = Guid.CreateVersion7(),
            BodyId = await db.Bodies.Where(row => row.Name == DemoUsers.BodyName).Select(row => row.Id).SingleAsync(),
            DisplayName = "Vera Vervanger",
            UserName = Deputy,
            NormalizedUserName = Deputy.ToUpperInvariant(),
            Email = Deputy,
            NormalizedEmail = Deputy.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = new PasswordHasher<UserRow>().HashPassword(user, DemoUsers.Password);
        db.Users.Add(user);
    });
}
