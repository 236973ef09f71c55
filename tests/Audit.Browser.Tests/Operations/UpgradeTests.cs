using Audit.Data.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Audit.Browser.Tests.Operations;

/// <summary>What docs/operations.md says about a new version and the way back, done with the database of an earlier version.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-upgrade-");

    private string File => Path.Combine(folder.FullName, "audit.db");

    private DatabaseSettings Database => new(DatabaseProvider.Sqlite, $"Data Source={File};Pooling=False");

    [Fact]
    public async Task New_version_upgrades_and_the_backup_leads_back()
    {
        var before = await MakeEarlierAsync();
        var backup = Path.Combine(folder.FullName, "kopie.db");
        SqliteBackup.Write(Database.Connection, backup, overwrite: false);

        using (var server = new ServerProcess(new Dictionary<string, string> { ["Database__Connection"] = Database.Connection }))
        {
            await server.Start().ReadyAsync();
            Assert.Equal(0, server.Terminate());
        }

        Assert.Empty(await MigrationsAsync(pending: true));
        Assert.Contains("Gemeente Vroeger", await BodiesAsync());

        foreach (var ending in new[] { string.Empty, "-wal", "-shm" })
        {
            System.IO.File.Delete(File + ending);
        }

        System.IO.File.Copy(backup, File);
        Assert.Equal(before, await MigrationsAsync(pending: false));
        using var open = new SqliteConnection(Database.Connection);
        open.Open();
        Assert.Null(SqliteFile.DamageIn(open));
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A database as the version before the last migration left it; its migrations.</summary>
    private async Task<List<string>> MakeEarlierAsync()
    {
        await using var db = new AuditContext(AuditDatabase.OptionsFor(Database), BodyScope.AllBodies);
        var known = db.Database.GetMigrations().ToList();
        await db.GetService<IMigrator>().MigrateAsync(known[^2]);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"INSERT INTO Bodies (Id, Name, NormalizedName) VALUES ('{Guid.NewGuid().ToString().ToUpperInvariant()}', 'Gemeente Vroeger', 'GEMEENTE VROEGER')";
        await db.Database.OpenConnectionAsync();
        await command.ExecuteNonQueryAsync();
        return known[..^1];
    }

    private async Task<List<string>> MigrationsAsync(bool pending)
    {
        await using var db = new AuditContext(AuditDatabase.OptionsFor(Database), BodyScope.AllBodies);
        return [.. pending ? await db.Database.GetPendingMigrationsAsync() : await db.Database.GetAppliedMigrationsAsync()];
    }

    private async Task<List<string>> BodiesAsync()
    {
        await using var db = new AuditContext(AuditDatabase.OptionsFor(Database), BodyScope.AllBodies);
        return await db.Bodies.Select(row => row.Name).ToListAsync();
    }
}
