using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The administrator of the only body publishes a changed process.</summary>
[Collection(PublishingWorkflowTests.Name)]
public sealed class WorkflowAdminTests
{
    private const string Second = "auditor2@demo.example";

    private readonly Installation installation;
    private readonly AuditDatabase database;
    private readonly CaseMaker maker;
    private readonly AdminMaker admin;

    public WorkflowAdminTests(OwnInstallation own)
    {
        installation = own.Installation;
        database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        maker = new(installation);
        admin = new(installation);
    }

    [Fact]
    public async Task A_published_version_is_followed_by_new_cases_and_not_by_those_that_run()
    {
        var running = await maker.MakeAsync("review");
        await PublishTwoReviewersAsync(await admin.NextVersionAsync());
        var fresh = await maker.MakeAsync("review");
        await AddSecondAuditorAsync(fresh);

        Assert.Equal("De taak is akkoord.", await ApproveAsync("auditor", running));
        Assert.Equal("session-4", (await maker.FirstStepAsync(running))!.StepKey);
        Assert.Equal("Uw besluit is vastgelegd. Een tweede persoon moet ook nog akkoord geven.", await ApproveAsync("auditor", fresh));
        Assert.Contains("U hebt al akkoord gegeven", await ApproveAsync("auditor", fresh), StringComparison.Ordinal);
        Assert.Equal("review", (await maker.FirstStepAsync(fresh))!.StepKey);
        Assert.Equal("De taak is akkoord.", await ApproveAsync(Second, fresh));
        Assert.Equal("session-4", (await maker.FirstStepAsync(fresh))!.StepKey);
    }

    [Fact]
    public async Task Publishing_twice_at_once_publishes_once_and_says_so()
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        var version = await admin.NextVersionAsync();
        var json = new ChangedDefinition(version).With("session-2", "dueDays", 30).Json;
        await visitor.UploadAsync(json);
        (string, string)[] form = [("__RequestVerificationToken", await visitor.TokenAsync()), ("actie", "publiceren"), ("werkstroom", "doorlichting"), ("versie", $"{version}")];
        var path = new Uri(visitor.Page.Url).AbsolutePath;
        var answers = await Task.WhenAll(visitor.PostAsync(path, form), visitor.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal((302, $"/beheer/werkstromen/doorlichting/{version}"), (answer.Status, answer.Headers["location"])));
        await using (var db = database.Read())
        {
            Assert.NotNull((await db.Trail.SingleAsync(row => row.Event == "workflow.published" && row.Subject == $"doorlichting v{version}")).UserId);
            Assert.False(await db.WorkflowDrafts.AnyAsync(draft => draft.Json == json));
        }

        await visitor.UploadAsync(json);
        await Assertions.Expect(visitor.Page.GetByText("is al gepubliceerd met precies deze inhoud")).ToBeVisibleAsync();
        Assert.Equal(0, await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Publiceren" }).CountAsync());
        await visitor.PressAsync("Concept verwijderen");
        Assert.Equal("Het concept is verwijderd.", await visitor.MessageAsync());
    }

    [Fact]
    public async Task Other_content_under_a_published_version_is_refused_with_the_next_free_number()
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        var next = await admin.NextVersionAsync();
        await visitor.UploadAsync(new ChangedDefinition(ChangedDefinition.Shipped).With("session-2", "dueDays", 99).Json);
        await visitor.PressAsync("Publiceren");
        var summary = visitor.Page.Locator(".error-summary");
        await Assertions.Expect(summary).ToContainTextAsync($"Versie {ChangedDefinition.Shipped} van ‘doorlichting’ is al gepubliceerd met andere inhoud.");
        await Assertions.Expect(summary).ToContainTextAsync($"Zet ‘version’ in het bestand op {next}");
        Assert.Equal(next, await admin.NextVersionAsync());
    }

    [Fact]
    public async Task A_downloaded_version_has_a_safe_name_and_the_same_content()
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync($"/beheer/werkstromen/doorlichting/{ChangedDefinition.Shipped}");
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new() { Name = "JSON downloaden" }).ClickAsync());
        Assert.Matches($"^werkstroom-doorlichting-v{ChangedDefinition.Shipped}-[0-9-]{{10}}\\.json$", download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(stream);
        await visitor.UploadAsync(await reader.ReadToEndAsync());
        await Assertions.Expect(visitor.Page.GetByText("is al gepubliceerd met precies deze inhoud")).ToBeVisibleAsync();
    }

    private async Task PublishTwoReviewersAsync(int version)
    {
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.UploadAsync(new ChangedDefinition(version).With("review", "reviewers", 2).Json);
        Assert.Equal("Het bestand is nagekeken en bewaard als concept. Er is nog niets gepubliceerd.", await visitor.MessageAsync());
        var main = visitor.Page.Locator("main");
        await Assertions.Expect(main).ToContainTextAsync("Aantal mensen dat akkoord moet geven: 1 → 2");
        await Assertions.Expect(main).ToContainTextAsync("wegen door deze werkstroom");
        await visitor.Page.GetByText("Tekening van de werkstroom").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("svg.workflow")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("svg.workflow")).ToContainTextAsync("auditor (2 mensen)");

        await visitor.PressAsync("Publiceren");
        Assert.StartsWith($"Versie {version} van ‘Doorlichting’ is gepubliceerd.", await visitor.MessageAsync(), StringComparison.Ordinal);
        Assert.EndsWith($"/beheer/werkstromen/doorlichting/{version}", visitor.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(main).ToContainTextAsync("Bram Beheerder");
        await Assertions.Expect(main).ToContainTextAsync("Nieuwe doorlichtingen volgen deze versie.");
    }

    /// <summary>Somebody approves the open task of a case.</summary>
    /// <returns>What the page then says.</returns>
    private async Task<string> ApproveAsync(string mailbox, Guid caseId)
    {
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync($"/doorlichtingen/{caseId}/beoordelen/{(await maker.FirstStepAsync(caseId))!.StepId}");
        await visitor.Page.GetByLabel("Akkoord", new() { Exact = true }).CheckAsync();
        await visitor.PressAsync("Besluit vastleggen");
        var errors = visitor.Page.Locator(".error-summary");
        return await errors.CountAsync() > 0 ? await errors.InnerTextAsync() : await visitor.MessageAsync();
    }

    private Task AddSecondAuditorAsync(Guid caseId) => database.WriteAsync(async db =>
    {
        var body = await db.Assessments.Where(row => row.Id == caseId).Select(row => row.BodyId).SingleAsync();
        var user = new UserRow
        {
            Id = Guid.CreateVersion7(),
            BodyId = body,
            DisplayName = "Arie Auditor",
            UserName = Second,
            NormalizedUserName = Second.ToUpperInvariant(),
            Email = Second,
            NormalizedEmail = Second.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = new PasswordHasher<UserRow>().HashPassword(user, DemoUsers.Password);
        db.Users.Add(user);
        db.Members.Add(new MemberRow { AssessmentId = caseId, UserId = user.Id, Role = Roles.Auditor });
    });
}
