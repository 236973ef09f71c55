using Audit.Data.Database;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Engine;

/// <summary>An activity that runs by itself; the host supplies one per type.</summary>
/// <remarks>It works in the transaction of the step that led to it. Whatever it throws undoes that step entirely.</remarks>
public interface IAutomaticActivity
{
    /// <summary>Type in the definition, such as "Audit.ScoreTasks".</summary>
    string Type { get; }

    Task RunAsync(ActivityContext context, CancellationToken cancellation);
}

/// <summary>What the host does when a process reaches a moment; in the same transaction.</summary>
public interface IProcessEvents
{
    /// <summary>A deadline comes near or has passed.</summary>
    /// <param name="context">The step and its process.</param>
    /// <param name="step">The step that waits.</param>
    /// <param name="kind">Reminder, deadline or overdue.</param>
    Task DeadlineAsync(ActivityContext context, WorkflowStepRow step, TimerKind kind);

    /// <summary>No step of the process waits for a person any more: it has ended or only waits for a moment.</summary>
    Task NobodyWaitsAsync(AuditContext db, WorkflowInstanceRow instance, WorkflowDefinition definition);
}

/// <summary>What an automatic activity may see and set.</summary>
public sealed class ActivityContext
{
    private readonly Dictionary<string, string> facts = [];

    /// <summary>The open transaction; the engine saves after the activity.</summary>
    public required AuditContext Db { get; init; }

    public required Guid AssessmentId { get; init; }

    public required Guid InstanceId { get; init; }

    /// <summary>Key of the branch's task, or empty outside a branch.</summary>
    public required string TaskKey { get; init; }

    /// <summary>The activity in the definition, with its literal inputs.</summary>
    public required ActivityNode Activity { get; init; }

    public required DateTime NowUtc { get; init; }

    /// <summary>Who submitted the step that led here; null when a moment did.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Facts set so far in this run of the activity.</summary>
    public IReadOnlyDictionary<string, string> Facts => facts;

    /// <summary>Stores a fact for later decisions; inside a branch it holds for that branch.</summary>
    /// <param name="name">Name without the prefix "fact.".</param>
    /// <param name="value">Its value; a decision takes "true" as true.</param>
    public void SetFact(string name, string value) => facts[name] = value;
}
