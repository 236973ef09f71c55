using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Who may see and do what, tried through the browser and past it.</summary>
public sealed class AccessTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Task = "controle-uitwonendenbeurs";
    private const string Outsider = "buiten@demo.example";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Without_signing_in_every_page_leads_to_signing_in()
    {
        var addresses = CaseRoutes.Closed(installation.Site, await ValuesAsync());
        Assert.True(addresses.Count >= 17, string.Join(' ', addresses));
        await using var visitor = await installation.AnonymousAsync();
        foreach (var address in addresses)
        {
            await visitor.GoAsync(address);
            Assert.Equal("/inloggen", new Uri(visitor.Page.Url).AbsolutePath);
            var posted = await visitor.PostAsync(address);
            Assert.True(posted.Status == 302 && posted.Headers["location"].Contains("/inloggen", StringComparison.Ordinal), $"POST {address}: {posted.Status}");
        }
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData(Outsider)]
    public async Task For_who_is_no_member_a_case_does_not_exist(string mailbox)
    {
        await AddOutsiderAsync();
        var values = await ValuesAsync();
        var addresses = CaseRoutes.OfCase(installation.Site, values);
        Assert.True(addresses.Count >= 13, string.Join(' ', addresses));
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync("/doorlichtingen");
        Assert.Equal(0, await visitor.Page.Locator($"a.task-list__link[href*='{values["id"]}']").CountAsync());
        var token = await visitor.TokenAsync();
        foreach (var address in addresses)
        {
            Assert.Equal(404, (await visitor.PostAsync(address, (Token, token))).Status);
            await visitor.GoAsync(address, 404);
            Assert.DoesNotContain("Voorbeeld DUO", await visitor.Page.ContentAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("stap", "start", "teamlid")]
    [InlineData("beoordelen", "review", "auditor")]
    [InlineData("vaststellen", "adoption", "opdrachtgever")]
    public async Task A_step_of_another_case_is_not_found_in_this_one(string page, string stepKey, string mailbox)
    {
        var other = await maker.MakeAsync(stepKey);
        var step = (await maker.FirstStepAsync(other))!.StepId;
        var mine = await maker.SeededAsync("acties over tijd");
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync($"/doorlichtingen/{other}/{page}/{step}");
        await visitor.GoAsync($"/doorlichtingen/{mine}/{page}/{step}", 404);
    }

    [Fact]
    public async Task An_auditor_reads_answers_and_cannot_change_them()
    {
        var id = await maker.MakeAsync("regulation");
        var path = $"/doorlichtingen/{id}/vragen/{Task}/regulation";
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync(path);
        await Assertions.Expect(auditor.Page.GetByText("U kunt deze antwoorden lezen, maar niet wijzigen.")).ToBeVisibleAsync();
        Assert.Equal(0, await auditor.Page.Locator("main input:not([type=hidden]), main textarea, main select").CountAsync());

        var before = await AnswersAsync(id);
        var response = await auditor.PostAsync(
            path,
            (Token, await auditor.TokenAsync()),
            ("R12", "present"),
            ("R12-versie", before["R12"].Version.ToString()),
            ("actie", "afronden"),
            ("inzending", Guid.NewGuid().ToString()));
        Assert.Contains("Dit onderdeel is niet meer open.", await response.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before.Values.Select(row => (row.QuestionId, row.Version)), (await AnswersAsync(id)).Values.Select(row => (row.QuestionId, row.Version)));
        Assert.Equal("regulation", (await maker.FirstStepAsync(id))!.StepKey);
    }

    [Theory]
    [InlineData("beoordelen", "review", "teamlid")]
    [InlineData("beoordelen", "review", "opdrachtgever")]
    [InlineData("vaststellen", "adoption", "teamlid")]
    [InlineData("vaststellen", "adoption", "begeleider")]
    [InlineData("vaststellen", "adoption", "auditor")]
    public async Task Who_has_no_say_reads_along_and_cannot_decide(string page, string stepKey, string mailbox)
    {
        var id = await maker.MakeAsync(stepKey);
        var step = (await maker.FirstStepAsync(id))!.StepId;
        var path = $"/doorlichtingen/{id}/{page}/{step}";
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync(path);
        await Assertions.Expect(visitor.Page.GetByText("U kunt hier meelezen.")).ToBeVisibleAsync();
        Assert.Equal(0, await visitor.Page.Locator("input[name=besluit]").CountAsync());

        var decided = await DecisionsAsync(id);
        var response = await visitor.PostAsync(path, (Token, await visitor.TokenAsync()), ("besluit", "akkoord"), ("inzending", Guid.NewGuid().ToString()));
        Assert.Contains("Deze stap is niet aan u", await response.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(step, (await maker.FirstStepAsync(id))!.StepId);
        Assert.Equal(decided, await DecisionsAsync(id));
    }

    [Fact]
    public async Task A_session_that_is_sent_twice_at_once_is_finished_once()
    {
        var id = await maker.MakeAsync("start");
        var path = $"/doorlichtingen/{id}/stap/{(await maker.FirstStepAsync(id))!.StepId}";
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync(path);
        var submission = (await coach.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await coach.TokenAsync()), ("inzending", submission), ("gezien", string.Empty), ("notities", "Afgesproken."), ("actie", "Done")];
        var answers = await System.Threading.Tasks.Task.WhenAll(coach.PostAsync(path, form), coach.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Equal((1, "tasks"), (await DoneAsync(id), (await maker.FirstStepAsync(id))!.StepKey));

        Assert.Equal(302, (await coach.PostAsync(path, form)).Status);
        await coach.GoAsync($"/doorlichtingen/{id}");
        Assert.Equal($"Stap ‘{Example.Read().SessionName("start")}’ was al afgerond.", await coach.MessageAsync());
        Assert.Equal((1, "tasks"), (await DoneAsync(id), (await maker.FirstStepAsync(id))!.StepKey));
    }

    [Fact]
    public async Task A_part_that_is_sent_twice_is_finished_once()
    {
        var id = await maker.MakeAsync("regulation");
        var path = $"/doorlichtingen/{id}/vragen/{Task}/regulation";
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(path);
        var submission = (await member.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await member.TokenAsync()), ("inzending", submission), ("actie", "afronden")];
        await member.PostAsync(path, form);
        var done = await DoneAsync(id);
        await member.PostAsync(path, form);
        Assert.Equal((done, "policy"), (await DoneAsync(id), (await maker.FirstStepAsync(id))!.StepKey));
    }

    [Fact]
    public async Task A_review_that_is_sent_twice_is_taken_once()
    {
        var id = await maker.MakeAsync("review");
        var path = $"/doorlichtingen/{id}/beoordelen/{(await maker.FirstStepAsync(id))!.StepId}";
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync(path);
        var submission = (await auditor.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await auditor.TokenAsync()), ("inzending", submission), ("besluit", "akkoord")];
        await System.Threading.Tasks.Task.WhenAll(auditor.PostAsync(path, form), auditor.PostAsync(path, form));
        Assert.Equal((1, "session-4"), (await DecisionsAsync(id), (await maker.FirstStepAsync(id))!.StepKey));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var id = await maker.MakeAsync("start");
        await using var coach = await installation.SignedInAsync("begeleider");
        var response = await coach.PostAsync($"/doorlichtingen/{id}/stap/{(await maker.FirstStepAsync(id))!.StepId}", ("actie", "Done"));
        Assert.Equal(400, response.Status);
        Assert.Equal(0, await DoneAsync(id));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var visitor = await installation.NewlySignedInAsync("jurist");
        await visitor.GoAsync("/doorlichtingen");
        await visitor.PressAsync("Uitloggen");
        Assert.EndsWith("/inloggen", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.GoAsync("/doorlichtingen");
        Assert.Equal("/inloggen", new Uri(visitor.Page.Url).AbsolutePath);
    }

    /// <summary>Values of a case in full swing: every page of it exists for its members.</summary>
    private async Task<Dictionary<string, string>> ValuesAsync()
    {
        var id = await maker.SeededAsync("acties over tijd");
        return new()
        {
            ["id"] = id.ToString(),
            ["stepId"] = (await maker.FirstStepAsync(id))!.StepId.ToString(),
            ["taskKey"] = Task,
            ["part"] = "policy",
            ["rij"] = (await maker.FirstActionAsync(id)).ToString(),
            ["reviewItemId"] = (await new ReviewMaker(installation).AddAsync(id, new(Task, ReviewItemKind.Finding, "Klopt dit?"))).ToString(),
            ["itemId"] = (await maker.PlanAsync(id, "Welke kenmerken gebruikt het profiel?")).ToString(),
            ["riskId"] = (await new RiskMaker(installation).AddAsync(id)).ToString(),
        };
    }

    /// <summary>A coach of another body, in the same installation.</summary>
    private Task AddOutsiderAsync() => database.WriteAsync(async db =>
    {
        if (await db.Users.AnyAsync(row => row.Email == Outsider))
        {
            return;
        }

        var body = new BodyRow { Id = Guid.CreateVersion7(), Name = "Gemeente Elders (fictief)" };
        var user = new UserRow
        {
            Id = Guid.CreateVersion7(),
            BodyId = body.Id,
            DisplayName = "Bo Buiten",
            UserName = Outsider,
            NormalizedUserName = Outsider.ToUpperInvariant(),
            Email = Outsider,
            NormalizedEmail = Outsider.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = new PasswordHasher<UserRow>().HashPassword(user, DemoUsers.Password);
        db.Bodies.Add(body);
        db.Users.Add(user);
        db.BodyRoles.Add(new BodyRoleRow { BodyId = body.Id, UserId = user.Id, Role = Roles.Coach });
    });

    private async Task<SortedDictionary<string, AnswerRow>> AnswersAsync(Guid id)
    {
        await using var db = database.Read();
        return new(await db.Answers.Where(row => row.AssessmentId == id).ToDictionaryAsync(row => row.QuestionId), StringComparer.Ordinal);
    }

    private async Task<int> DecisionsAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.Decisions.CountAsync(row => row.AssessmentId == id);
    }

    /// <summary>Number of finished steps of people.</summary>
    private async Task<int> DoneAsync(Guid id)
    {
        await using var db = database.Read();
        return await (
            from step in db.WorkflowSteps
            join instance in db.WorkflowInstances on step.InstanceId equals instance.Id
            where instance.AssessmentId == id && step.Status == StepStatus.Done && step.UserId != null
            select step.Id).CountAsync();
    }
}
