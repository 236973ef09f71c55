using System.Globalization;
using Audit.Data.Database;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Audit.Integration.Tests.Database;

/// <summary>A database of its own for one test: a SQLite file, or a database on the server that AUDIT_TEST_SQLSERVER names; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("audit-test-").FullName;

    public TestDatabase() => Settings = Server is null
        ? new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder, "audit.db")}")
        : new(DatabaseProvider.SqlServer, new SqlConnectionStringBuilder(Server) { InitialCatalog = $"audit_test_{Guid.NewGuid():N}" }.ConnectionString)
        {
            MaxBatchSize = Environment.GetEnvironmentVariable("AUDIT_TEST_BATCH") is { } most ? int.Parse(most, CultureInfo.InvariantCulture) : null,
        };

    /// <summary>Connection string of a live SQL Server; null when the tests run on SQLite.</summary>
    public static string? Server { get; } = Environment.GetEnvironmentVariable("AUDIT_TEST_SQLSERVER");

    public DatabaseSettings Settings { get; }

    /// <summary>The database with the newest schema.</summary>
    public async Task<AuditDatabase> MigratedAsync()
    {
        var database = new AuditDatabase(Settings);
        await database.MigrateAsync();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await using var context = new AuditContext(AuditDatabase.OptionsFor(Settings), BodyScope.AllBodies);
            await context.Database.EnsureDeletedAsync();
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
