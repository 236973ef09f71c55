using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Access;

/// <summary>What still works in a case as long as it runs is refused once its period is over, also by requests that need no page.</summary>
public sealed class ReadOnlyCaseTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    private const string Task = "controle-uitwonendenbeurs";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task Erased_case_takes_no_answer_no_member_no_withdrawal_and_no_step_of_a_suspicion()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/vermoeden");
        await member.Page.GetByLabel("Wat hebt u gezien?").FillAsync("Bij de selectie lijkt een postcode te tellen.");
        await member.PressAsync("Vermoeden melden");
        var suspicion = new Uri(member.Page.Url).AbsolutePath;
        var step = (await maker.StepsAsync(id)).Single(open => open.DefinitionId == "vermoeden");
        await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(row => row.Id == id)).ErasedUtc = DateTime.UtcNow);
        var before = await StateAsync(id);

        var token = await member.TokenAsync();
        var path = $"/doorlichtingen/{id}/vragen/{Task}/regulation";
        Assert.Equal(423, (await member.PostAsync($"{path}/R12?handler=Bewaar", (Token, token), ("R12", "unknown"), ("R12-versie", before.Version), ("R12-toelichting", "Toch nog."))).Status);
        Assert.Equal(423, (await member.PostAsync($"{path}/R12?handler=bewaar", (Token, token), ("R12-toelichting", "Toch nog een begin."))).Status);
        await member.PostAsync($"{path}/R12", (Token, token), ("R12", "unknown"), ("R12-versie", before.Version), ("R12-toelichting", "Toch nog."));
        await member.PostAsync(path, (Token, token), ("R12", "unknown"), ("R12-versie", before.Version), ("R12-toelichting", "Toch nog."), ("actie", "opslaan"));

        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}/team");
        Assert.Equal(0, await coach.Page.Locator("main form").CountAsync());
        token = await coach.TokenAsync();
        await coach.PostAsync($"/doorlichtingen/{id}/team", (Token, token), ("wie", $"{await maker.UserAsync(Roles.Coordinator)}"), ("rol", Roles.Manager));
        await coach.PostAsync($"/doorlichtingen/{id}/team/verwijderen/{await maker.UserAsync(Roles.Manager)}/{Roles.Manager}", (Token, token), ("reden", "Toch nog."));
        await coach.PostAsync($"/doorlichtingen/{id}/intrekken", (Token, token), ("reden", "Toch nog."));
        foreach (var mailbox in new[] { "opdrachtgever", "begeleider" })
        {
            await using var handler = await installation.SignedInAsync(mailbox);
            await handler.GoAsync(suspicion);
            Assert.Equal(0, await handler.Page.Locator("main textarea").CountAsync());
            foreach (var action in new[] { "afronden", "sluiten" })
            {
                await handler.PostAsync(suspicion, (Token, await handler.TokenAsync()), ("inzending", $"{Guid.NewGuid()}"), ("stap", $"{step.StepId}"), ("tekst", "Toch nog."), ("actie", action));
            }
        }

        Assert.Equal(before, await StateAsync(id));
    }

    private async Task<(string Version, string Everything)> StateAsync(Guid id)
    {
        await using var db = database.Read();
        var answer = await db.Answers.SingleAsync(row => row.AssessmentId == id && row.TaskKey == Task && row.QuestionId == "R12");
        var row = await db.Assessments.SingleAsync(known => known.Id == id);
        var entries = await db.SuspicionEntries.CountAsync(entry => db.Suspicions.Any(suspicion => suspicion.Id == entry.SuspicionId && suspicion.AssessmentId == id));
        return ($"{answer.Version}", $"{answer.Value} {answer.Motivation} {row.WithdrawnReason} {await db.Members.CountAsync(member => member.AssessmentId == id)} {entries} {await db.StartedAnswers.CountAsync(started => started.AssessmentId == id)} {string.Join(' ', (await maker.StepsAsync(id)).Select(open => open.StepId))}");
    }
}
