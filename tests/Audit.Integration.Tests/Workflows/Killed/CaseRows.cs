using Audit.Data.Database;
using Audit.WorkflowWorker;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>Everything that a database file says about its one case.</summary>
internal sealed record CaseRows
{
    /// <summary>Answer of SQLite to <c>PRAGMA integrity_check</c>.</summary>
    public required string Integrity { get; init; }

    public required IReadOnlyList<WorkflowInstanceRow> Instances { get; init; }

    public required IReadOnlyList<WorkflowStepRow> Steps { get; init; }

    public required IReadOnlyList<WorkflowTimerRow> Timers { get; init; }

    public required IReadOnlyList<WorkflowBranchRow> Branches { get; init; }

    public required IReadOnlyList<WorkflowFactRow> Facts { get; init; }

    /// <summary>In the order written.</summary>
    public required IReadOnlyList<TrailRow> Trail { get; init; }

    public required IReadOnlyList<string> TaskKeys { get; init; }

    public static async Task<CaseRows> ReadAsync(WorkOrder order)
    {
        var connection = $"{order.Connection};Pooling=False";
        await using var db = new AuditContext(AuditDatabase.OptionsFor(new(DatabaseProvider.Sqlite, connection)), BodyScope.AllBodies);
        return new()
        {
            Integrity = IntegrityOf(connection),
            Instances = await db.WorkflowInstances.ToListAsync(),
            Steps = await db.WorkflowSteps.ToListAsync(),
            Timers = await db.WorkflowTimers.ToListAsync(),
            Branches = await db.WorkflowBranches.ToListAsync(),
            Facts = await db.WorkflowFacts.ToListAsync(),
            Trail = await db.Trail.OrderBy(row => row.Id).ToListAsync(),
            TaskKeys = await db.PublicTasks.Select(task => task.Key).ToListAsync(),
        };
    }

    private static string IntegrityOf(string connection)
    {
        using var open = new SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
