using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Audit.Workflows.Seed;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>A database file with the demo data and a folder for what tests put beside it; tests do not change it.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("audit-database-").FullName;

    /// <summary>The file with the demo data.</summary>
    public string Path => InFolder("demo.db");

    public string Connection => ConnectionTo(Path);

    public static string ConnectionTo(string path) => $"Data Source={path}";

    public static AuditDatabase Open(string path, params IInterceptor[] interceptors) => new(new(DatabaseProvider.Sqlite, ConnectionTo(path)), interceptors);

    public async ValueTask InitializeAsync()
    {
        using var database = Open(Path);
        await database.MigrateAsync();
        var contents = new ContentStore();
        var templates = new TemplateFolder(RepositoryFiles.Root);
        var runner = new WorkflowRunner(database, new EmbeddedEngine(UnattendedRun.ActivitiesOfHost(contents), new CaseEvents()));
        await runner.ReloadDefinitionsAsync(templates.Workflows, DateTime.UtcNow);
        await new DemoSeed(database, runner, contents, templates).SeedAsync(DateTime.UtcNow);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A file of its own for a test.</summary>
    public string NewFile() => InFolder($"{Guid.NewGuid():N}.db");

    /// <summary>A copy of the demo data that a test may change.</summary>
    public string NewCopy()
    {
        var path = NewFile();
        SqliteBackup.Write(Connection, path, overwrite: false);
        return path;
    }

    private string InFolder(string name) => System.IO.Path.Combine(folder, name);
}
