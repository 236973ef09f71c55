using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Scores the task of the branch, or all tasks outside a branch, and keeps what is needed to calculate it again.</summary>
public sealed class ScoreTasks(ContentStore contents) : IAutomaticActivity
{
    public string Type => ActivityNames.ScoreTasks;

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        var current = await Case.FindAsync(context.Db, contents, context.AssessmentId)
            ?? throw new InvalidOperationException("de doorlichting bestaat niet meer");
        var keys = context.TaskKey.Length > 0 ? [context.TaskKey] : current.Tasks.Select(task => task.Key);
        foreach (var key in keys)
        {
            await ScoreAsync(context, current, key, cancellation);
        }
    }

    private static async Task ScoreAsync(ActivityContext context, Case current, string taskKey, CancellationToken cancellation)
    {
        var run = current.Score(context.NowUtc, taskKey);
        var score = run.Tasks[0].Score;
        var earlier = await context.Db.Scores.Where(row => row.AssessmentId == current.Row.Id && row.TaskKey == taskKey).CountAsync(cancellation);
        context.Db.Scores.Add(new ScoreRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = current.Row.Id,
            TaskKey = taskKey,
            Sequence = earlier + 1,
            ResidualLow = score.Residual?.Low,
            ResidualHigh = score.Residual?.High,
            ClassLow = (int?)score.Class.Low,
            ClassHigh = (int?)score.Class.High,
            ReferenceDate = run.On,
            AnswersJson = run.Answers.Json,
            ResultJson = ScoreJson.Of(score).ToJsonString(),
            CalculatedUtc = context.NowUtc,
        });
        context.Db.Trail.Add(new TrailRow
        {
            BodyId = current.Row.BodyId,
            AssessmentId = current.Row.Id,
            UserId = context.UserId,
            AtUtc = context.NowUtc,
            Event = "task.scored",
            Subject = taskKey,
            After = $"{ScoreJson.ClassId(score.Class.Low)}–{ScoreJson.ClassId(score.Class.High)}",
        });
    }
}
