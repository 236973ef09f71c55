using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Engine;

/// <summary>Keeps the incident of a process in step with those of its steps.</summary>
internal static class Incidents
{
    /// <summary>A step went on: the process shows the incident of another step, or none.</summary>
    public static async Task ClearAsync(AuditContext db, WorkflowInstanceRow instance, Guid solvedStepId, CancellationToken cancellation)
    {
        if (instance.Incident is not null)
        {
            instance.Incident = await db.WorkflowSteps
                .Where(step => step.InstanceId == instance.Id && step.Id != solvedStepId && step.Incident != null)
                .Where(step => step.Status == StepStatus.Open || step.Status == StepStatus.Failed)
                .Select(step => step.Incident)
                .FirstOrDefaultAsync(cancellation);
        }
    }
}
