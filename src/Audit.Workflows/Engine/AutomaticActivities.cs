using Audit.Data.Database;
using Audit.Workflows.Definitions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>Runs the host's automatic activities and stores the facts they set.</summary>
internal sealed class AutomaticActivities(IEnumerable<IAutomaticActivity> supplied)
{
    private readonly Dictionary<string, IAutomaticActivity> byType = supplied.ToDictionary(activity => activity.Type);

    public async Task RunAsync(ProcessRun run, ActivityNode node, string taskKey, CancellationToken cancellation)
    {
        var context = Context(run, node, taskKey);
        try
        {
            // What the engine has decided so far must be visible to the queries of the activity.
            await run.Db.SaveChangesAsync(cancellation);
            await Find(node).RunAsync(context, cancellation);
            await StoreFactsAsync(context, cancellation);
        }
        catch (Exception failure) when (!IsForTheCaller(failure))
        {
            var why = failure is ActivityFailedException known ? known.Why : Sentence.Fixed(failure.Message);
            throw new ActivityFailedException(
                taskKey.Length == 0
                    ? Sentence.Of($"De activiteit '{node.Id}' ({node.Type.Name}) is mislukt: {why}")
                    : Sentence.Of($"De activiteit '{node.Id}' ({node.Type.Name}) is mislukt voor taak '{taskKey}': {why}"),
                failure);
        }
    }

    private static ActivityContext Context(ProcessRun run, ActivityNode node, string taskKey) => new()
    {
        Db = run.Db,
        AssessmentId = run.Instance.AssessmentId,
        InstanceId = run.Instance.Id,
        TaskKey = taskKey,
        Activity = node,
        NowUtc = run.NowUtc,
        UserId = run.UserId,
    };

    /// <summary>Another writer was first, or the caller gave up: neither is a failure of the activity.</summary>
    private static bool IsForTheCaller(Exception failure) =>
        failure is OperationCanceledException or DbUpdateConcurrencyException
        || (failure is DbUpdateException update && Duplicates.Caused(update));

    private static async Task StoreFactsAsync(ActivityContext context, CancellationToken cancellation)
    {
        foreach (var (name, value) in context.Facts)
        {
            await StateFacts.SetAsync(context.Db, (context.InstanceId, context.TaskKey), name, value, cancellation);
        }

        await context.Db.SaveChangesAsync(cancellation);
    }

    private IAutomaticActivity Find(ActivityNode node) => byType.TryGetValue(node.Type.Name, out var activity)
        ? activity
        : throw new ActivityFailedException(Sentence.Of($"deze installatie kent de activiteit niet"));
}
