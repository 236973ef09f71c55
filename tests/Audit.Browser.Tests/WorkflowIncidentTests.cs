using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>The administrator sees what could not go on, and sets it going again.</summary>
public sealed class WorkflowIncidentTests(Installation installation)
{
    private const string Incidents = "/beheer/storingen";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly AdminMaker admin = new(installation);

    [Fact]
    public async Task What_failed_is_shown_and_a_moment_can_be_tried_again()
    {
        var step = await admin.IncidentsAsync();
        await using var visitor = await installation.SignedInAsync("beheerder");
        await visitor.GoAsync(Incidents);
        await Assertions.Expect(visitor.Page.GetByText("de postserver antwoordt niet").First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("li", new() { HasText = "Proef: session-2" }).First).ToContainTextAsync("Die kan de stap opnieuw indienen");
        var again = visitor.Page.Locator($"form:has(input[value='{step}']) button");
        await visitor.PressAsync(again);
        Assert.Equal("Het is gelukt: ‘Proef: year’ gaat verder.", await visitor.MessageAsync());
        Assert.Equal(0, await again.CountAsync());
        Assert.Equal(StepStatus.Done, await StatusAsync(step));

        await visitor.PostAsync(Incidents, ("__RequestVerificationToken", await visitor.TokenAsync()), ("stap", step.ToString()));
        await visitor.GoAsync(Incidents);
        Assert.Equal("Deze stap staat niet meer stil.", await visitor.MessageAsync());
    }

    private async Task<StepStatus> StatusAsync(Guid stepId)
    {
        await using var db = database.Read();
        return await db.WorkflowSteps.Where(row => row.Id == stepId).Select(row => row.Status).SingleAsync();
    }
}
