using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Journeys;

/// <summary>The application stops while somebody types, and starts again on the same address and database.</summary>
public sealed class ServerAwayTests(OwnInstallation own) : IClassFixture<OwnInstallation>
{
    private const string Typed = "Getypt terwijl de server echt weg was.";

    [Fact]
    public async Task What_was_typed_is_told_to_wait_and_is_saved_once_the_server_is_back()
    {
        var installation = own.Installation;
        var id = await new CaseMaker(installation).MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid", new());
        await member.GoAsync($"/doorlichtingen/{id}/vragen/controle-uitwonendenbeurs/regulation/R12");
        var saved = member.Page.Locator("#vraag-R12 .question__saved");
        var text = member.Page.Locator("#R12-toelichting");

        await using var again = await installation.Site.StopAsync();
        await text.FillAsync(Typed);
        await Assertions.Expect(saved).ToContainTextAsync("Geen verbinding");
        await Assertions.Expect(text).ToHaveValueAsync(Typed);

        await Task.Run(again.Start);
        Assert.Equal(installation.Site.Address, again.Address);
        await Assertions.Expect(saved).ToContainTextAsync("Bewaard om", new() { Timeout = 30_000 });
        await using var db = again.Services.GetRequiredService<AuditDatabase>().OverAllBodies().Read();
        Assert.Equal(Typed, await db.Answers.Where(row => row.AssessmentId == id && row.QuestionId == "R12").Select(row => row.Motivation).SingleAsync());
        Assert.Equal(0, await member.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length"));
    }
}
