using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Mail;

/// <summary>Messages of processes in the reminders, and what is kept of a suspicion: everything.</summary>
public sealed class MessageDigestTests : IAsyncLifetime
{
    private const string Secret = "Bij aanvragen uit één wijk wordt altijd nagevraagd.";

    private PostOffice office = null!;
    private FollowedCase followed = null!;

    public async ValueTask InitializeAsync()
    {
        office = await PostOffice.OpenAsync();
        followed = await FollowedCase.MakeAsync(office);
    }

    public ValueTask DisposeAsync() => office.DisposeAsync();

    [Fact]
    public async Task RunAsync_StepNearItsDeadline_RemindsItsRoleOnceWithALink()
    {
        await followed.FollowUpAsync();
        office.Time.NowUtc = await FirstTimerAsync();
        await followed.FireAsync();
        var workday = NextMorning();

        await followed.Round().RunAsync(workday);
        var mail = Assert.Single(await followed.MailsAsync());
        Assert.Equal("manager@voorbeeld.example", mail.Recipient);
        Assert.Contains("- De stap ‘Ronde langs de acties’ moet uiterlijk ", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"  https://doorlichting.voorbeeld.example/doorlichtingen/{followed.Id}\n", mail.Text, StringComparison.Ordinal);
        await followed.Round().RunAsync(workday.AddDays(1));
        await followed.Round().RunAsync(workday.AddDays(7));
        Assert.Single(await followed.MailsAsync());
    }

    [Fact]
    public async Task RunAsync_StepThatIsDone_RemindsNobody()
    {
        await followed.FollowUpAsync();
        office.Time.NowUtc = await FirstTimerAsync();
        await followed.FireAsync();
        await followed.ChangeAsync(async db => (await db.WorkflowSteps.SingleAsync(step => step.Status == StepStatus.Open)).Status = StepStatus.Done);

        Assert.Equal(0, await followed.Round().RunAsync(NextMorning()));
    }

    [Fact]
    public async Task RunAsync_Suspicion_TellsOnlyWhoMaySeeItThatThereIsAMessage()
    {
        Guid second = default;
        await followed.ChangeAsync(db =>
        {
            followed.AddPerson(db, "opdrachtgever", "Oz Opdrachtgever", Roles.Sponsor);
            second = followed.AddPerson(db, "vervanger", "Vi Vervanger", null);
            return Task.CompletedTask;
        });
        await followed.ReportAsync(Secret, second);
        await PassAsync(TimeSpan.FromDays(10));

        await followed.Round().RunAsync(NextMorning());
        var mails = await followed.MailsAsync();
        Assert.Contains(mails, mail => mail.Recipient == "vervanger@voorbeeld.example");
        Assert.Empty(mails.Select(mail => mail.Recipient).Except(["begeleider@voorbeeld.example", "vervanger@voorbeeld.example"]));
        Assert.All(mails, mail =>
        {
            Assert.Contains("- Er is een bericht voor u.\n  https://doorlichting.voorbeeld.example/doorlichtingen\n", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("ermoeden", mail.Text + mail.Subject, StringComparison.Ordinal);
            Assert.DoesNotContain("stap", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, mail.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task RunAsync_Suspicion_IsRecordedWhereOnlyThoseMayRead()
    {
        var suspicion = await followed.ReportAsync(Secret);
        await PassAsync(TimeSpan.FromDays(10));
        await followed.Round().RunAsync(NextMorning());

        await using var db = office.Database.Read();
        var records = await db.Trail.Where(row => row.Event == Web.Mail.DigestMark.Event).ToListAsync();
        Assert.NotEmpty(records);
        Assert.All(records, row => Assert.Equal(suspicion, row.SuspicionId));
    }

    private DateTime NextMorning()
    {
        var day = Core.Actions.Workdays.After(DateOnly.FromDateTime(office.Time.NowUtc));
        return day.ToDateTime(new(8, 0), DateTimeKind.Utc);
    }

    private async Task PassAsync(TimeSpan time)
    {
        var end = office.Time.NowUtc + time;
        for (; office.Time.NowUtc < end; office.Time.NowUtc = office.Time.NowUtc.AddHours(12))
        {
            await followed.FireAsync();
        }
    }

    private async Task<DateTime> FirstTimerAsync()
    {
        await using var db = office.Database.Read();
        return await db.WorkflowTimers.Where(timer => !timer.Fired).MinAsync(timer => timer.DueUtc);
    }
}
