using Audit.Core.Actions;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Actions;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Chooses measures per task and writes them down as the plan of the body; an earlier plan stays as it was.</summary>
public sealed class GenerateActionPlan(ContentStore contents) : IAutomaticActivity
{
    public string Type => ActivityNames.GenerateActionPlan;

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        var current = await Case.FindAsync(context.Db, contents, context.AssessmentId)
            ?? throw new ActivityFailedException(Sentence.Of($"de doorlichting bestaat niet meer"));
        // A plan that is made again aims at what the one before it aimed at.
        var newest = await context.Db.Plans.Where(row => row.AssessmentId == current.Row.Id).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellation);
        var aim = newest is null ? new ReachClass(current.Target) : PlanAims.Of(newest);
        var run = current.Score(context.NowUtc);
        var recorder = new PlanRecorder(current, run, new(context.UserId, string.Empty, context.NowUtc));
        await recorder.WriteAsync(context.Db, aim, Calculations.PlansOf(run, current.Measures, aim, current.Target));
    }
}
