using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Actions;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;

namespace Audit.Workflows.Cases;

/// <summary>Chooses measures per task and writes them down as the plan of the body; an earlier plan stays as it was.</summary>
public sealed class GenerateActionPlan(ContentStore contents) : IAutomaticActivity
{
    public string Type => ActivityNames.GenerateActionPlan;

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        var current = await Case.FindAsync(context.Db, contents, context.AssessmentId)
            ?? throw new InvalidOperationException("de doorlichting bestaat niet meer");
        var run = current.Score(context.NowUtc);
        var recorder = new PlanRecorder(current, run, new(context.UserId, string.Empty, context.NowUtc));
        await recorder.WriteAsync(
            context.Db,
            (PlanGoal.TargetClass, null),
            [.. current.Answers.Tasks.Select(task => Calculations.PlanOf(run, task, current.Measures, current.Target))]);
    }
}
