using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;

namespace Audit.WorkflowWorker;

/// <summary>An automatic activity that leaves a trail row and sets a fact, so that running twice or not at all shows.</summary>
public sealed class TrailActivity(string type, WorkOrder order) : IAutomaticActivity
{
    /// <summary>The task for which the fact "found" is true.</summary>
    private const string FoundFor = "t2";

    public string Type => type;

    public static IReadOnlyList<TrailActivity> All(WorkOrder order) =>
        [new(ActivityNames.ScoreTasks, order), new(ActivityNames.GenerateActionPlan, order), new(ActivityNames.Notify, order)];

    public Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        context.Db.Trail.Add(new TrailRow
        {
            BodyId = order.BodyId,
            AssessmentId = context.AssessmentId,
            AtUtc = context.NowUtc,
            Event = type,
            Subject = $"{context.Activity.Id}:{context.TaskKey}",
        });
        context.SetFact("found", context.TaskKey == FoundFor ? "true" : "false");
        return Task.CompletedTask;
    }
}
