using Audit.Data.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>What may be relied on once a database file is taken into use.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("audit-file-").FullName;

    private string Connection => $"Data Source={Path.Combine(folder, "audit.db")}";

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Migrate_FileInAnotherJournalMode_IsInWalAfterwards()
    {
        Assert.Equal("delete", Ask("PRAGMA journal_mode = DELETE"));

        await MigrateAsync(Connection);

        Assert.Equal("wal", Ask("PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";Foreign Keys=False")]
    [InlineData(";Foreign Keys=True")]
    public async Task Write_WhateverTheConnectionSays_ForeignKeysAreKept(string setting)
    {
        using var database = await MigrateAsync(Connection + setting);

        await Assert.ThrowsAsync<DbUpdateException>(() => database.WriteAsync(db =>
        {
            db.BodyRoles.Add(new BodyRoleRow { BodyId = Guid.NewGuid(), UserId = Guid.NewGuid(), Role = Roles.Coach });
            return Task.CompletedTask;
        }));
    }

    [Fact]
    public void Harden_ForeignKeysOff_IsRefused()
    {
        using var open = new SqliteConnection(Connection + ";Foreign Keys=False");
        open.Open();

        var refusal = Assert.Throws<DatabaseRefusedException>(() => SqliteFile.Harden(open));

        Assert.Contains("verwijzingen", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Harden_DatabaseThatCannotHaveWal_IsRefused()
    {
        using var open = new SqliteConnection("Data Source=:memory:");
        open.Open();

        var refusal = Assert.Throws<DatabaseRefusedException>(() => SqliteFile.Harden(open));

        Assert.Contains("WAL", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_FileThatIsNoDatabase_SaysSo()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "audit.db"), new string('x', 5000));

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => MigrateAsync(Connection));

        Assert.Contains("geen SQLite-database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_NewerDatabase_IsRefusedAndUnchanged()
    {
        Ask("CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL)");
        Ask("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')");

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => MigrateAsync(Connection));

        Assert.Contains("29990101000000_Later", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("1", Ask("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"));
    }

    private static async Task<AuditDatabase> MigrateAsync(string connection)
    {
        var database = new AuditDatabase(new(DatabaseProvider.Sqlite, connection));
        await database.MigrateAsync();
        return database;
    }

    private string? Ask(string statement)
    {
        using var open = new SqliteConnection(Connection + ";Pooling=False");
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteScalar()?.ToString();
    }
}
