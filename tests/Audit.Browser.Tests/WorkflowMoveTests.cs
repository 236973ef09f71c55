using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The administrator moves running cases to another version.</summary>
[Collection(PublishingTests.Name)]
public sealed class WorkflowMoveTests
{
    private static readonly string Move = $"/beheer/werkstromen/doorlichting/{ChangedDefinition.Shipped}/verplaatsen";

    private readonly Installation installation;
    private readonly AuditDatabase database;
    private readonly CaseMaker maker;
    private readonly AdminMaker admin;

    public WorkflowMoveTests(OwnInstallation own)
    {
        installation = own.Installation;
        database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        maker = new(installation);
        admin = new(installation);
    }

    [Fact]
    public async Task A_running_case_is_moved_after_a_preview_and_one_that_went_on_is_not()
    {
        var (first, second) = (await admin.OnFirstVersionAsync(), await admin.OnFirstVersionAsync());
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync(Move);
        var choices = visitor.Page.Locator(".choice", new() { HasText = "Proef: session-1" });
        Assert.Equal(2, await choices.CountAsync());
        await Assertions.Expect(choices.First).ToContainTextAsync("termijn: 7 dagen → 21 dagen");
        await visitor.PressAsync($"Verplaatsen naar versie {ChangedDefinition.Shipped}");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Kies minstens één doorlichting.");
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf op waarom u verplaatst.");

        await choices.Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await choices.Nth(1).GetByRole(AriaRole.Checkbox).CheckAsync();
        await visitor.Page.GetByLabel("Waarom verplaatst u?").FillAsync("De termijn was te kort.");
        await maker.GoOnAsync(second);
        await visitor.PressAsync($"Verplaatsen naar versie {ChangedDefinition.Shipped}");
        Assert.StartsWith($"1 doorlichting verplaatst naar versie {ChangedDefinition.Shipped}.", await visitor.MessageAsync(), StringComparison.Ordinal);
        await Assertions.Expect(visitor.Page.Locator(".error-summary")).ToContainTextAsync("is niet verplaatst: deze doorlichting is intussen verder gegaan");
        Assert.Equal((ChangedDefinition.Shipped, 1), (await admin.VersionAsync(first), await admin.VersionAsync(second)));
        Assert.Equal([("v1", $"v{ChangedDefinition.Shipped}", "De termijn was te kort.")], await MovesAsync(first));
        Assert.Empty(await MovesAsync(second));
    }

    private async Task<IReadOnlyList<(string?, string?, string?)>> MovesAsync(Guid caseId)
    {
        await using var db = database.Read();
        var records = await db.Trail.Where(row => row.AssessmentId == caseId && row.Event == "process.moved").ToListAsync();
        return [.. records.Select(row => (row.Before, row.After, row.Reason))];
    }
}
