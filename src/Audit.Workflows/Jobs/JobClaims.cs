using System.Text.Json.Nodes;
using Audit.Data.Database;
using Audit.Data.Languages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Jobs;

/// <summary>Takes jobs for this node and gives signs of life. The version of a row is the claim: whoever wrote the last one has the job.</summary>
public sealed class JobClaims(AuditDatabase database, TimeProvider time)
{
    /// <summary>How often a job is begun, before it is given up as one that stops nodes.</summary>
    public const int MostAttempts = 3;

    private const string Attempts = "attempts";

    /// <summary>After this long without a sign of life the job was on a node that stopped.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromMinutes(2);

    /// <summary>A sign of life from further ahead was given before the clock was set back; it says nothing.</summary>
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(1);

    private DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes the oldest job that waits, or that a node left behind; null when there is none.</summary>
    public Task<JobRow?> TakeAsync(CancellationToken cancellation = default) => database.WriteAsync(
        async db =>
        {
            var now = NowUtc;
            var (before, ahead) = (now - Lease, now + FurthestAhead);
            var row = await db.Jobs.Where(job => job.State == JobState.Waiting || (job.State == JobState.Running && (job.SeenUtc == null || job.SeenUtc < before || job.SeenUtc > ahead)))
                .OrderBy(job => job.MadeUtc).ThenBy(job => job.Id).FirstOrDefaultAsync(cancellation);
            return row is not null && Begin(row, now) ? row : null;
        },
        cancellation);

    /// <summary>Says that this node is still busy, and how far it is.</summary>
    /// <returns>Whether it goes on: not when its maker stopped it, or when another node has it.</returns>
    public Task<bool> SeenAsync(JobRow claimed, (int Done, int Total)? progress = null) => Of(claimed).WriteAsync(async db =>
    {
        if (await FindAsync(db, claimed) is not { } row || row.CancelledUtc is not null)
        {
            return false;
        }

        row.SeenUtc = NowUtc;
        (row.Done, row.Total) = progress ?? (row.Done, row.Total);
        return true;
    });

    /// <summary>Puts a job back because this node stops; another one begins it again at once.</summary>
    public Task ReleaseAsync(JobRow claimed) => EndAsync(claimed, (_, row) =>
    {
        var input = InputOf(row);
        input[Attempts] = Math.Max(0, AttemptsOf(input) - 1);
        (row.State, row.SeenUtc, row.InputJson) = (JobState.Waiting, null, input.ToJsonString());
        return Task.CompletedTask;
    });

    /// <summary>Ends a job of this node in one transaction; nothing happens when it is not this node's any more.</summary>
    public Task EndAsync(JobRow claimed, Func<AuditContext, JobRow, Task> change) => Of(claimed).WriteAsync(async db =>
    {
        if (await FindAsync(db, claimed) is { State: JobState.Running } row)
        {
            await change(db, row);
            row.Version = Guid.NewGuid();
        }
    });

    /// <summary>Removes jobs that ended long ago, with their results.</summary>
    public Task RemoveOldAsync() => database.WriteAsync(async db =>
    {
        var before = NowUtc - JobQueue.Kept;
        var old = await db.Jobs.Where(job => job.EndedUtc != null && job.EndedUtc < before).Select(job => new JobRow { Id = job.Id, BodyId = job.BodyId, Kind = job.Kind, Version = job.Version }).ToListAsync();
        db.Jobs.RemoveRange(old);
    });

    /// <summary>The database for the body of a job: what a job does stays within it.</summary>
    private AuditDatabase Of(JobRow claimed) => database.For(BodyScope.Of(claimed.BodyId));

    private static Task<JobRow?> FindAsync(AuditContext db, JobRow claimed) =>
        db.Jobs.SingleOrDefaultAsync(row => row.Id == claimed.Id && row.Version == claimed.Version);

    /// <summary>Begins a job again from its start; false when it is given up.</summary>
    private static bool Begin(JobRow row, DateTime nowUtc)
    {
        row.Version = Guid.NewGuid();
        var input = InputOf(row);
        var attempts = AttemptsOf(input);
        if (attempts >= MostAttempts || row.CancelledUtc is not null)
        {
            row.State = row.CancelledUtc is null ? JobState.Failed : JobState.Cancelled;
            row.Outcome = row.CancelledUtc is null ? SentenceJson.Stored(Sentence.Of($"Dit werk is {MostAttempts} keer begonnen en nooit afgekomen. Begin het opnieuw, of vraag de beheerder.")) : null;
            (row.EndedUtc, row.InputContent) = (nowUtc, null);
            return false;
        }

        input[Attempts] = attempts + 1;
        (row.State, row.SeenUtc, row.Done, row.Total, row.InputJson) = (JobState.Running, nowUtc, 0, 0, input.ToJsonString());
        row.StartedUtc ??= nowUtc;
        return true;
    }

    private static JsonObject InputOf(JobRow row) => JsonNode.Parse(row.InputJson ?? "{}")!.AsObject();

    private static int AttemptsOf(JsonObject input) => input[Attempts]?.GetValue<int>() ?? 0;
}
