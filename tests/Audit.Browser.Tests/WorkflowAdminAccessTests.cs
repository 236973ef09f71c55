using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>What the pages of administrators keep from others, and from administrators.</summary>
public sealed class WorkflowAdminAccessTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Elsewhere = "Onderzoek van elders";
    private const string Secret = "dit mag niemand van beheer lezen";
    private static readonly string Move = $"/beheer/werkstromen/doorlichting/{ChangedDefinition.Shipped}/verplaatsen";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly IWorkflowEngine engine = installation.Site.Services.GetRequiredService<IWorkflowEngine>();
    private readonly CaseMaker maker = new(installation);
    private readonly AdminMaker admin = new(installation);

    [Theory]
    [InlineData("teamlid")]
    [InlineData("begeleider")]
    [InlineData("coordinator")]
    public async Task For_who_is_no_administrator_these_pages_do_not_exist(string mailbox)
    {
        var addresses = CaseRoutes.OfAdministration(installation.Site);
        Assert.True(addresses.Count >= 7, string.Join(' ', addresses));
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync("/doorlichtingen");
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Beheer" }).CountAsync());
        var token = await visitor.TokenAsync();
        foreach (var address in addresses)
        {
            Assert.Equal(404, (await visitor.PostAsync(address, (Token, token))).Status);
            await visitor.GoAsync(address, 404);
        }
    }

    [Fact]
    public async Task Cases_and_drafts_of_another_body_are_neither_shown_nor_changed()
    {
        var (mine, other) = (await admin.OnFirstVersionAsync(), await AddElsewhereAsync());
        var step = await admin.FailAsync(other.CaseId, Secret);
        await database.WriteAsync(async db => (await db.WorkflowSteps.SingleAsync(row => row.Id == step)).Status = StepStatus.Failed);
        await using var visitor = await installation.SignedInAsync("beheerder");
        await SeesNowhereAsync(visitor, Elsewhere, Secret);
        await visitor.GoAsync($"/beheer/werkstromen/concept/{other.DraftId}", 404);

        await visitor.GoAsync(Move);
        await Assertions.Expect(visitor.Page.Locator(".choice", new() { HasText = "Proef: session-1" }).First).ToBeVisibleAsync();
        var token = (Token, await visitor.TokenAsync());
        Assert.Equal(404, (await visitor.PostAsync($"/beheer/werkstromen/concept/{other.DraftId}", token, ("actie", "verwijderen"), ("werkstroom", "x"))).Status);
        await visitor.PostAsync("/beheer/storingen", token, ("stap", step.ToString()));
        var sent = await visitor.PostAsync(Move, token, ("reden", "proef"), ("verplaats", await MarkAsync(other.CaseId)), ("verplaats", await MarkAsync(mine)));
        Assert.Equal(302, sent.Status);
        Assert.Equal((ChangedDefinition.Shipped, 1), (await admin.VersionAsync(mine), await admin.VersionAsync(other.CaseId)));
        await using var db = database.Read();
        Assert.True(await db.WorkflowDrafts.AnyAsync(row => row.Id == other.DraftId));
        Assert.Equal(StepStatus.Failed, await db.WorkflowSteps.Where(row => row.Id == step).Select(row => row.Status).SingleAsync());
    }

    [Fact]
    public async Task The_handling_of_a_suspicion_is_not_shown_and_cannot_be_moved_or_retried()
    {
        var step = await ReportAsync();
        await using var visitor = await installation.SignedInAsync("beheerder");
        await SeesNowhereAsync(visitor, Secret);
        await visitor.GoAsync("/beheer/werkstromen");
        await Assertions.Expect(visitor.Page.Locator("tr", new() { HasText = "Vermoeden" })).ToContainTextAsync("zijn vertrouwelijk en staan hier niet");
        await visitor.GoAsync("/beheer/werkstromen/vermoeden/2");
        Assert.Equal(0, await visitor.Page.Locator(".workflow__count, .workflow__count-text").CountAsync());
        var token = (Token, await visitor.TokenAsync());
        await visitor.GoAsync("/beheer/werkstromen/vermoeden/2/verplaatsen", 404);
        Assert.Equal(404, (await visitor.PostAsync("/beheer/werkstromen/vermoeden/2/verplaatsen", token)).Status);
        await visitor.PostAsync("/beheer/storingen", token, ("stap", step.ToString()));
        await using var db = database.Read();
        Assert.Equal((StepStatus.Failed, Secret), await db.WorkflowSteps.Where(row => row.Id == step).Select(row => new ValueTuple<StepStatus, string?>(row.Status, row.Incident)).SingleAsync());
    }

    [Fact]
    public async Task Where_more_bodies_work_nobody_publishes_for_all()
    {
        await AddElsewhereAsync();
        var draft = await admin.DraftAsync();
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync($"/beheer/werkstromen/concept/{draft}");
        await Assertions.Expect(visitor.Page.GetByText("Publiceren kan niet")).ToBeVisibleAsync();
        await visitor.PressAsync("Publiceren");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Alleen de beheerder van de hele installatie mag dan publiceren.");
        Assert.Equal(ChangedDefinition.Shipped + 1, await admin.NextVersionAsync());
    }

    private async Task SeesNowhereAsync(Visitor visitor, params string[] words)
    {
        foreach (var address in CaseRoutes.OfAdministration(installation.Site).Where(address => !address.EndsWith("/bestand", StringComparison.Ordinal)))
        {
            await visitor.Page.GotoAsync(address);
            var content = await visitor.Page.ContentAsync();
            Assert.All(words, word => Assert.DoesNotContain(word, content, StringComparison.Ordinal));
        }
    }

    /// <summary>A case of another body on the first version, and a draft of that body.</summary>
    private async Task<(Guid CaseId, Guid DraftId)> AddElsewhereAsync()
    {
        var like = await maker.SeededAsync("lopend onderzoek");
        var draftId = await admin.DraftAsync();
        return await database.WriteAsync(async db =>
        {
            var body = new BodyRow { Id = Guid.CreateVersion7(), Name = $"Gemeente Verderop {Guid.NewGuid():N}" };
            var model = await db.Assessments.AsNoTracking().SingleAsync(row => row.Id == like);
            var row = new AssessmentRow
            {
                Id = Guid.CreateVersion7(),
                BodyId = body.Id,
                Name = Elsewhere,
                InstrumentId = model.InstrumentId,
                ProfileId = model.ProfileId,
                MeasuresId = model.MeasuresId,
                CreatedUtc = DateTime.UtcNow,
                Version = Guid.NewGuid(),
            };
            db.AddRange(body, row);
            await db.SaveChangesAsync();
            await engine.StartAsync(db, new(Processes.Full, row.Id, null), DateTime.UtcNow);
            await AdminMaker.SetBackAsync(db, row.Id);
            var draft = await db.WorkflowDrafts.SingleAsync(mine => mine.Id == draftId);
            var theirs = (WorkflowDraftRow)db.Entry(draft).CurrentValues.Clone().ToObject();
            (theirs.Id, theirs.BodyId) = (Guid.CreateVersion7(), body.Id);
            db.Remove(draft);
            db.Add(theirs);
            return (row.Id, theirs.Id);
        });
    }

    /// <summary>A suspicion whose handling could not go on.</summary>
    /// <returns>Its step.</returns>
    private async Task<Guid> ReportAsync()
    {
        var caseId = await maker.MakeAsync("session-2");
        return await database.WriteAsync(async db =>
        {
            var row = await db.Assessments.SingleAsync(known => known.Id == caseId);
            var reporter = await db.Users.SingleAsync(user => user.Email == DemoUsers.AddressOf("teamlid"));
            var (id, refusal) = await new Suspicions(engine).ReportAsync(db, (row, Guid.CreateVersion7()), new("Iets gezien.", string.Empty, null), new(reporter.Id, reporter.DisplayName, DateTime.UtcNow));
            Assert.Null(refusal);
            await db.SaveChangesAsync();
            var suspicion = await db.Suspicions.SingleAsync(known => known.Id == id);
            var step = await db.WorkflowSteps.FirstAsync(known => known.InstanceId == suspicion.InstanceId && known.Status == StepStatus.Open);
            (step.Status, step.Incident) = (StepStatus.Failed, Secret);
            return step.Id;
        });
    }

    /// <summary>What the form would send for a case.</summary>
    private async Task<string> MarkAsync(Guid caseId)
    {
        await using var db = database.Read();
        var instance = await db.WorkflowInstances.SingleAsync(row => row.AssessmentId == caseId);
        return $"{instance.Id:N}.{instance.Version:N}";
    }
}
