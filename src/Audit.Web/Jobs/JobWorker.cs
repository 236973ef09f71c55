using Audit.Workflows.Jobs;

namespace Audit.Web.Jobs;

/// <summary>Does long work in the background of this node: <c>Jobs:AtOnce</c> at the same time (default 1; 0 = none, for a node that only serves pages).</summary>
public sealed class JobWorker(JobRunner runner, JobBell bell, IConfiguration configuration, ILogger<JobWorker> logger) : BackgroundService
{
    private const int MostAtOnce = 8;

    /// <summary>How often it looks by itself, for what another node left behind.</summary>
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(20);

    /// <summary>Whether it does no work any more although it should.</summary>
    public bool HasStopped => AtOnce > 0 && ExecuteTask is { IsCompleted: true };

    private int AtOnce => Math.Clamp(configuration.GetValue("Jobs:AtOnce", 1), 0, MostAtOnce);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => LoopAsync(stoppingToken), stoppingToken)));

    private async Task LoopAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                while (await runner.RunNextAsync(stopping))
                {
                    stopping.ThrowIfCancellationRequested();
                }

                await runner.RemoveOldAsync();
                await bell.WaitAsync(Rhythm, stopping);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                // One failed round must not stop later ones, for instance while the database restarts.
                logger.LogError(failure, "Looking for long work failed; trying again at the next moment");
                await Task.Delay(Rhythm, stopping);
            }
        }
    }
}
