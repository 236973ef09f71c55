using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Web.Mail;
using Audit.Workflows.Actions.Effects;
using Audit.Workflows.Reminders;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>A week of a manager: a reminder arrives, the action is opened from it, evidence is added, a colleague measures and closes, and the progress moves.</summary>
public sealed class ManagerWeekTests(PostInstallation post) : IClassFixture<PostInstallation>
{
    private readonly CaseMaker maker = new(post.Installation);
    private readonly EffectMaker effects = new(post.Installation);
    private readonly IServiceProvider services = post.Installation.Site.Services;

    [Fact]
    public async Task Reminder_leads_to_evidence_a_new_measurement_a_closed_action_and_progress_that_moves()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        var path = $"/doorlichtingen/{id}/actieplan/actie/{action.Row.Id}";
        await RemindOfAsync(action.Row.Id);
        Assert.Contains(path, PathsInMailTo("manager"));

        await using var manager = await SignInFromAsync("manager", path);
        var before = await ProgressAsync(manager, id);
        await manager.GoAsync(path);
        await ReportAsync(manager);

        await using var member = await post.Installation.SignedInAsync("teamlid");
        await MeasureAndCloseAsync(member, $"{path}/effect", action);

        var closed = await effects.ActionAsync(id, action.Row.Id);
        Assert.Equal(ActionStatus.Closed, closed.Status);
        Assert.True(closed.Closure!.Realised > 0);
        var after = await ProgressAsync(manager, id);
        Assert.Equal(before[0], after[0]);
        Assert.NotEqual(before[1], after[1]);
        Assert.Contains(Reading.Range((await effects.EffectsAsync(id)).Tasks[0].Account.Measured.Residual!.Value), after[1], StringComparison.Ordinal);
        await manager.GoAsync(path);
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Afgesloten");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Herinnering gestuurd");
        Assert.DoesNotContain("reminder/", await manager.Page.ContentAsync(), StringComparison.Ordinal);
        Assert.Empty(manager.Faults);
        Assert.Empty(member.Faults);
    }

    /// <summary>Makes the manager owner of an action whose day has just passed, and sends what is due at eight o'clock on the last working day.</summary>
    private async Task RemindOfAsync(Guid actionId)
    {
        var day = DutchTime.Of(DateTime.UtcNow).Date.AddDays(-1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(-1);
        }

        var owner = await maker.UserAsync(Roles.Manager);
        await services.GetRequiredService<AuditDatabase>().OverAllBodies().WriteAsync(async db =>
        {
            var row = await db.PlannedMeasures.AsTracking().SingleAsync(candidate => candidate.Id == actionId);
            var due = DateOnly.FromDateTime(day).AddDays(-1);
            (row.OwnerId, row.StartDate, row.DueDate, row.Version) = (owner, due.AddDays(-30), due, Guid.NewGuid());
        });
        Assert.True(await services.GetRequiredService<DigestRound>().RunAsync(DateTime.SpecifyKind(day.AddHours(8), DateTimeKind.Utc)) > 0);
        Assert.True(await services.GetRequiredService<MailSender>().SendDueAsync() > 0);
    }

    private IEnumerable<string> PathsInMailTo(string mailbox)
    {
        var message = Assert.Single(post.Server.Received(), known => known.To.Mailboxes.Single().Address == DemoUsers.AddressOf(mailbox));
        return message.TextBody!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word.StartsWith(PostInstallation.PublicAddress, StringComparison.Ordinal))
            .Select(link => new Uri(link).AbsolutePath);
    }

    private async Task<Visitor> SignInFromAsync(string mailbox, string path)
    {
        var visitor = await post.Installation.AnonymousAsync();
        await visitor.GoAsync(path);
        await visitor.Page.GetByLabel("E-mailadres").FillAsync(DemoUsers.AddressOf(mailbox));
        await visitor.Page.GetByLabel("Wachtwoord").FillAsync(DemoUsers.Password);
        await visitor.PressAsync("Inloggen");
        Assert.Equal(path, new Uri(visitor.Page.Url).AbsolutePath);
        return visitor;
    }

    /// <summary>What the table of the progress page says of the first task.</summary>
    private static async Task<IReadOnlyList<string>> ProgressAsync(Visitor visitor, Guid caseId)
    {
        await visitor.GoAsync($"/doorlichtingen/{caseId}/voortgang");
        return await visitor.Page.Locator("table:has(#overzicht) tbody tr td").AllInnerTextsAsync();
    }

    private static async Task ReportAsync(Visitor manager)
    {
        await manager.Page.GetByLabel("Bewijs", new() { Exact = true }).FillAsync("De nieuwe werkinstructie is vastgesteld.");
        await manager.Page.GetByLabel("Vindplaats (mag leeg blijven)").FillAsync("Dossier 2026-15");
        await manager.PressAsync("Bewijs toevoegen");
        await manager.FollowAsync("Actie wijzigen");
        await manager.Page.GetByLabel("Status").SelectOptionAsync(new SelectOptionValue { Label = "Gereed" });
        await manager.PressAsync("Opslaan");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Dossier 2026-15");
        await manager.FollowAsync("Effect meten en afsluiten");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("niemand beoordeelt de eigen actie");
    }

    private static async Task MeasureAndCloseAsync(Visitor member, string path, ActionEffect action)
    {
        foreach (var question in action.Questions)
        {
            await member.GoAsync($"{path}?meet={question.Question.Id}");
            await member.Page.Locator($"input[name=antwoord][value='{question.Promised!.To}']").CheckAsync();
            await member.Page.Locator("input[name=bewijs][value=E2]").CheckAsync();
            await member.Page.GetByLabel("Hoe hebt u gemeten, en wat zag u?").FillAsync("Steekproef van veertig dossiers.");
            await member.Page.GetByLabel("Waar is de meting na te lezen?").FillAsync("Dossier 2026-16");
            await member.Page.GetByLabel("Op welke dag is gemeten?").FillAsync(EffectMaker.TodayText);
            await member.PressAsync("Meting vastleggen");
        }

        await member.Page.GetByLabel("Verklaring bij het afsluiten").FillAsync("De steekproef laat zien dat het werkt.");
        await member.PressAsync("Actie afsluiten");
        Assert.Equal("De actie is afgesloten op haar effect.", await member.MessageAsync());
    }
}
