using System.Net;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Web.Operations;
using Audit.Workflows.Engine;
using Audit.Workflows.Jobs;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Operations.Faults;

/// <summary>The clock of the server jumps forward a year and back again: sessions, deadlines, work and e-mail go on, and nothing happens twice.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private static readonly TimeSpan AYear = TimeSpan.FromDays(365);

    private readonly JumpingTime clock = new();
    private readonly AuditSite site;

    public ClockTests() => site = new() { Added = services => services.AddSingleton<TimeProvider>(clock) };

    private AuditDatabase Database => site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    public async ValueTask InitializeAsync() => await Task.Run(site.Start);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Clock_that_jumps_makes_nothing_happen_twice_and_blocks_nothing()
    {
        var caseId = await new CaseMaker(site.Services).MakeAsync("regulation");
        using var person = await Person.SignInAsync(new(site.Address), "teamlid");
        var form = new QuestionForm(person, caseId);
        await form.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await form.TypeAsync("nu")).Status);

        clock.Jump = AYear;
        Assert.Equal(HttpStatusCode.Redirect, (await form.TypeAsync("na de sprong")).Status);
        using var late = await Person.SignInAsync(new(site.Address), "teamlid");
        var lateForm = new QuestionForm(late, caseId);
        Assert.Equal("nu", await lateForm.OpenAsync());
        Assert.Equal(HttpStatusCode.OK, (await lateForm.TypeAsync("na de sprong")).Status);
        Assert.True((await BacklogAsync()).Timers > 0);
        Assert.True(await FireAsync() > 0);
        Assert.Equal(0, await FireAsync());
        Assert.Equal(0, (await BacklogAsync()).Timers);
        var told = await MessagesAsync();
        var (job, mail) = await LeaveBehindAsync();

        clock.Jump = TimeSpan.Zero;
        Assert.Equal("na de sprong", await lateForm.OpenAsync());
        Assert.Equal(HttpStatusCode.OK, (await lateForm.TypeAsync("weer terug")).Status);
        using var back = await Person.SignInAsync(new(site.Address), "auditor");
        Assert.Equal(0, await FireAsync());
        Assert.Equal(told, await MessagesAsync());
        Assert.Equal(job, (await site.Services.GetRequiredService<JobClaims>().TakeAsync())!.Id);
        await using var db = Database.Read();
        Assert.Equal([mail], await db.Mails.Where(MailAttempts.IsDue(DateTime.UtcNow)).Select(row => row.Id).ToListAsync());
    }

    private Task<int> FireAsync() => site.Services.GetRequiredService<WorkflowRunner>().OverAllBodies().FireDueTimersAsync(clock.GetUtcNow().UtcDateTime);

    private async Task<Backlog> BacklogAsync()
    {
        await using var db = Database.Read();
        return await Backlog.ReadAsync(db, clock.GetUtcNow().UtcDateTime);
    }

    private async Task<int> MessagesAsync()
    {
        await using var db = Database.Read();
        return await db.Messages.CountAsync();
    }

    /// <summary>Work and an e-mail that a node had in hand while the clock was wrong, before it died.</summary>
    private async Task<(Guid Job, Guid Mail)> LeaveBehindAsync()
    {
        var (job, mail, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), clock.GetUtcNow().UtcDateTime);
        await Database.WriteAsync(async db =>
        {
            var user = await db.Users.FirstAsync();
            db.Jobs.Add(new() { Id = job, BodyId = user.BodyId, UserId = user.Id, Kind = "plan-workbook", State = JobState.Running, MadeUtc = now, SeenUtc = now, Version = Guid.NewGuid() });
            db.Mails.Add(new() { Id = mail, BodyId = user.BodyId, Key = "proef", Recipient = "iemand@elders.example", Subject = "Proef", Text = "Proef", MadeUtc = now, DueUtc = now + MailAttempts.Lease, Attempts = 1, Version = Guid.NewGuid() });
        });
        return (job, mail);
    }

    /// <summary>The clock of this machine, moved.</summary>
    private sealed class JumpingTime : TimeProvider
    {
        public TimeSpan Jump { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Jump;
    }
}
