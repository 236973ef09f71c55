using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>Both databases know the same schema as the model.</summary>
public sealed class MigrationTests
{
    private const string FirstVersionRows =
        """
        INSERT INTO "Bodies" ("Id", "Name", "Identifier") VALUES ('00000000-0000-0000-0000-000000000001', 'Gemeente Één', NULL);
        INSERT INTO "PublishedContents" ("Id", "Kind", "ContentId", "ContentVersion", "Sha256", "Json") VALUES ('00000000-0000-0000-0000-000000000002', 'instrument', 'proef', '1', '0', '{{}}');
        INSERT INTO "Assessments" ("Id", "BodyId", "Name", "InstrumentId", "ProfileId", "MeasuresId", "TargetClass", "Status", "CreatedUtc", "Version")
        VALUES ('00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000001', 'Onderzoek', '00000000-0000-0000-0000-000000000002', '00000000-0000-0000-0000-000000000002',
            '00000000-0000-0000-0000-000000000002', 1, 0, '2026-01-02 03:04:05', '00000000-0000-0000-0000-000000000004');
        INSERT INTO "Answers" ("Id", "AssessmentId", "TaskKey", "QuestionId", "Value", "Source", "By", "At", "Revision", "Version")
        VALUES ('00000000-0000-0000-0000-000000000005', '00000000-0000-0000-0000-000000000003', 't1', 'D1', 'partly', 'een bron', 'team', '2026-01-02', 1, '00000000-0000-0000-0000-000000000006');
        """;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=none.db")]
    [InlineData(DatabaseProvider.SqlServer, "Server=none")]
    public void Model_EitherDatabase_HasNoPendingChanges(DatabaseProvider provider, string connection)
    {
        using var context = new AuditContext(AuditDatabase.OptionsFor(new(provider, connection)), BodyScope.AllBodies);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    /// <summary>eng/publish compiles the model, and what it compiles can only name public types.</summary>
    [Fact]
    public void Model_EveryConverter_CanBeNamedByACompiledModel()
    {
        using var context = new AuditContext(AuditDatabase.OptionsFor(new(DatabaseProvider.Sqlite, "Data Source=:memory:")), BodyScope.AllBodies);

        var converters = context.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()).Select(property => property.GetValueConverter()?.GetType()).OfType<Type>().Distinct().ToList();

        Assert.Contains(typeof(PasskeyConverter), converters);
        Assert.All(converters, type => Assert.True(type is { IsPublic: true, IsGenericType: false }, type.Name));
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

    [Fact]
    public async Task Migrate_FileOfTheFirstVersionWithData_KeepsEverythingAndFillsWhatIsNew()
    {
        await using var test = new TestDatabase();
        Assert.SkipWhen(TestDatabase.Server is not null, "The old rows are written in the SQL of SQLite.");
        await using (var old = new AuditContext(AuditDatabase.OptionsFor(test.Settings), BodyScope.AllBodies))
        {
            await old.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
            await old.Database.ExecuteSqlRawAsync(FirstVersionRows, TestContext.Current.CancellationToken);
        }

        using var database = await test.MigratedAsync();
        await using var db = database.Read();
        var body = await db.Bodies.SingleAsync(TestContext.Current.CancellationToken);
        var answer = await db.Answers.SingleAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("Gemeente Één", "GEMEENTE ÉÉN"), (body.Name, body.NormalizedName));
        Assert.Equal(("D1", "partly", "een bron", body.Id), (answer.QuestionId, answer.Value, answer.PublicSource, answer.BodyId));
        Assert.Equal(new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), (await db.Assessments.SingleAsync(TestContext.Current.CancellationToken)).CreatedUtc);
    }

    [Fact]
    public async Task Migrate_AfterAMigrationThatWasKilled_GoesOn()
    {
        await using var test = new TestDatabase();
        Assert.SkipWhen(TestDatabase.Server is not null, "The left-over lock is one of SQLite.");
        await using (var killed = new AuditContext(AuditDatabase.OptionsFor(test.Settings), BodyScope.AllBodies))
        {
            await killed.GetService<IMigrator>().MigrateAsync("Initial", TestContext.Current.CancellationToken);
            await killed.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-01-01')""", TestContext.Current.CancellationToken);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var database = new AuditDatabase(test.Settings);
        await database.MigrateAsync(limit.Token);
        await using var db = database.Read();

        Assert.Empty(await db.Bodies.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Migrate_FourAtTheSameTime_AllSucceed()
    {
        await using var test = new TestDatabase();

        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(test.MigratedAsync)));

        await using var db = databases[0].Read();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Array.ForEach(databases, database => database.Dispose());
    }

    private static IEnumerable<string> NamesOf(DatabaseProvider provider, string connection)
    {
        using var context = new AuditContext(AuditDatabase.OptionsFor(new(provider, connection)), BodyScope.AllBodies);
        return [.. context.GetService<IMigrationsAssembly>().Migrations.Keys.Select(name => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..])];
    }
}
