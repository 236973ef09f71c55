using System.Linq.Expressions;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Cases;
using Audit.Workflows.Jobs;
using Audit.Workflows.Ratings;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Jobs;

/// <summary>A job as its maker sees it; without the bytes of files.</summary>
public sealed record JobView(Guid Id, Guid? CaseId, string Kind, JobState State)
{
    /// <summary>Name of the case that it is about; null when it is about none.</summary>
    public string? CaseName { get; init; }

    public int Done { get; init; }

    public int Total { get; init; }

    public DateTime MadeUtc { get; init; }

    public DateTime? EndedUtc { get; init; }

    public bool IsStopping { get; init; }

    /// <summary>What came of it, as stored.</summary>
    public string? Outcome { get; init; }

    public string? ResultName { get; init; }

    public string? ResultPath { get; init; }

    /// <summary>Whether it still waits or runs.</summary>
    public bool IsOpen => State is JobState.Waiting or JobState.Running;
}

/// <summary>The only way for pages to jobs: a job exists for its maker, as long as that is a member of the case that it is about.</summary>
public sealed class JobDesk(AuditDatabase database, CurrentUser user, JobBell bell)
{
    private const int MostInList = 50;

    public CurrentUser User => user;

    /// <summary>Jobs of this person, newest first.</summary>
    public async Task<IReadOnlyList<JobView>> MineAsync()
    {
        await using var db = database.Read();
        return await ViewsOf(db, Mine(db).OrderByDescending(row => row.MadeUtc).Take(MostInList)).ToListAsync();
    }

    /// <summary>One of them; null when there is none, which a page answers with 404.</summary>
    public async Task<JobView?> FindAsync(Guid jobId)
    {
        await using var db = database.Read();
        return await ViewsOf(db, Mine(db).Where(row => row.Id == jobId)).SingleOrDefaultAsync();
    }

    /// <summary>The file that it made; null when it made none.</summary>
    public async Task<JobFile?> FileAsync(Guid jobId)
    {
        await using var db = database.Read();
        var row = await Mine(db).Where(job => job.Id == jobId && job.State == JobState.Done).Select(job => new { job.ResultName, job.ResultContent }).SingleOrDefaultAsync();
        return row is { ResultName: { } name, ResultContent: { } content } ? new(name, content) : null;
    }

    /// <summary>Notes of an auditor that the answers of the case were there to be seen, as its pages do.</summary>
    /// <returns>The round in which this person still rates the case blind, so that its answers stay closed; null when there is none.</returns>
    public Task<RatingRoundRow?> NoteSightAsync(Guid caseId) => database.WriteAsync(async db =>
    {
        var userId = user.Id;
        var isAuditor = await db.Members.AnyAsync(row => row.AssessmentId == caseId && row.UserId == userId && Policies.Review.Roles.Contains(row.Role));
        return isAuditor && !await AnswerSights.NoteAsync(db, caseId, userId, user.NowUtc) ? await RatingRounds.OpenAsync(db, caseId, userId) : null;
    });

    /// <summary>Stops a job of this person; nothing happens when it has ended.</summary>
    public Task StopAsync(Guid jobId) => database.WriteAsync(async db =>
    {
        if (await Mine(db).SingleOrDefaultAsync(row => row.Id == jobId) is { } row)
        {
            JobQueue.Stop(row, user.NowUtc);
        }
    });

    /// <summary>Puts work about a case in the queue, in the caller's transaction.</summary>
    /// <returns>Why it was refused; null when it was added.</returns>
    public async Task<string?> AddAsync(AuditContext db, NewJob job) => await JobQueue.AddAsync(db, job, user.NowUtc)
        ? null
        : Tr($"U hebt al {JobQueue.MostAtOnce} keer werk op de achtergrond lopen. Wacht tot er iets klaar is, of stop iets.");

    /// <summary>Work of this person about a case.</summary>
    /// <param name="id">Id of the form that asks for it.</param>
    /// <param name="kind">Which work.</param>
    /// <param name="caseId">The case.</param>
    public NewJob Make(Guid id, string kind, Guid caseId) => new(id, kind, user.BodyId, user.Id) { AssessmentId = caseId };

    /// <summary>Lets the worker of this node look at once.</summary>
    public void Wake() => bell.Ring();

    private IQueryable<JobRow> Mine(AuditContext db) => db.Jobs.Where(IsMine(db));

    private Expression<Func<JobRow, bool>> IsMine(AuditContext db)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        return row => row.UserId == userId && row.BodyId == bodyId
            && (row.AssessmentId == null || db.Members.Any(member => member.AssessmentId == row.AssessmentId && member.UserId == userId));
    }

    private static IQueryable<JobView> ViewsOf(AuditContext db, IQueryable<JobRow> rows) => rows.Select(row => new JobView(row.Id, row.AssessmentId, row.Kind, row.State)
    {
        CaseName = db.Assessments.Where(assessment => assessment.Id == row.AssessmentId).Select(assessment => assessment.Name).FirstOrDefault(),
        Done = row.Done,
        Total = row.Total,
        MadeUtc = row.MadeUtc,
        EndedUtc = row.EndedUtc,
        IsStopping = row.CancelledUtc != null,
        Outcome = row.Outcome,
        ResultName = row.ResultName,
        ResultPath = row.ResultPath,
    });
}
