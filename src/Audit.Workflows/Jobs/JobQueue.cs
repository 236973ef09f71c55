using System.Text.Json;
using System.Text.Json.Nodes;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Jobs;

/// <summary>A job as it is asked for.</summary>
/// <param name="Id">Id of the form that asked, so that pressing twice asks once.</param>
/// <param name="Kind">Which work.</param>
/// <param name="BodyId">The body.</param>
/// <param name="UserId">Who asks.</param>
public sealed record NewJob(Guid Id, string Kind, Guid BodyId, Guid UserId)
{
    /// <summary>The case that it is about; null when it is about none.</summary>
    public Guid? AssessmentId { get; init; }

    /// <summary>What the work needs besides; null when nothing.</summary>
    public object? Input { get; init; }

    /// <summary>A file that was handed in; null without.</summary>
    public byte[]? Content { get; init; }
}

/// <summary>Where long work waits until a node takes it.</summary>
public static class JobQueue
{
    /// <summary>Most jobs of one person that wait or run.</summary>
    public const int MostAtOnce = 5;

    /// <summary>How long the result stays.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(7);

    /// <summary>Puts a job in the queue, in the caller's transaction.</summary>
    /// <returns>False when this person has too many already; nothing is then added. True as well when this form was sent before.</returns>
    public static async Task<bool> AddAsync(AuditContext db, NewJob job, DateTime nowUtc)
    {
        if (await db.Jobs.AnyAsync(row => row.Id == job.Id && row.UserId == job.UserId))
        {
            return true;
        }

        if (await db.Jobs.CountAsync(row => row.UserId == job.UserId && (row.State == JobState.Waiting || row.State == JobState.Running)) >= MostAtOnce)
        {
            return false;
        }

        db.Jobs.Add(new()
        {
            Id = job.Id,
            BodyId = job.BodyId,
            AssessmentId = job.AssessmentId,
            UserId = job.UserId,
            Kind = job.Kind,
            InputJson = (JsonSerializer.SerializeToNode(job.Input) as JsonObject ?? []).ToJsonString(),
            InputContent = job.Content,
            State = JobState.Waiting,
            MadeUtc = nowUtc,
            Version = Guid.NewGuid(),
        });
        return true;
    }

    /// <summary>Stops a job: at once while it waits, and as soon as its node notices while it runs.</summary>
    public static void Stop(JobRow row, DateTime nowUtc)
    {
        if (row.State is not (JobState.Waiting or JobState.Running))
        {
            return;
        }

        row.CancelledUtc ??= nowUtc;
        if (row.State == JobState.Waiting)
        {
            (row.State, row.EndedUtc, row.InputContent, row.Version) = (JobState.Cancelled, nowUtc, null, Guid.NewGuid());
        }
    }
}
