using Audit.Data.Database;
using Audit.Data.Languages;
using Microsoft.Extensions.Logging;

namespace Audit.Workflows.Jobs;

/// <summary>Does the jobs that wait, one after the other. Every node may do so at once: each job is claimed first.</summary>
public sealed class JobRunner(JobClaims claims, IEnumerable<IJobWork> works, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>Takes one job and does it.</summary>
    /// <param name="stopping">This node stops; the job is put back.</param>
    /// <returns>False when none waits.</returns>
    public async Task<bool> RunNextAsync(CancellationToken stopping = default)
    {
        if (await claims.TakeAsync(stopping) is not { } claimed)
        {
            return false;
        }

        // What is stored is Dutch, whoever asked for it.
        using var language = Use(null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        try
        {
            var outcome = await DoAsync(claimed, stop);
            await EndAsync(claimed, outcome);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await (stopping.IsCancellationRequested ? claims.ReleaseAsync(claimed) : claims.EndAsync(claimed, Stopped));
        }
        catch (Exception failure)
        {
            logger.LogError(failure, "Job {Id} of kind {Kind} failed", claimed.Id, claimed.Kind);
            await EndAsync(claimed, JobOutcome.Refused(Sentence.Of($"Er ging iets mis in het programma. Probeer het opnieuw. Gaat het weer mis, vraag dan de beheerder.")));
        }

        return true;
    }

    /// <summary>Removes jobs that ended long ago, with their results.</summary>
    public Task RemoveOldAsync() => claims.RemoveOldAsync();

    private async Task<JobOutcome> DoAsync(JobRow claimed, CancellationTokenSource stop)
    {
        await using var pulse = new JobPulse(claims, claimed, stop);
        var work = works.FirstOrDefault(candidate => candidate.Kind == claimed.Kind);
        var outcome = work is null
            ? JobOutcome.Refused(Sentence.Of($"Deze versie van het programma kan dit werk niet doen."))
            : await work.RunAsync(new JobInHand(claimed, pulse.ReportAsync), stop.Token);
        stop.Token.ThrowIfCancellationRequested();
        return outcome;
    }

    private async Task EndAsync(JobRow claimed, JobOutcome outcome)
    {
        try
        {
            await claims.EndAsync(claimed, async (db, row) =>
            {
                if (!outcome.IsRefused && outcome.Commit is { } commit && await commit(db) is { } refusal)
                {
                    throw new RefusedException(refusal);
                }

                Write(row, outcome);
            });
        }
        catch (RefusedException refused)
        {
            await claims.EndAsync(claimed, (_, row) =>
            {
                Write(row, JobOutcome.Refused(refused.Reason));
                return Task.CompletedTask;
            });
        }
    }

    private void Write(JobRow row, JobOutcome outcome)
    {
        (row.State, row.EndedUtc, row.Outcome) = (outcome.IsRefused ? JobState.Failed : JobState.Done, NowUtc, SentenceJson.Stored(outcome.Text));
        (row.ResultName, row.ResultContent, row.ResultPath) = (outcome.File?.Name, outcome.File?.Content, outcome.Path);
        row.InputContent = null;
        row.Done = outcome.IsRefused ? row.Done : row.Total;
    }

    private Task Stopped(AuditContext db, JobRow row)
    {
        if (row.CancelledUtc is null)
        {
            // This node could not give signs of life; another one begins it again.
            (row.State, row.SeenUtc) = (JobState.Waiting, null);
            return Task.CompletedTask;
        }

        (row.State, row.EndedUtc, row.InputContent) = (JobState.Cancelled, NowUtc, null);
        return Task.CompletedTask;
    }

    private DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Undoes the transaction and carries the reason out of it.</summary>
    private sealed class RefusedException(Sentence reason) : Exception(reason.ToString())
    {
        public Sentence Reason { get; } = reason;
    }
}
