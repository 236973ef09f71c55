using Audit.Data.Templates;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;

namespace Audit.Workflows.Cases;

/// <summary>Scores the task of the branch, or all tasks outside a branch, and keeps what is needed to calculate it again.</summary>
public sealed class ScoreTasks(ContentStore contents) : IAutomaticActivity
{
    public string Type => ActivityNames.ScoreTasks;

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        var current = await Case.FindAsync(context.Db, contents, context.AssessmentId)
            ?? throw new ActivityFailedException(Sentence.Of($"de doorlichting bestaat niet meer"));
        var keys = context.TaskKey.Length > 0 ? [context.TaskKey] : current.Tasks.Select(task => task.Key);
        foreach (var key in keys)
        {
            var run = current.Score(context.NowUtc, key);
            await ScoreRecorder.AddAsync(context.Db, current, run, (context.UserId, context.NowUtc));
        }
    }
}
