using System.IO.Compression;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Long work is begun on a page, goes on without it, and is seen by its maker only.</summary>
public sealed class JobPageTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const int MostLooks = 120;

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);
    private readonly JobMaker jobs = new(installation);

    [Fact]
    public async Task Coach_recalculates_all_tasks_and_reads_the_result()
    {
        var id = await maker.MakeAsync("review");
        var before = await ScoresAsync(id);
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/achtergrond");
        await coach.PressAsync("Alle taken opnieuw berekenen");
        await UntilAsync(coach, "Klaar");
        Assert.Equal(before + 1, await ScoresAsync(id));
        await coach.FollowAsync("Naar het resultaat");
        Assert.EndsWith($"/doorlichtingen/{id}/resultaat", coach.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Member_downloads_the_record_of_a_case_without_suspicions()
    {
        var id = await maker.MakeAsync("tracking");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/achtergrond");
        Assert.Equal(0, await member.Page.GetByRole(AriaRole.Button, new() { Name = "Alle taken opnieuw berekenen" }).CountAsync());
        await member.PressAsync("Dossier van de doorlichting maken");
        await UntilAsync(member, "Klaar");
        var file = await member.Page.APIRequest.GetAsync($"{new Uri(member.Page.Url).AbsolutePath}/bestand");
        using var zip = new ZipArchive(new MemoryStream(await file.BodyAsync()));
        Assert.Equal(["actieplan.xlsx", "antwoorden.json", "leesmij.txt", "rekenbewijs/controle-uitwonendenbeurs.json"], zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Workbook_of_a_large_plan_is_made_and_read_in_the_background()
    {
        var id = await maker.MakeAsync("tracking");
        await GrowAsync(id, 1_010);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/actieplan/werkboek");
        Assert.EndsWith("/achtergrond", manager.Page.Url, StringComparison.Ordinal);
        await manager.PressAsync("Werkboek van het actieplan maken");
        await UntilAsync(manager, "Klaar");
        var file = await (await manager.Page.APIRequest.GetAsync($"{new Uri(manager.Page.Url).AbsolutePath}/bestand")).BodyAsync();
        await manager.GoAsync(WorkbookPages.Uploads(id));
        await manager.Page.GetByLabel("Werkboek", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "plan.xlsx", MimeType = "application/octet-stream", Buffer = file });
        await manager.PressAsync("Nakijken");
        Assert.StartsWith("/taken/", new Uri(manager.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await UntilAsync(manager, "Klaar");
        await manager.FollowAsync("Naar het resultaat");
        Assert.StartsWith($"{WorkbookPages.Uploads(id)}/", new Uri(manager.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressing_twice_asks_once()
    {
        var id = await maker.MakeAsync("tracking");
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/achtergrond");
        var submission = (await coach.Page.Locator("input[name=inzending]").GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await coach.TokenAsync()), ("inzending", submission), ("werk", "plan-workbook")];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => coach.PostAsync($"/doorlichtingen/{id}/achtergrond", form)));
        await using var db = database.Read();
        Assert.Equal(1, await db.Jobs.CountAsync(row => row.AssessmentId == id));
    }

    [Fact]
    public async Task Only_its_maker_sees_a_job_and_only_while_a_member()
    {
        var caseId = await maker.MakeAsync("tracking");
        var id = await jobs.AddAsync("auditor", JobState.Done, row => (row.AssessmentId, row.ResultName, row.ResultContent) = (caseId, "geheim.xlsx", [1]));
        await using var other = await installation.SignedInAsync("begeleider");
        await other.GoAsync($"/taken/{id}", 404);
        await other.GoAsync($"/taken/{id}/bestand", 404);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/taken/{id}");
        Assert.Equal(200, (await auditor.Page.APIRequest.GetAsync($"/taken/{id}/bestand")).Status);
        await maker.LeaveAsync(caseId, Roles.Auditor);
        await auditor.GoAsync($"/taken/{id}", 404);
        await auditor.GoAsync($"/taken/{id}/bestand", 404);
    }

    [Fact]
    public async Task Auditor_who_rates_blind_does_not_get_an_earlier_file()
    {
        var caseId = await maker.MakeAsync("review");
        var id = await jobs.AddAsync("auditor", JobState.Done, row => (row.AssessmentId, row.ResultName, row.ResultContent) = (caseId, "geheim.xlsx", [1]));
        var round = await new RatingMaker(installation).BeginAsync(caseId, 20);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync($"/taken/{id}/bestand");
        Assert.EndsWith($"/dubbel-beoordelen/{round}", auditor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Running_job_is_refreshed_by_the_browser_and_can_be_stopped()
    {
        var id = await jobs.AddAsync("begeleider", JobState.Running, row => (row.Done, row.Total) = (3, 10));
        await using var coach = await installation.SignedInAsync("begeleider");
        var answer = await coach.Page.APIRequest.GetAsync($"/taken/{id}");
        Assert.Equal("5", answer.Headers["refresh"]);
        await coach.GoAsync($"/taken/{id}?verversen=nee");
        Assert.StartsWith("Bezig: 3 van 10", await coach.Page.TitleAsync(), StringComparison.Ordinal);
        await coach.PressAsync("Stoppen");
        await Assertions.Expect(coach.Page.Locator("main")).ToContainTextAsync("Wordt gestopt");
        Assert.NotNull((await jobs.RowAsync(id)).CancelledUtc);
    }

    private static async Task UntilAsync(Visitor visitor, string state)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            if ((await visitor.Page.TitleAsync()).StartsWith(state, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(500);
            await visitor.GoAsync($"{new Uri(visitor.Page.Url).AbsolutePath}?verversen=nee");
        }

        Assert.Fail($"not '{state}' but '{await visitor.Page.TitleAsync()}'");
    }

    /// <summary>Fills the newest plan of a case up with actions.</summary>
    private Task GrowAsync(Guid id, int actions) => database.WriteAsync(async db =>
    {
        var plan = await db.Plans.Where(row => row.AssessmentId == id).OrderByDescending(row => row.Sequence).FirstAsync();
        var first = await db.PlannedMeasures.Where(row => row.PlanId == plan.Id).OrderBy(row => row.Position).FirstAsync();
        for (var number = 0; number < actions; number++)
        {
            var row = (PlannedMeasureRow)db.Entry(first).CurrentValues.ToObject();
            (row.Id, row.Position, row.Version) = (Guid.CreateVersion7(), 1_000 + number, Guid.NewGuid());
            (row.Title, row.MeasureId, row.MeasureJson, row.Because) = ($"Maatregel {number}", null, null, string.Empty);
            db.PlannedMeasures.Add(row);
        }
    });

    private async Task<int> ScoresAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.Scores.CountAsync(row => row.AssessmentId == id);
    }
}
