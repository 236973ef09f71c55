using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Leaves a message for a role in the trail of the case, where its members see it.</summary>
public sealed class Notify : IAutomaticActivity
{
    public string Type => ActivityNames.Notify;

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        var bodyId = await context.Db.Assessments.Where(row => row.Id == context.AssessmentId).Select(row => row.BodyId).SingleAsync(cancellation);
        context.Db.Trail.Add(new TrailRow
        {
            BodyId = bodyId,
            AssessmentId = context.AssessmentId,
            UserId = context.UserId,
            AtUtc = context.NowUtc,
            Event = "message.left",
            Subject = context.Activity.StepKey,
            After = context.Activity.Role,
        });
    }
}
