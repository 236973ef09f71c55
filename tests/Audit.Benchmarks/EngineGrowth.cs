using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.Data.Sqlite;

namespace Audit.Benchmarks;

/// <summary>What 10,000 short cases leave behind in the file and in memory: one step each, two trail records.</summary>
internal static class EngineGrowth
{
    private const int Cases = 10_000;
    private const int Every = 2_500;

    private const string OneStep = """
        { "definitionId": "kort", "version": 1, "name": "Kort", "root": { "id": "main", "type": "Elsa.Flowchart", "start": "only", "connections": [], "activities": [
          { "id": "only", "type": "Audit.WorkSession",
            "stepKey": { "typeName": "String", "expression": { "type": "Literal", "value": "only" } },
            "role": { "typeName": "String", "expression": { "type": "Literal", "value": "coach" } },
            "dueDays": { "typeName": "Int32", "expression": { "type": "Literal", "value": 14 } },
            "escalateTo": { "typeName": "String", "expression": { "type": "Literal", "value": "sponsor" } } } ] } }
        """;

    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("audit-benchmark-");
        var file = Path.Combine(folder.FullName, "audit.db");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "kort.json"), OneStep);
        using (var database = new AuditDatabase(new(DatabaseProvider.Sqlite, $"Data Source={file}")))
        {
            await database.MigrateAsync();
            var runner = new WorkflowRunner(database, new EmbeddedEngine([new EmptyCases.Idle(ActivityNames.Notify)]));
            await runner.ReloadDefinitionsAsync(folder.FullName, Now);
            var content = await EmptyCases.AddContentAsync(database);
            var before = BytesIn(file);
            for (var done = 0; done < Cases; done++)
            {
                await RunCaseAsync(database, runner, content);
                if ((done + 1) % Every == 0)
                {
                    GC.Collect();
                    Console.WriteLine($"after {done + 1} cases: {(BytesIn(file) - before) / (done + 1.0) / 1024:0.00} KB of file per case, {GC.GetTotalMemory(forceFullCollection: true) / 1024.0 / 1024:0.0} MB managed, {Environment.WorkingSet / 1024 / 1024} MB working set");
                }
            }
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task RunCaseAsync(AuditDatabase database, WorkflowRunner runner, EmptyCases.Content content)
    {
        var id = await EmptyCases.AddAsync(database, content, tasks: 0);
        await runner.StartAsync(new("kort", id, null), Now, db => Record(db, content, id, "case.started"));
        var step = (await runner.OpenStepsAsync(id)).Single();
        var result = await runner.SubmitAsync(
            new(step.StepId, Outcomes.Done, Guid.CreateVersion7(), Guid.CreateVersion7()), Now, db => Record(db, content, id, "step.done"));
        _ = result.IsTaken ? result : throw new InvalidOperationException(result.Reason);
    }

    private static Task<string?> Record(AuditContext db, EmptyCases.Content content, Guid id, string happened)
    {
        db.Trail.Add(new() { BodyId = content.BodyId, AssessmentId = id, AtUtc = Now, Event = happened, Subject = "case", After = "Onderzoek" });
        return Task.FromResult<string?>(null);
    }

    /// <summary>Pages in use, also those that are still in the log of the file.</summary>
    private static long BytesIn(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        return Number(connection, "PRAGMA page_size") * (Number(connection, "PRAGMA page_count") - Number(connection, "PRAGMA freelist_count"));
    }

    private static long Number(SqliteConnection connection, string pragma)
    {
        using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return (long)command.ExecuteScalar()!;
    }
}
