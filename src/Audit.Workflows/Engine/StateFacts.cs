using Audit.Data.Database;

namespace Audit.Workflows.Engine;

/// <summary>Stores facts for later decisions of a process.</summary>
public static class StateFacts
{
    /// <summary>Stores a fact; the caller saves.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="place">The process, and the task of the branch or empty.</param>
    /// <param name="name">Name without the prefix "fact.".</param>
    /// <param name="value">Its value; a decision takes "true" as true.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task SetAsync(
        AuditContext db, (Guid InstanceId, string TaskKey) place, string name, string value, CancellationToken cancellation = default)
    {
        var row = await db.WorkflowFacts.FindAsync([place.InstanceId, place.TaskKey, name], cancellation);
        if (row is null)
        {
            db.WorkflowFacts.Add(new() { InstanceId = place.InstanceId, TaskKey = place.TaskKey, Name = name, Value = value });
        }
        else
        {
            row.Value = value;
        }
    }
}
