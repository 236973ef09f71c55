using System.Data.Common;
using Audit.Data.Database;
using Audit.Data.Database.Copy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>An installation moves to another database without losing or changing a row.</summary>
public sealed class DatabaseCopyTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Theory]
    [InlineData(500)]
    [InlineData(7)]
    public async Task Run_DemoData_IsEqualAfterwards(int batch)
    {
        using var source = DemoDatabase.Open(demo.Path);
        using var target = DemoDatabase.Open(demo.NewFile());
        var copy = new DatabaseCopy(source, target) { BatchSize = batch };

        await copy.RunAsync();

        var tables = await copy.CompareAsync().ToListAsync();
        Assert.All(tables, table => Assert.True(table.AreEqual, table.ToString()));
        await using var db = source.Read();
        Assert.Equal(db.Model.GetEntityTypes().Select(entity => entity.GetTableName()).Order(), tables.Select(table => table.Name).Order());
        Assert.Equal(await db.Trail.CountAsync(), tables.Single(table => table.Name == "Trail").Target.Rows);
        Assert.True(tables.Count(table => table.Target.Rows > 0) > 15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(30)]
    public async Task Run_BrokenOffAndRepeated_IsEqualAfterwards(int batches)
    {
        using var source = DemoDatabase.Open(demo.Path);
        var file = demo.NewFile();
        using (var target = DemoDatabase.Open(file))
        {
            await target.MigrateAsync();
        }

        using (var breaking = DemoDatabase.Open(file, new PowerCut(batches)))
        {
            var broken = new DatabaseCopy(source, breaking) { BatchSize = 10 };
            await Assert.ThrowsAsync<OperationCanceledException>(() => broken.RunAsync());
            Assert.Contains(await broken.CompareAsync().ToListAsync(), table => !table.AreEqual);
        }

        using var mended = DemoDatabase.Open(file);
        var resumed = new DatabaseCopy(source, mended) { BatchSize = 7 };
        await resumed.RunAsync();

        Assert.All(await resumed.CompareAsync().ToListAsync(), table => Assert.True(table.AreEqual, table.ToString()));
    }

    [Fact]
    public async Task Run_TrailWithGaps_KeepsItsOrder()
    {
        var file = demo.NewCopy();
        using var source = DemoDatabase.Open(file);
        await source.WriteAsync(db => db.Database.ExecuteSqlAsync($"""DELETE FROM "Trail" WHERE "Id" IN (4, 5, 6, 7, 8)"""));
        using var target = DemoDatabase.Open(demo.NewFile());

        await new DatabaseCopy(source, target).RunAsync();

        Assert.Equal(await EventsAsync(source), await EventsAsync(target));
    }

    [Fact]
    public async Task Compare_OneValueChanged_NamesTheTableOnly()
    {
        using var source = DemoDatabase.Open(demo.Path);
        using var target = DemoDatabase.Open(demo.NewCopy());
        await target.WriteAsync(async db => (await db.Answers.OrderBy(row => row.Id).FirstAsync()).Motivation += ".");

        Assert.Equal(["Answers"], await DifferencesAsync(new DatabaseCopy(source, target)));
    }

    [Fact]
    public async Task Compare_TwoTrailRowsExchanged_IsFound()
    {
        using var source = DemoDatabase.Open(demo.Path);
        using var target = DemoDatabase.Open(demo.NewCopy());
        await target.WriteAsync(async db =>
        {
            var rows = await db.Trail.AsNoTracking().OrderBy(row => row.Id).Take(2).ToListAsync();
            Assert.NotEqual((rows[0].Subject, rows[0].Event), (rows[1].Subject, rows[1].Event));
            await db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Subject" = {rows[1].Subject}, "Event" = {rows[1].Event} WHERE "Id" = {rows[0].Id}""");
            await db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Subject" = {rows[0].Subject}, "Event" = {rows[0].Event} WHERE "Id" = {rows[1].Id}""");
        });

        Assert.Equal(["Trail"], await DifferencesAsync(new DatabaseCopy(source, target)));
    }

    [Fact]
    public async Task Run_TargetWithOtherData_IsRefusedAndUnchanged()
    {
        using var source = DemoDatabase.Open(demo.Path);
        using var target = DemoDatabase.Open(demo.NewFile());
        await target.MigrateAsync();
        await target.WriteAsync(db =>
        {
            db.Bodies.Add(new BodyRow { Id = Guid.NewGuid(), Name = "Andere organisatie" });
            return Task.CompletedTask;
        });

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => new DatabaseCopy(source, target).RunAsync());

        Assert.Contains("Bodies", refusal.Message, StringComparison.Ordinal);
        await using var db = target.Read();
        Assert.Equal((1, 0), (await db.Bodies.CountAsync(), await db.PublishedContents.CountAsync()));
    }

    [Fact]
    public async Task Run_SameFileByAnotherName_IsRefused()
    {
        using var source = DemoDatabase.Open(demo.Path);
        using var target = new AuditDatabase(new(DatabaseProvider.Sqlite, $"Data Source={Path.GetRelativePath(Environment.CurrentDirectory, demo.Path)};Default Timeout=5"));

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => new DatabaseCopy(source, target).RunAsync());

        Assert.Contains("dezelfde database", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SourceOfAnEarlierVersion_SaysToMigrate()
    {
        var old = demo.NewFile();
        await using (var file = new SqliteConnection(DemoDatabase.ConnectionTo(old)))
        {
            await file.OpenAsync();
        }

        using var source = DemoDatabase.Open(old);
        using var target = DemoDatabase.Open(demo.NewFile());

        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => new DatabaseCopy(source, target).RunAsync());

        Assert.Contains("audit migrate", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> DifferencesAsync(DatabaseCopy copy) =>
        await copy.CompareAsync().Where(table => !table.AreEqual).Select(table => table.Name).ToListAsync();

    private static async Task<List<string>> EventsAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        return await db.Trail.OrderBy(row => row.Id).Select(row => $"{row.AtUtc} {row.Event} {row.Subject} {row.After}").ToListAsync();
    }

    /// <summary>Lets some commits through and breaks off the next one.</summary>
    private sealed class PowerCut(int commits) : DbTransactionInterceptor
    {
        private int left = commits;

        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            left-- > 0 ? ValueTask.FromResult(result) : throw new OperationCanceledException();
    }
}
