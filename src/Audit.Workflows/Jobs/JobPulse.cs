using Audit.Data.Database;

namespace Audit.Workflows.Jobs;

/// <summary>Gives a sign of life while a job runs, and stops it when its maker asks or when another node has it.</summary>
internal sealed class JobPulse : IAsyncDisposable
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(10);

    private readonly JobClaims claims;
    private readonly JobRow claimed;
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource ended = new();
    private readonly Task beating;

    public JobPulse(JobClaims claims, JobRow claimed, CancellationTokenSource stop)
    {
        (this.claims, this.claimed, this.stop) = (claims, claimed, stop);
        beating = BeatAsync();
    }

    /// <summary>Writes down how far it is.</summary>
    /// <exception cref="OperationCanceledException">The job must stop.</exception>
    public async Task ReportAsync(int done, int total)
    {
        if (!await claims.SeenAsync(claimed, (done, total)))
        {
            await stop.CancelAsync();
        }

        stop.Token.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await beating;
        ended.Dispose();
    }

    private async Task BeatAsync()
    {
        try
        {
            while (!ended.IsCancellationRequested)
            {
                await Task.Delay(Rhythm, ended.Token);
                if (!await claims.SeenAsync(claimed))
                {
                    await stop.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
        catch (Exception)
        {
            // Without signs of life another node takes the job; this one must not go on beside it.
            await stop.CancelAsync();
        }
    }
}
