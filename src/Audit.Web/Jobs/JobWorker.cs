using Audit.Workflows.Jobs;

namespace Audit.Web.Jobs;

/// <summary>Does long work in the background of this node: <c>Jobs:AtOnce</c> at the same time (default 1; 0 = none, for a node that only serves pages).</summary>
public sealed class JobWorker(JobRunner runner, JobClaims claims, JobBell bell, IConfiguration configuration) : BackgroundService
{
    private const int MostAtOnce = 8;

    /// <summary>How often it looks by itself, for what another node left behind.</summary>
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(20);

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

                await claims.RemoveOldAsync();
                await bell.WaitAsync(Rhythm, stopping);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One failed round must not stop later ones, for instance while the database restarts.
                await Task.Delay(Rhythm, stopping);
            }
        }
    }
}
