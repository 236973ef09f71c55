using System.Data.Common;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace Audit.Integration.Tests.Chain;

/// <summary>The chain goes on whatever happens around a save, and takes no change back.</summary>
public sealed class TrailWritingTests : IAsyncLifetime
{
    private readonly ChainWorld world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Write_ManyNodesAtOnce_MakesOneChain()
    {
        using var database = await world.WithAsync(0);
        var nodes = Enumerable.Range(0, 3).Select(_ => world.Open()).ToList();

        await Task.WhenAll(nodes.SelectMany((node, index) => Enumerable.Range(0, 15).Select(number => Task.Run(() => ChainWorld.AddAsync(node, (index * 100) + number)))));

        nodes.ForEach(node => node.Dispose());
        await using var db = database.Read();
        Assert.Equal(Enumerable.Range(1, 45).Select(number => (long?)number), await db.Trail.OrderBy(row => row.Sequence).Select(row => row.Sequence).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Write_TwoContextsThatReadTheSameHead_TheLoserIsRefusedAndCanDecideAgain()
    {
        using var database = await world.WithAsync(2);
        await using var one = new AuditContext(AuditDatabase.OptionsFor(world.Settings), BodyScope.AllBodies);
        await using var other = new AuditContext(AuditDatabase.OptionsFor(world.Settings), BodyScope.AllBodies);
        await one.TrailHeads.SingleAsync(TestContext.Current.CancellationToken);
        await other.TrailHeads.SingleAsync(TestContext.Current.CancellationToken);
        one.Trail.Add(ChainWorld.Record(3));
        other.Trail.Add(ChainWorld.Record(4));
        await one.SaveChangesAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<DbUpdateException>(() => other.SaveChangesAsync(TestContext.Current.CancellationToken));

        await ChainWorld.AddAsync(database, 4);
        Assert.Empty(await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Write_CommitThatIsCutOff_LeavesNeitherRecordNorGap()
    {
        using var database = await world.WithAsync(2);
        using (var cut = new AuditDatabase(world.Settings, new PowerCut()))
        {
            await Assert.ThrowsAsync<OperationCanceledException>(() => ChainWorld.AddAsync(cut, 3));
        }

        await ChainWorld.AddAsync(database, 4);

        await using var db = database.Read();
        Assert.Equal(["t1/D1", "t1/D2", "t1/D4"], await db.Trail.OrderBy(row => row.Sequence).Select(row => row.Subject).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Write_SeveralSavesInOneTransaction_GoOnWhereTheLastEnded()
    {
        using var database = await world.WithAsync(0);

        await database.WriteAsync(
            async db =>
            {
                db.Trail.AddRange(ChainWorld.Record(1), ChainWorld.Record(2));
                await db.SaveChangesAsync();
                db.Trail.Add(ChainWorld.Record(3));
                await db.SaveChangesAsync();
                db.Trail.Add(new TrailRow { BodyId = TrailRow.Installation, AtUtc = DateTime.UtcNow, Event = "body.created", Subject = "b" });
            },
            TestContext.Current.CancellationToken);

        Assert.Equal([(TrailRow.Installation, 1L, true), (ChainWorld.Body, 3L, true)], (await new TrailVerifier(database, world.Keys).RunAsync(TestContext.Current.CancellationToken)).Select(verdict => (verdict.BodyId, verdict.Records, verdict.Verifies)));
    }

    [Fact]
    public async Task Write_TextsOfEveryKind_VerifyAsTheyComeBack()
    {
        using var database = await world.WithAsync(0);
        string[] texts = [string.Empty, " ", "é e\u0301", "😀", "a\u0000b", "\ud800", "regel\r\nregel", new('x', 100_000)];

        await database.WriteAsync(
            db =>
            {
                db.Trail.AddRange(texts.Select(text => new TrailRow { BodyId = ChainWorld.Body, AtUtc = DateTime.UtcNow, Event = "e", Subject = "s", After = text }));
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Empty(await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Write_ChangeOrDeletionOfASealedRecord_Throws()
    {
        using var database = await world.WithAsync(2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(async db => (await db.Trail.FirstAsync()).Subject = "anders"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(async db => (await db.Trail.FirstAsync()).After = "anders"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(async db => (await db.Trail.FirstAsync()).After = null));
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync(async db => db.Trail.Remove(await db.Trail.FirstAsync())));
        Assert.Empty(await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Write_AfterRotation_VerifiesWithBothKeysAndNotWithoutTheOld()
    {
        var (first, second) = (ChainWorld.NewKey(), ChainWorld.NewKey());
        (await world.WithAsync(0)).Dispose();
        using (var before = world.Open(TrailKeys.Parse(first)))
        {
            await ChainWorld.AddAsync(before, 1);
        }

        using var after = world.Open(TrailKeys.Parse(second, first));
        await ChainWorld.AddAsync(after, 2);

        Assert.Empty(await ChainWorld.FindingsAsync(after));
        Assert.Equal(TrailFault.UnknownKey, Assert.Single(await ChainWorld.FindingsAsync(after, TrailKeys.Parse(second))).Fault);
        await Assert.ThrowsAsync<DatabaseRefusedException>(() => ChainWorld.AddAsync(world.Open(TrailKeys.Demo), 3));
    }

    [Theory]
    [InlineData("")]
    [InlineData("geen base64!")]
    [InlineData("a29ydA==")]
    public void Keys_NotAKey_AreRefused(string text) => Assert.Throws<DatabaseRefusedException>(() => TrailKeys.Parse(text));

    [Fact]
    public async Task Migrate_TrailOfAnEarlierVersion_IsSealedOnceAndSaysSo()
    {
        await using (var old = new AuditContext(AuditDatabase.OptionsFor(world.Settings), BodyScope.AllBodies))
        {
            await old.GetService<IMigrator>().MigrateAsync("TeamAndJobs", TestContext.Current.CancellationToken);
        }

        world.Intrude($"""
            INSERT INTO "Bodies" ("Id", "Name", "NormalizedName") VALUES ('{ChainWorld.Body}', 'Dienst', 'DIENST');
            INSERT INTO "Trail" ("BodyId", "AtUtc", "Event", "Subject", "Before", "After", "Reason") VALUES
            ('{ChainWorld.Body.ToString().ToUpperInvariant()}', '2026-01-02 03:04:05.1234567', 'answer.saved', 't1/D1', 'was', 'is', 'omdat'),
            ('{ChainWorld.Body.ToString().ToUpperInvariant()}', '2026-01-02 03:04:06', 'case.shared', 'case', NULL, NULL, NULL)
            """);
        using (var keyless = new AuditDatabase(world.Settings with { TrailKeys = null }))
        {
            await keyless.MigrateAsync(TestContext.Current.CancellationToken);
            await Assert.ThrowsAsync<DatabaseRefusedException>(() => ChainWorld.AddAsync(keyless, 9));
        }

        using var database = world.Open();
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        await ChainWorld.AddAsync(database, 3);

        await using var db = database.Read();
        var rows = await db.Trail.OrderBy(row => row.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["answer.saved", "case.shared", "trail.sealed", "answer.saved"], rows.Select(row => row.Event));
        Assert.Equal(("was", "is", "omdat", "2"), (rows[0].Before, rows[0].After, rows[0].Reason, rows[2].After));
        Assert.Empty(await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Erase_WithARecordOfIt_StillVerifiesAndWithoutDoesNot()
    {
        using var database = await world.WithAsync(5);
        await EraseAsync(database, 2);
        Assert.Equal(TrailFault.ValueLost, Assert.Single(await ChainWorld.FindingsAsync(database)).Fault);

        await database.WriteAsync(
            db =>
            {
                db.Trail.Add(new TrailRow { BodyId = ChainWorld.Body, AssessmentId = ChainWorld.Case, AtUtc = DateTime.UtcNow, Event = "values.erased", Subject = "case", Reason = "bewaartermijn" });
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);

        Assert.Empty(await ChainWorld.FindingsAsync(database));
        Assert.Equal(1, Assert.Single(await new TrailVerifier(database, world.Keys).RunAsync(TestContext.Current.CancellationToken)).Erased);
        world.Intrude("""UPDATE "TrailValues" SET "Before" = 'verzonnen' WHERE "Id" = 2""");
        Assert.Equal([new(TrailFault.ValueEdited, 2, 2, "Before")], await ChainWorld.FindingsAsync(database));
    }

    private static Task EraseAsync(AuditDatabase database, long sequence) => database.WriteAsync(async db =>
    {
        var row = await db.Trail.SingleAsync(row => row.Sequence == sequence);
        (row.Before, row.After, row.Reason, row.ErasedUtc) = (null, null, null, DateTime.UtcNow);
    });

    private sealed class PowerCut : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => throw new OperationCanceledException();
    }
}
