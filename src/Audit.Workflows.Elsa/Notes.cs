using Audit.Data.Database;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Elsa;

/// <summary>What the adapter must remember in our transaction, kept as facts of the process under names of its own.</summary>
internal static class Notes
{
    /// <summary>The outbox: what Elsa's store has yet to be told; empty when it is up to date.</summary>
    private const string Outbox = "elsa.outbox";

    public static Task SetAsync(ProcessRun run, string taskKey, string name, string value, CancellationToken cancellation) =>
        StateFacts.SetAsync(run.Db, (run.Instance.Id, taskKey), name, value, cancellation);

    /// <summary>One entry is enough: a process moves on only after the previous entry was delivered.</summary>
    public static Task PostAsync(ProcessRun run, Resumption resumption, CancellationToken cancellation) =>
        SetAsync(run, string.Empty, Outbox, resumption.ToString(), cancellation);

    public static Task EmptyAsync(ProcessRun run, CancellationToken cancellation) =>
        SetAsync(run, string.Empty, Outbox, string.Empty, cancellation);

    public static async Task<Resumption?> PostedAsync(ProcessRun run, CancellationToken cancellation) =>
        await run.Db.WorkflowFacts.FindAsync([run.Instance.Id, string.Empty, Outbox], cancellation) is { Value.Length: > 0 } row
            ? Resumption.Parse(row.Value)
            : null;

    /// <summary>Processes of which Elsa's store lags behind ours.</summary>
    public static Task<List<Guid>> LaggingAsync(AuditContext db, CancellationToken cancellation) =>
        db.WorkflowFacts.Where(fact => fact.Name == Outbox && fact.Value != "").Select(fact => fact.InstanceId).ToListAsync(cancellation);
}
