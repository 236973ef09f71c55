using Audit.Workflows.Engine;

namespace Audit.Web.StartUp;

/// <summary>Moves processes whose moment has come, once a minute.</summary>
internal sealed class TimerPoller(WorkflowRunner runner, TimeProvider time, ILogger<TimerPoller> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await minute.WaitForNextTickAsync(stoppingToken))
        {
            await FireAsync(stoppingToken);
        }
    }

    private async Task FireAsync(CancellationToken cancellation)
    {
        try
        {
            await runner.FireDueTimersAsync(time.GetUtcNow().UtcDateTime, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // One failed round must not stop later ones, for instance while the database restarts.
            logger.LogError(failure, "Moving timed steps failed; trying again in a minute");
        }
    }
}
