using Audit.Data.Database;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Engine;

/// <summary>One process in one transaction: what its activities need to know.</summary>
internal sealed record ProcessRun(AuditContext Db, WorkflowInstanceRow Instance, WorkflowDefinition Definition)
{
    public required DateTime NowUtc { get; init; }

    /// <summary>Null when a moment moves the process.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Chooses the id of a step that opens.</summary>
    public Func<ActivityNode, string, Guid> NewStepId { get; init; } = (_, _) => Guid.CreateVersion7();
}
