using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Workflows.Cases;
using Audit.Workflows.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Jobs;

/// <summary>Scores every task of a case again and keeps the scores.</summary>
public sealed class RecalculationJob(JobMoment moment) : IJobWork
{
    public string Kind => JobKinds.Recalculation;

    public async Task<JobOutcome> RunAsync(JobInHand job, CancellationToken cancellation)
    {
        if (await moment.ReadAsync(job) is not { Report.Case: { } current } found)
        {
            return JobOutcome.Refused(JobMoment.NotYours);
        }

        var runs = new List<ScoreRun>();
        foreach (var task in current.Tasks)
        {
            await job.ReportAsync(runs.Count, current.Tasks.Count);
            cancellation.ThrowIfCancellationRequested();
            var run = current.Score(found.Actor.NowUtc, task.Key);
            _ = run.Tasks;
            runs.Add(run);
        }

        return new JobOutcome(runs.Count == 1 ? Sentence.Of($"De score van 1 taak is opnieuw berekend en vastgelegd.") : Sentence.Of($"De scores van {runs.Count} taken zijn opnieuw berekend en vastgelegd."))
        {
            Path = $"/doorlichtingen/{job.CaseId}/resultaat",
            Commit = db => KeepAsync(db, job, (current, runs, found.Actor)),
        };
    }

    private static async Task<Sentence?> KeepAsync(AuditContext db, JobInHand job, (Case Case, List<ScoreRun> Runs, Actor Actor) done)
    {
        if (!Policies.Recalculate.Allows(await job.RolesAsync(db)) || !IsOpen(await db.Assessments.SingleAsync(row => row.Id == job.CaseId)))
        {
            return Sentence.Of($"De scores van deze doorlichting kunt u nu niet opnieuw vastleggen.");
        }

        foreach (var run in done.Runs)
        {
            await ScoreRecorder.AddAsync(db, done.Case, run, (done.Actor.UserId, done.Actor.NowUtc));
        }

        return null;
    }

    /// <summary>Whether scores of a case may still change: not after its adoption, and not when it was withdrawn, put away or erased.</summary>
    public static bool IsOpen(AssessmentRow row) =>
        row is { Status: AssessmentStatus.Running, AdoptedUtc: null, WithdrawnUtc: null, ArchivedUtc: null, ErasedUtc: null };
}
