using Audit.Data.Database;
using Audit.Data.Results;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Keeps the score of a task with all that is needed to calculate it again.</summary>
public static class ScoreRecorder
{
    /// <summary>Adds the score and its trail in the caller's transaction, after the scores that the task has.</summary>
    /// <exception cref="Engine.ActivityFailedException">The criteria are not those that were fixed.</exception>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="run">The score of one task.</param>
    /// <param name="by">Who let it be calculated, and when; nobody when the process did.</param>
    public static async Task AddAsync(AuditContext db, Case current, ScoreRun run, (Guid? UserId, DateTime NowUtc) by)
    {
        await Criteria.RequireAsync(db, current);
        var score = run.Tasks[0].Score;
        var earlier = await db.Scores.Where(row => row.AssessmentId == current.Row.Id && row.TaskKey == score.TaskId).CountAsync();
        db.Scores.Add(new ScoreRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = current.Row.Id,
            TaskKey = score.TaskId,
            Sequence = earlier + 1,
            ResidualLow = score.Residual?.Low,
            ResidualHigh = score.Residual?.High,
            ClassLow = (int?)score.Class.Low,
            ClassHigh = (int?)score.Class.High,
            ReferenceDate = run.On,
            AnswersJson = run.Answers.Json,
            ResultJson = ScoreJson.Of(score).ToJsonString(),
            CalculatedUtc = by.NowUtc,
        });
        db.Trail.Add(new TrailRow
        {
            BodyId = current.Row.BodyId,
            AssessmentId = current.Row.Id,
            UserId = by.UserId,
            AtUtc = by.NowUtc,
            Event = "task.scored",
            Subject = score.TaskId,
            After = $"{ScoreJson.ClassId(score.Class.Low)}–{ScoreJson.ClassId(score.Class.High)}",
        });
    }
}
