using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;

namespace Audit.Workflows.Cases;

/// <summary>Leaves a message for a role on the pages of the case, with a record in the trail.</summary>
public sealed class Notify : IAutomaticActivity
{
    public string Type => ActivityNames.Notify;

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        context.Db.Messages.Add(new()
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = context.AssessmentId,
            InstanceId = context.InstanceId,
            Role = context.Activity.Role,
            Kind = MessageKind.Notice,
            StepKey = context.Activity.StepKey,
            TaskKey = context.TaskKey,
            SentUtc = context.NowUtc,
        });
        var trail = await CaseTrail.OfAsync(context.Db, context.AssessmentId, context.InstanceId);
        trail.Add(context.Db, new(context.UserId, string.Empty, context.NowUtc), "message.left", context.Activity.StepKey, context.Activity.Role);
    }
}
