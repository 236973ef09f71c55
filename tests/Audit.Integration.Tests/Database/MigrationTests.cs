using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>Both databases know the same schema as the model.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=none.db")]
    [InlineData(DatabaseProvider.SqlServer, "Server=none")]
    public void Model_EitherDatabase_HasNoPendingChanges(DatabaseProvider provider, string connection)
    {
        using var context = new AuditContext(AuditDatabase.OptionsFor(new(provider, connection)));

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public void Migrations_BothDatabases_HaveTheSameNames() =>
        Assert.Equal(NamesOf(DatabaseProvider.Sqlite, "Data Source=none.db"), NamesOf(DatabaseProvider.SqlServer, "Server=none"));

    [Fact]
    public async Task Migrate_EmptyFile_GivesADatabaseThatTakesWrites()
    {
        var path = Path.Combine(Path.GetTempPath(), $"audit-{Guid.NewGuid():N}.db");
        try
        {
            using var database = new AuditDatabase(new(DatabaseProvider.Sqlite, $"Data Source={path}"));
            await database.MigrateAsync(TestContext.Current.CancellationToken);
            await database.WriteAsync(
                async db =>
                {
                    db.Bodies.Add(new BodyRow { Id = Guid.NewGuid(), Name = "Dienst" });
                    await db.SaveChangesAsync();
                },
                TestContext.Current.CancellationToken);
            await using var reading = database.Read();

            Assert.Equal("Dienst", (await reading.Bodies.SingleAsync(TestContext.Current.CancellationToken)).Name);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            File.Delete(path);
        }
    }

    private static IEnumerable<string> NamesOf(DatabaseProvider provider, string connection)
    {
        using var context = new AuditContext(AuditDatabase.OptionsFor(new(provider, connection)));
        return [.. context.GetService<IMigrationsAssembly>().Migrations.Keys.Select(name => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..])];
    }
}
