using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>What is on somebody's plate, and the list of cases.</summary>
public sealed class StartPageTests(Installation installation)
{
    private const string Task = "controle-uitwonendenbeurs";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Assigned_question_is_on_the_start_page_until_it_has_an_answer()
    {
        var id = await maker.MakeAsync("regulation");
        var (member, coach) = (await maker.UserAsync(Roles.Assessor), await maker.UserAsync(Roles.Coach));
        await database.WriteAsync(async db =>
        {
            var answer = await db.Answers.AsTracking().SingleAsync(row => row.AssessmentId == id && row.QuestionId == "R5");
            db.AnswerRevisions.RemoveRange(await db.AnswerRevisions.AsTracking().Where(row => row.AnswerId == answer.Id).ToListAsync());
            db.Answers.Remove(answer);
            db.QuestionAssignments.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = id, TaskKey = Task, QuestionId = "R5", UserId = member, AssignedByUserId = coach, AssignedUtc = DateTime.UtcNow.AddYears(-1), Version = Guid.NewGuid() });
        });
        var link = $"a[href='/doorlichtingen/{id}/vragen/{Task}/regulation/R5']";
        await using var visitor = await installation.SignedInAsync("teamlid");
        await visitor.GoAsync("/");
        await Assertions.Expect(visitor.Page.Locator(link)).ToBeVisibleAsync();
        await using var other = await installation.SignedInAsync("begeleider");
        await other.GoAsync("/");
        await Assertions.Expect(other.Page.Locator(link)).ToHaveCountAsync(0);
        await database.WriteAsync(db =>
        {
            db.Answers.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = id, TaskKey = Task, QuestionId = "R5", Value = "unknown", By = "Tess", At = "2026-01-01", Revision = 1, Version = Guid.NewGuid() });
            return System.Threading.Tasks.Task.CompletedTask;
        });
        await visitor.GoAsync("/");
        await Assertions.Expect(visitor.Page.Locator(link)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Unread_mention_leads_to_its_question_and_does_not_show_what_was_written()
    {
        var id = await maker.MakeAsync("regulation");
        var (auditor, coach) = (await maker.UserAsync(Roles.Auditor), await maker.UserAsync(Roles.Coach));
        await database.WriteAsync(db =>
        {
            var comment = new CommentRow { Id = Guid.CreateVersion7(), AssessmentId = id, TaskKey = Task, QuestionId = "R5", UserId = coach, Text = "GEHEIM-WOORD", MadeUtc = DateTime.UtcNow, Version = Guid.NewGuid() };
            db.Comments.Add(comment);
            db.Mentions.Add(new() { CommentId = comment.Id, UserId = auditor });
            return System.Threading.Tasks.Task.CompletedTask;
        });
        await using var visitor = await installation.SignedInAsync("auditor");
        await visitor.GoAsync("/");
        await Assertions.Expect(visitor.Page.Locator($"a[href='/doorlichtingen/{id}/vragen/{Task}/regulation/R5']")).ToHaveTextAsync("Bas Begeleider noemde u bij vraag R5");
        Assert.DoesNotContain("GEHEIM-WOORD", await visitor.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Auditor_sees_the_review_first_and_who_has_no_say_does_not_see_it()
    {
        var id = await maker.MakeAsync("review");
        await new ReviewMaker(installation).AddAsync(id, new(Task, ReviewItemKind.Finding, "Klopt dit?"));
        var step = (await maker.FirstStepAsync(id))!.StepId;
        await database.WriteAsync(async db => (await db.WorkflowSteps.AsTracking().SingleAsync(row => row.Id == step)).DueUtc = DateTime.UtcNow.AddYears(-2));
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync("/");
        // Other tests may have put the auditor on the team of a case of theirs, and a team member's steps come under another heading.
        Assert.Equal(await IsOnATeamAsync() ? "Stappen voor u" : "Te beoordelen", await auditor.Page.Locator("main section h2").Filter(new() { HasNotText = "Nieuw hier?" }).First.InnerTextAsync());
        var line = auditor.Page.Locator("li", new() { Has = auditor.Page.Locator($"a[href='/doorlichtingen/{id}/beoordelen/{step}']") });
        await Assertions.Expect(line).ToContainTextAsync("Te laat");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync("/");
        await Assertions.Expect(member.Page.Locator($"a[href='/doorlichtingen/{id}/beoordelen/{step}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Coordinator_reads_that_nothing_was_released_and_administrator_sees_what_waits()
    {
        await using var coordinator = await installation.SignedInAsync("coordinator");
        await coordinator.GoAsync("/");
        await Assertions.Expect(coordinator.Page.GetByText("Er is nu nog niets vrijgegeven.")).ToBeVisibleAsync();
        await using var administrator = await installation.SignedInAsync("beheerder");
        await administrator.GoAsync("/");
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Link, new() { Name = "Stappen die stilstaan door een storing" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task List_finds_by_name_and_status_and_has_pages()
    {
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync("/doorlichtingen?zoek=LOPEND");
        await Assertions.Expect(coach.Page.Locator("a.task-list__link")).ToHaveTextAsync(["Voorbeeld DUO 2014 – lopend onderzoek"]);
        await coach.GoAsync("/doorlichtingen?zoek=lopend&status=afgerond");
        await Assertions.Expect(coach.Page.GetByText("Er is geen doorlichting die hierbij past.")).ToBeVisibleAsync();
        await coach.GoAsync("/doorlichtingen?pagina=9999");
        Assert.InRange(await coach.Page.Locator("a.task-list__link").CountAsync(), 1, 20);
        await coach.GoAsync("/doorlichtingen?pagina=onzin&status=%00");
    }

    [Fact]
    public async Task Guide_can_be_put_away_and_called_back()
    {
        await using var jurist = await installation.SignedInAsync("jurist");
        await jurist.GoAsync("/");
        await jurist.PressAsync("Deze uitleg niet meer tonen");
        await Assertions.Expect(jurist.Page.GetByText("Nieuw hier?")).ToHaveCountAsync(0);
        await jurist.GoAsync("/hulp");
        await jurist.PressAsync("Toon de uitleg weer op de startpagina");
        await jurist.GoAsync("/");
        await Assertions.Expect(jurist.Page.GetByText("Nieuw hier?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Example_shows_sources_and_what_is_not_known_and_offers_nothing_to_change()
    {
        await using var visitor = await installation.SignedInAsync("teamlid");
        await visitor.GoAsync("/hulp/voorbeeld");
        await Assertions.Expect(visitor.Page.GetByText("Dit is een voorbeeld")).ToBeVisibleAsync();
        await visitor.FollowAsync("Intern beleid");
        var text = await visitor.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Onbekend", text, StringComparison.Ordinal);
        Assert.Contains("Bron:", text, StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.Locator("main form").CountAsync());
    }

    [Fact]
    public async Task Jurist_finds_the_gates_of_a_shared_case_and_nothing_of_a_draft()
    {
        var (shared, draft) = (await maker.MakeAsync("review"), await maker.MakeDraftAsync("regulation"));
        // The page shows the newest cases, and other tests make cases meanwhile.
        await SetMadeAsync([shared, draft], DateTime.UtcNow.AddDays(1));
        await using var jurist = await installation.SignedInAsync("jurist");
        await jurist.GoAsync("/");
        await SetMadeAsync([shared, draft], DateTime.UtcNow);
        var gates = jurist.Page.Locator("section[aria-labelledby=drempelregels]");
        await Assertions.Expect(gates.Locator($".task-list__item:has(a[href='/doorlichtingen/{shared}/drempelregels']) .utrecht-status-badge")).ToContainTextAsync("geraakt");
        await Assertions.Expect(gates.Locator($"a[href='/doorlichtingen/{draft}/drempelregels']")).ToHaveCountAsync(0);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync("/");
        await Assertions.Expect(auditor.Page.Locator("section[aria-labelledby=drempelregels]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Actions_of_a_case_in_the_archive_are_not_mine_to_do()
    {
        var id = await maker.MakeAsync("tracking");
        var manager = await maker.UserAsync(Roles.Manager);
        var action = await database.WriteAsync(async db =>
        {
            var row = await db.PlannedMeasures.AsTracking().OrderBy(row => row.Id).FirstAsync(row => db.Plans.Any(plan => plan.Id == row.PlanId && plan.AssessmentId == id));
            row.OwnerId = manager;
            return row.Id;
        });
        await using var visitor = await installation.SignedInAsync("manager");
        await visitor.GoAsync("/mijn-acties");
        await Assertions.Expect(visitor.Page.Locator($"a[href*='{action}']")).Not.ToHaveCountAsync(0);
        await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(row => row.Id == id)).ArchivedUtc = DateTime.UtcNow);
        await visitor.GoAsync("/mijn-acties");
        await Assertions.Expect(visitor.Page.Locator($"a[href*='{action}']")).ToHaveCountAsync(0);
    }

    private Task SetMadeAsync(Guid[] cases, DateTime utc) => database.WriteAsync(async db =>
    {
        foreach (var row in await db.Assessments.AsTracking().Where(row => cases.Contains(row.Id)).ToListAsync())
        {
            row.CreatedUtc = utc;
        }
    });

    private async Task<bool> IsOnATeamAsync()
    {
        var auditor = await maker.UserAsync(Roles.Auditor);
        await using var db = database.Read();
        return await db.Members.AnyAsync(row => row.UserId == auditor && (row.Role == Roles.Assessor || row.Role == Roles.Coach));
    }
}
