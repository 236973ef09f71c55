using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Mail;

/// <summary>Who gets which reminders of actions, on which day, and never twice. The clock of the tests begins on Monday 2 March 2026 at ten.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private PostOffice office = null!;
    private FollowedCase followed = null!;

    public async ValueTask InitializeAsync()
    {
        office = await PostOffice.OpenAsync();
        followed = await FollowedCase.MakeAsync(office);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task RunAsync_ActionsOfOnePerson_MakeOneMailWithLinksAndWithoutContent()
    {
        var first = await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 9));
        var second = await followed.AddActionAsync(row => row.DueDate = new(2026, 2, 27));
        await followed.AddActionAsync(row => row.DueDate = new(2026, 12, 1));

        Assert.Equal(1, await followed.Round().RunAsync(office.Time.NowUtc));
        var mail = Assert.Single(await followed.MailsAsync());
        Assert.Equal("eigenaar@voorbeeld.example", mail.Recipient);
        Assert.Equal("[Gemeente Voorbeeld] Doorlichting discriminatierisico's: 2 herinneringen", mail.Subject);
        Assert.Equal(
            $"""
            Beste Ot Eigenaar,

            Er is iets te doen in een doorlichting van Gemeente Voorbeeld.

            Doorlichting ‘Controle; toeslagen, 2026’
            - Actie 1 moet op 9 maart 2026 (over 7 dagen) klaar zijn.
              https://doorlichting.voorbeeld.example/doorlichtingen/{followed.Id}/actieplan/actie/{first}
            - Actie 2 had op 27 februari 2026 klaar moeten zijn.
              https://doorlichting.voorbeeld.example/doorlichtingen/{followed.Id}/actieplan/actie/{second}

            In deze e-mail staan geen antwoorden en geen uitkomsten. U krijgt hoogstens één herinnering per werkdag.
            Dit bericht is automatisch gemaakt. Antwoorden worden niet gelezen.

            """,
            mail.Text);
        Assert.DoesNotContain("Geheime taaknaam", mail.Text + mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("kritiek", mail.Text + mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_PersonWhoReadsEnglish_GetsAnEnglishMailAndADutchTrail()
    {
        await followed.ChangeAsync(async db => (await db.Users.SingleAsync(user => user.Id == followed.Owner)).Language = "en");
        var action = await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 9));

        Assert.Equal(1, await followed.Round().RunAsync(office.Time.NowUtc));
        var mail = Assert.Single(await followed.MailsAsync());
        Assert.Equal("[Gemeente Voorbeeld] Discrimination risk assessment: 1 reminder", mail.Subject);
        Assert.StartsWith("Dear Ot Eigenaar,\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("- Action 1 must be done on 9 March 2026 (in 7 days).\n", mail.Text, StringComparison.Ordinal);
        await using var read = office.Database.Read();
        Assert.Equal(["due-7/2026-03-09"], await read.Trail.Where(row => row.Event == DigestMark.Event && row.Subject.StartsWith($"{action:D}/")).Select(row => row.After).ToListAsync());
    }

    [Fact]
    public async Task RunAsync_EveryQuarterOfAnHourForFourWeeks_GivesEachReminderOnce()
    {
        var id = await followed.AddActionAsync(row => (row.DueDate, row.ChangedUtc) = (new(2026, 3, 17), new(2026, 2, 20, 9, 0, 0, DateTimeKind.Utc)));
        for (var now = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc); now < new DateTime(2026, 3, 29, 0, 0, 0, DateTimeKind.Utc); now = now.AddMinutes(15))
        {
            await followed.Round().RunAsync(now);
        }

        await using var db = office.Database.Read();
        var given = await db.Trail.Where(row => row.Event == DigestMark.Event && row.Subject.StartsWith($"{id:D}/")).OrderBy(row => row.Id).Select(row => row.After).ToListAsync();
        Assert.Equal(["due-14/2026-03-17", "due-7/2026-03-17", "due-1/2026-03-17", "overdue/2026-03-18", "overdue/2026-03-25"], given);
        Assert.Equal(
            ["2026-03-03 07:00", "2026-03-10 07:00", "2026-03-16 07:00", "2026-03-18 07:00", "2026-03-25 07:00"],
            (await followed.MailsAsync()).Select(mail => $"{mail.MadeUtc.AddHours(1):yyyy-MM-dd HH:mm}"));
    }

    [Fact]
    public async Task RunAsync_ClockGoesBackAndForth_SendsNothingTwice()
    {
        await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 9));
        var now = office.Time.NowUtc;
        foreach (var moment in new[] { now, now.AddDays(-1), now, now.AddDays(1), now, now.AddDays(1), now.AddHours(-2) })
        {
            await followed.Round().RunAsync(moment);
        }

        Assert.Single(await followed.MailsAsync());
    }

    [Fact]
    public async Task RunAsync_SixNodesAtOnce_WriteEachMailOnce()
    {
        await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 9));
        await followed.AddActionAsync(row => (row.DueDate, row.OwnerId) = (new(2026, 3, 9), null));
        var nodes = Enumerable.Range(0, 6).Select(_ => new AuditDatabase(office.Database.Settings)).ToList();

        var written = await Task.WhenAll(nodes.Select(node => Task.Run(() => followed.Round(node).RunAsync(office.Time.NowUtc))));
        nodes.ForEach(node => node.Dispose());

        Assert.Equal(2, written.Sum());
        Assert.Equal(["eigenaar@voorbeeld.example", "manager@voorbeeld.example"], (await followed.MailsAsync()).Select(mail => mail.Recipient));
    }

    [Theory]
    [InlineData("2026-03-02 05:59", 0)]
    [InlineData("2026-03-02 06:00", 1)]
    [InlineData("2026-07-01 04:59", 0)]
    [InlineData("2026-07-01 05:00", 1)]
    [InlineData("2026-03-07 12:00", 0)]
    [InlineData("2026-03-08 12:00", 0)]
    public async Task RunAsync_BeforeSevenInTheNetherlandsOrInAWeekend_WritesNothing(string utc, int mails)
    {
        await followed.AddActionAsync(row => row.DueDate = new(2026, 2, 1));
        var moment = DateTime.SpecifyKind(DateTime.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);

        Assert.Equal(mails, await followed.Round().RunAsync(moment));
    }

    [Fact]
    public async Task RunAsync_EmailSwitchedOff_WritesNothingAndForgetsNothing()
    {
        await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 9));

        Assert.Equal(0, await followed.Round(isOn: false).RunAsync(office.Time.NowUtc));
        Assert.Empty(await followed.MailsAsync());
        Assert.Equal(1, await followed.Round().RunAsync(office.Time.NowUtc));
    }

    [Fact]
    public async Task RunAsync_FinishedOrNotFollowed_RemindsNobody()
    {
        foreach (var status in new[] { ActionStatus.Done, ActionStatus.Closed, ActionStatus.Dropped })
        {
            await followed.AddActionAsync(row => (row.DueDate, row.Status) = (new(2026, 2, 1), (int)status));
        }

        var late = await followed.AddActionAsync(row => row.DueDate = new(2026, 2, 1));
        await followed.ChangeAsync(async db => (await db.Assessments.SingleAsync()).AdoptedUtc = null);
        Assert.Equal(0, await followed.Round().RunAsync(office.Time.NowUtc));

        await followed.ChangeAsync(async db =>
        {
            (await db.Assessments.SingleAsync()).AdoptedUtc = PostOffice.Start;
            db.Plans.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = followed.Id, Sequence = 2, GeneratedUtc = PostOffice.Start });
        });
        Assert.Equal(0, await followed.Round().RunAsync(office.Time.NowUtc));

        await followed.ChangeAsync(async db => db.Plans.Remove(await db.Plans.SingleAsync(plan => plan.Sequence == 2)));
        Assert.Equal(1, await followed.Round().RunAsync(office.Time.NowUtc));
        Assert.Contains($"{late}", Assert.Single(await followed.MailsAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_OwnerLeftTheCase_RemindsTheManagers()
    {
        await followed.AddActionAsync(row => row.DueDate = new(2026, 2, 1));
        await followed.ChangeAsync(async db => db.Members.Remove(await db.Members.SingleAsync(member => member.UserId == followed.Owner)));

        await followed.Round().RunAsync(office.Time.NowUtc);
        Assert.Equal("manager@voorbeeld.example", Assert.Single(await followed.MailsAsync()).Recipient);
    }

    [Fact]
    public async Task RunAsync_NewOwner_IsRemindedToo()
    {
        var id = await followed.AddActionAsync(row => row.DueDate = new(2026, 3, 9));
        await followed.Round().RunAsync(office.Time.NowUtc);
        await followed.SetAsync(id, row => row.OwnerId = followed.Coach);
        await followed.Round().RunAsync(office.Time.NowUtc.AddDays(1));

        Assert.Equal(["begeleider@voorbeeld.example", "eigenaar@voorbeeld.example"], (await followed.MailsAsync()).Select(mail => mail.Recipient));
    }

    [Fact]
    public async Task RunAsync_OwnerWithoutAccount_IsToldWhomToTurnToAndGetsNoLink()
    {
        await followed.AddActionAsync(row => (row.DueDate, row.OwnerId, row.OwnerEmail) = (new(2026, 3, 9), null, " buiten@elders.example"));
        await followed.AddActionAsync(row => (row.DueDate, row.OwnerId, row.OwnerEmail) = (new(2026, 3, 9), null, "EIGENAAR@voorbeeld.example"));

        Assert.Equal(2, await followed.Round().RunAsync(office.Time.NowUtc));
        var mails = await followed.MailsAsync();
        Assert.Equal(["buiten@elders.example", "eigenaar@voorbeeld.example"], mails.Select(mail => mail.Recipient));
        Assert.DoesNotContain("https://", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("- Actie 1 moet op 9 maart 2026 (over 7 dagen) klaar zijn.", mails[0].Text, StringComparison.Ordinal);
        Assert.Contains("Neem contact op met Bo Begeleider (begeleider@voorbeeld.example).", mails[0].Text, StringComparison.Ordinal);
        await using var db = office.Database.Read();
        Assert.DoesNotContain(await db.Trail.Select(row => row.Subject).ToListAsync(), subject => subject.Contains('@', StringComparison.Ordinal));
        Assert.Equal(0, await followed.Round().RunAsync(office.Time.NowUtc.AddDays(1)));
    }

    [Fact]
    public async Task RunAsync_LastOfTheActionsWaitedForIsFinished_TellsWhoWaited()
    {
        var (first, second) = (await followed.AddActionAsync(), await followed.AddActionAsync());
        var waiting = await followed.AddActionAsync(row => row.Status = (int)ActionStatus.Waiting);
        await followed.ChangeAsync(db =>
        {
            db.ActionDependencies.AddRange(new() { ActionId = waiting, DependsOnId = first }, new() { ActionId = waiting, DependsOnId = second });
            return Task.CompletedTask;
        });
        await followed.SetAsync(first, row => row.Status = (int)ActionStatus.Done);
        Assert.Equal(0, await followed.Round().RunAsync(office.Time.NowUtc));

        await followed.SetAsync(second, row => row.Status = (int)ActionStatus.Dropped);
        Assert.Equal(1, await followed.Round().RunAsync(office.Time.NowUtc));
        Assert.Contains("- Actie 3 kan verder: de acties waarop deze wachtte, zijn klaar of vervallen.", Assert.Single(await followed.MailsAsync()).Text, StringComparison.Ordinal);
    }
}
