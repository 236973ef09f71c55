using Audit.Data.Database;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Operations;

/// <summary>What waits in the database for any node.</summary>
public sealed record Backlog
{
    public long Jobs { get; init; }

    public TimeSpan OldestJob { get; init; }

    public long Mails { get; init; }

    public long MailsGivenUp { get; init; }

    public long Timers { get; init; }

    public static async Task<Backlog> ReadAsync(AuditContext db, DateTime nowUtc, CancellationToken cancellation = default)
    {
        var waiting = db.Jobs.Where(job => job.State == JobState.Waiting);
        return new()
        {
            Jobs = await waiting.CountAsync(cancellation),
            OldestJob = await waiting.MinAsync(job => (DateTime?)job.MadeUtc, cancellation) is { } made && made < nowUtc ? nowUtc - made : TimeSpan.Zero,
            Mails = await db.Mails.CountAsync(MailAttempts.IsWaiting(nowUtc), cancellation),
            MailsGivenUp = await db.Mails.CountAsync(MailAttempts.IsGivenUp(nowUtc), cancellation),
            Timers = await db.WorkflowTimers.CountAsync(timer => !timer.Fired && timer.DueUtc <= nowUtc && db.WorkflowSteps.Any(step => step.Id == timer.StepId && step.Status == StepStatus.Open), cancellation),
        };
    }
}

/// <summary>Counts what waits, as long as somebody watches.</summary>
internal sealed class BacklogWatch(AuditDatabase database, WorkMeter meter, TimeProvider time, ILogger<BacklogWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm);
        do
        {
            try
            {
                if (meter.IsWatched)
                {
                    await using var db = database.Read();
                    meter.Backlog = await Backlog.ReadAsync(db, time.GetUtcNow().UtcDateTime, stoppingToken);
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(failure, "What waits could not be counted; trying again at the next moment");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
