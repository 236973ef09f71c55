using Audit.Web.Operations;
using Audit.Workflows.Engine;
using Quartz;

namespace Audit.Web.StartUp;

/// <summary>Quartz wakes each node at a fixed rhythm; what is due stands in rows of our own and is claimed there, so every node may wake at once.</summary>
internal static class Waker
{
    private const int DefaultSeconds = 60;
    private const int SecondsInADay = 24 * 60 * 60;

    /// <summary>Adds the rhythm of <c>Workflow:WakeSeconds</c> (default 60); 0 switches it off, for a node that only serves pages.</summary>
    public static void AddWaker(this IServiceCollection services, IConfiguration configuration)
    {
        var seconds = configuration.GetValue("Workflow:WakeSeconds", DefaultSeconds);
        if (seconds <= 0)
        {
            return;
        }

        services.AddQuartz(quartz =>
        {
            ScheduleEvery<MoveDueProcesses>(quartz, seconds);
            ScheduleEvery<EndDelegations>(quartz, seconds);
            ScheduleEvery<SendMail>(quartz, seconds);
            ScheduleEvery<RemoveOldAttachments>(quartz, SecondsInADay);
            ScheduleEvery<VerifyTrail>(quartz, SecondsInADay);
            ScheduleEvery<EraseWhatIsOver>(quartz, SecondsInADay);
        });
        services.AddQuartzHostedService(options =>
        {
            options.AwaitApplicationStarted = true;
            options.WaitForJobsToComplete = true;
        });
    }

    private static void ScheduleEvery<TJob>(IQuartzBuilder quartz, int seconds)
        where TJob : IJob => quartz.ScheduleJob<TJob>(trigger => trigger
            .StartNow()
            .WithSimpleSchedule(schedule => schedule.WithInterval(TimeSpan.FromSeconds(seconds)).RepeatForever()));
}

/// <summary>Moves processes whose moment has come and brings in others where a deadline has passed.</summary>
[DisallowConcurrentExecution]
internal sealed class MoveDueProcesses(WorkflowRunner runner, TimeProvider time, WakeMoment wake, ILogger<MoveDueProcesses> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await runner.OverAllBodies().FireDueTimersAsync(time.GetUtcNow().UtcDateTime, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One failed round must not stop later ones, for instance while the database restarts.
            logger.LogError(failure, "Moving timed steps failed; trying again at the next moment");
        }

        wake.Mark();
    }
}

/// <summary>Ends standing in for a colleague once its last moment has passed.</summary>
[DisallowConcurrentExecution]
internal sealed class EndDelegations(Accounts.AccountDatabase database, TimeProvider time, ILogger<EndDelegations> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(db => Workflows.Cases.Delegations.EndExpiredAsync(db, time.GetUtcNow().UtcDateTime));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError(failure, "Standing in could not be ended; trying again at the next moment");
        }
    }
}
