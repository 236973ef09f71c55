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

    /// <summary>The rows of one case among others, all of the same moment, while others write.</summary>
    public static async Task<CaseRows> ReadAsync(string connection, Guid caseId)
    {
        await using var open = new SqliteConnection(connection);
        await open.OpenAsync();
        var integrity = IntegrityOf(open);
        await using var db = new AuditContext(new DbContextOptionsBuilder<AuditContext>().UseSqlite(open).Options, BodyScope.AllBodies);
        await using var moment = open.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment);
        var instances = await db.WorkflowInstances.Where(row => row.AssessmentId == caseId).ToListAsync();
        var ids = instances.Select(row => row.Id).ToList();
        return new()
        {
            Integrity = integrity,
            Instances = instances,
            Steps = await db.WorkflowSteps.Where(row => ids.Contains(row.InstanceId)).ToListAsync(),
            Timers = await db.WorkflowTimers.Where(row => db.WorkflowSteps.Any(step => step.Id == row.StepId && ids.Contains(step.InstanceId))).ToListAsync(),
            Branches = await db.WorkflowBranches.Where(row => ids.Contains(row.InstanceId)).ToListAsync(),
            Facts = await db.WorkflowFacts.Where(row => ids.Contains(row.InstanceId)).ToListAsync(),
            Trail = await db.Trail.Where(row => row.AssessmentId == caseId).OrderBy(row => row.Id).ToListAsync(),
            TaskKeys = await db.PublicTasks.Where(row => row.AssessmentId == caseId).Select(task => task.Key).ToListAsync(),
        };
    }

    private static string IntegrityOf(string connection)
    {
        using var open = new SqliteConnection(connection);
        open.Open();
        return IntegrityOf(open);
    }

    private static string IntegrityOf(SqliteConnection open)
    {
        using var command = open.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        return (string)command.ExecuteScalar()!;
    }
}
