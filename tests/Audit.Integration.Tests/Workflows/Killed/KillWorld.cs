using Audit.Data.Database;
using Audit.WorkflowWorker;
using Audit.Workflows.Engine;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>A database file with one case that has not begun, copied for every walk. Always SQLite: a server does not die with its client.</summary>
internal sealed class KillWorld : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("audit-killed-").FullName;
    private readonly WorkOrder first;
    private int copies;

    private KillWorld(KillScenario scenario) => first = new()
    {
        Connection = ConnectionTo(Path.Combine(folder, "template.db")),
        Log = string.Empty,
        DefinitionId = scenario.DefinitionId,
        AssessmentId = Guid.NewGuid(),
        BodyId = Guid.NewGuid(),
        UserId = Guid.NewGuid(),
        StartUtc = WorkflowWorld.Start,
        UntilUtc = DateTime.MaxValue,
        SendBack = scenario.SendBack,
    };

    public string DefinitionId => first.DefinitionId;

    public static async Task<KillWorld> CreateAsync(KillScenario scenario, int tasks)
    {
        var world = new KillWorld(scenario);
        var definitions = Directory.CreateDirectory(Path.Combine(world.folder, "workflows")).FullName;
        await File.WriteAllTextAsync(Path.Combine(definitions, $"{scenario.DefinitionId}.json"), scenario.Json);
        using var database = new AuditDatabase(new(DatabaseProvider.Sqlite, world.first.Connection));
        await database.MigrateAsync();
        await database.WriteAsync(db =>
        {
            AddCase(db, world.first, tasks);
            return Task.CompletedTask;
        });
        Assert.Empty(await new WorkflowRunner(database, new EmbeddedEngine([])).ReloadDefinitionsAsync(definitions, WorkflowWorld.Start));
        Release(world.first);
        return world;
    }

    /// <summary>A worker for a copy of the case in a file of its own.</summary>
    public WorkOrder NewCase()
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, $"{Interlocked.Increment(ref copies)}")).FullName;
        var file = Path.Combine(copy, "audit.db");
        File.Copy(Path.Combine(folder, "template.db"), file);
        return first with { Connection = ConnectionTo(file), Log = Path.Combine(copy, "first.log") };
    }

    /// <summary>Works in this process, as another node does.</summary>
    public static async Task<T> InsideAsync<T>(WorkOrder order, KillSwitch killSwitch, Func<CaseWalker, Task<T>> work)
    {
        using var database = new AuditDatabase(new(DatabaseProvider.Sqlite, order.Connection), killSwitch);
        using var log = new WorkLog(order.Log);
        try
        {
            return await work(new(order, database, log, killSwitch));
        }
        finally
        {
            Release(order);
        }
    }

    public static Task WalkAsync(WorkOrder order) => InsideAsync(order, new(), async walker =>
    {
        await walker.WalkAsync();
        return true;
    });

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string ConnectionTo(string file) => $"Data Source={file}";

    /// <summary>Closes the connections that are kept for later: a copy needs a file without a log beside it.</summary>
    private static void Release(WorkOrder order)
    {
        using var connection = new SqliteConnection(order.Connection);
        SqliteConnection.ClearPool(connection);
    }

    private static void AddCase(AuditContext db, WorkOrder order, int tasks)
    {
        var content = Guid.NewGuid();
        db.Bodies.Add(new() { Id = order.BodyId, Name = "Gemeente Voorbeeld" });
        db.Users.Add(new() { Id = order.UserId, BodyId = order.BodyId, UserName = "eerste", DisplayName = "eerste" });
        db.PublishedContents.Add(new() { Id = content, Kind = "instrument", ContentId = "proef", ContentVersion = "1", Sha256 = "", Json = "{}" });
        db.Assessments.Add(new() { Id = order.AssessmentId, BodyId = order.BodyId, Name = "Onderzoek", CreatedUtc = order.StartUtc, InstrumentId = content, ProfileId = content, MeasuresId = content });
        db.PublicTasks.AddRange(Enumerable.Range(1, tasks).Select(i =>
            new PublicTaskRow { Id = Guid.NewGuid(), AssessmentId = order.AssessmentId, Key = $"t{i}", Name = $"Taak {i}", Position = i }));
    }
}
