using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Xunit;

namespace Audit.Integration.Tests.Chain;

/// <summary>Whatever somebody changes in the file of the database, the chain says so, and says what.</summary>
public sealed class TrailVerificationTests : IAsyncLifetime
{
    private readonly ChainWorld world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Verify_ChainAsWritten_HasNoFindings()
    {
        using var database = await world.WithAsync(7);

        var verdict = Assert.Single(await new TrailVerifier(database, world.Keys).RunAsync());

        Assert.Equal((ChainWorld.Body, 7, 7, 0, true), (verdict.BodyId, verdict.Sequence, verdict.Records, verdict.Erased, verdict.Verifies));
    }

    [Theory]
    [InlineData("AssessmentId", "'00000000-0000-0000-0000-0000000000A2'")]
    [InlineData("AssessmentId", "NULL")]
    [InlineData("SuspicionId", "NULL")]
    [InlineData("UserId", "'00000000-0000-0000-0000-0000000000D2'")]
    [InlineData("UserId", "NULL")]
    [InlineData("AtUtc", "'2026-03-01 09:00:04'")]
    [InlineData("Event", "'answer.removed'")]
    [InlineData("Subject", "'t1/D4'")]
    [InlineData("BeforeHash", "NULL")]
    [InlineData("AfterHash", "x'00'")]
    [InlineData("ReasonHash", "NULL")]
    [InlineData("Seal", "x'00'")]
    [InlineData("Seal", "NULL")]
    public async Task Verify_OneColumnEdited_NamesTheRecord(string column, string value)
    {
        using var database = await world.WithAsync(9);

        world.Intrude($"""UPDATE "Trail" SET "{column}" = {value} WHERE "Sequence" = 6""");

        Assert.Equal([new(TrailFault.Edited, 6, 6)], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_BodyOfARecordEdited_IsMissingHereAndStrangeThere()
    {
        using var database = await world.WithAsync(5);

        world.Intrude("""UPDATE "Trail" SET "BodyId" = '00000000-0000-0000-0000-0000000000B2' WHERE "Sequence" = 3""");

        Assert.Equal([new(TrailFault.Missing, 3, 3)], await ChainWorld.FindingsAsync(database));
        Assert.All(await new TrailVerifier(database, world.Keys).RunAsync(), verdict => Assert.False(verdict.Verifies));
    }

    [Theory]
    [InlineData("Before")]
    [InlineData("After")]
    [InlineData("Reason")]
    public async Task Verify_ValueEditedOrTaken_NamesRecordAndValue(string column)
    {
        using var database = await world.WithAsync(6);

        world.Intrude($"""UPDATE "TrailValues" SET "{column}" = "{column}" || ' ' WHERE "Id" = 2""");
        world.Intrude($"""UPDATE "TrailValues" SET "{column}" = NULL WHERE "Id" = 4""");

        Assert.Equal([new(TrailFault.ValueEdited, 2, 2, column), new(TrailFault.ValueLost, 4, 4, column)], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_ValueAddedWhereNoneWas_IsFound()
    {
        using var database = await world.WithAsync(3);

        world.Intrude("""UPDATE "TrailValues" SET "Before" = 'ingevuld' WHERE "Id" = 1""");

        Assert.Equal([new(TrailFault.ValueEdited, 1, 1, "Before")], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_ValuesOfTwoRecordsExchanged_NamesBoth()
    {
        using var database = await world.WithAsync(4);

        world.Intrude("""UPDATE "TrailValues" SET "After" = CASE "Id" WHEN 2 THEN 'is 3' ELSE 'is 2' END WHERE "Id" IN (2, 3)""");

        Assert.Equal([new(TrailFault.ValueEdited, 2, 2, "After"), new(TrailFault.ValueEdited, 3, 3, "After")], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_RowOfValuesDeleted_NamesTheRecord()
    {
        using var database = await world.WithAsync(4);

        world.Intrude("""DELETE FROM "TrailValues" WHERE "Id" = 2""");

        Assert.Equal([new(TrailFault.Missing, 2, 2)], await ChainWorld.FindingsAsync(database));
    }

    [Theory]
    [InlineData("\"Sequence\" = 4", 4, 4)]
    [InlineData("\"Sequence\" IN (3, 4, 5)", 3, 5)]
    [InlineData("\"Sequence\" = 1", 1, 1)]
    public async Task Verify_RecordsDeleted_NamesThem(string which, int from, int to)
    {
        using var database = await world.WithAsync(8);

        world.Intrude($"""DELETE FROM "Trail" WHERE {which}""");

        Assert.Equal([new(TrailFault.Missing, from, to)], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_RecordDeletedAndRestRenumbered_IsFound()
    {
        using var database = await world.WithAsync(6);

        world.Intrude("""DELETE FROM "Trail" WHERE "Sequence" = 3; UPDATE "Trail" SET "Sequence" = "Sequence" - 1 WHERE "Sequence" > 3""");

        Assert.Contains(await ChainWorld.FindingsAsync(database), finding => finding.Fault is TrailFault.Reordered or TrailFault.Edited);
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(2, 6)]
    public async Task Verify_TwoRecordsExchanged_SaysThatTheOrderChanged(int one, int other)
    {
        using var database = await world.WithAsync(8);

        world.Intrude($"""
            UPDATE "Trail" SET "Sequence" = 100 WHERE "Sequence" = {one};
            UPDATE "Trail" SET "Sequence" = {one} WHERE "Sequence" = {other};
            UPDATE "Trail" SET "Sequence" = {other} WHERE "Sequence" = 100
            """);

        Assert.Equal([new(TrailFault.Reordered, one, other), new(TrailFault.Reordered, other, one)], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_LastRecordsDeleted_IsFoundByTheHead()
    {
        using var database = await world.WithAsync(8);

        world.Intrude("""DELETE FROM "Trail" WHERE "Sequence" > 5""");

        Assert.Equal([new(TrailFault.Truncated, 6, 8)], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_LastRecordsDeletedAndHeadPutBack_IsFoundByAnAnchorOnly()
    {
        using var database = await world.WithAsync(8);
        var anchor = await ChainWorld.AnchorAsync(database);

        world.Intrude("""
            DELETE FROM "TrailValues" WHERE "Id" IN (SELECT "Id" FROM "Trail" WHERE "Sequence" > 5);
            DELETE FROM "Trail" WHERE "Sequence" > 5;
            UPDATE "TrailHeads" SET "Sequence" = 5, "Seal" = (SELECT "Seal" FROM "Trail" WHERE "Sequence" = 5)
            """);

        Assert.Empty(await ChainWorld.FindingsAsync(database));
        var finding = Assert.Single(await ChainWorld.FindingsAsync(database, null, anchor));
        Assert.Equal(new(TrailFault.AnchorTruncated, 5, 8, "2026-04-01 12:00 UTC"), finding);
        await ChainWorld.AddAsync(database, 6);
        await ChainWorld.AddAsync(database, 7);
        await ChainWorld.AddAsync(database, 80);
        Assert.Equal([new(TrailFault.AnchorOther, 8, 8, "2026-04-01 12:00 UTC")], await ChainWorld.FindingsAsync(database, null, anchor));
    }

    [Fact]
    public async Task Verify_WholeTrailDeleted_IsFoundByAnAnchor()
    {
        using var database = await world.WithAsync(4);
        var anchor = await ChainWorld.AnchorAsync(database);

        world.Intrude("""DELETE FROM "Trail"; DELETE FROM "TrailHeads" """);

        Assert.Equal([new(TrailFault.AnchorTruncated, 0, 4, "2026-04-01 12:00 UTC")], await ChainWorld.FindingsAsync(database, null, anchor));
    }

    [Theory]
    [InlineData("""UPDATE "TrailHeads" SET "Seal" = x'00' """)]
    [InlineData("""UPDATE "TrailHeads" SET "Sequence" = 3""")]
    [InlineData("""DELETE FROM "TrailHeads" """)]
    public async Task Verify_HeadEdited_IsFound(string intrusion)
    {
        using var database = await world.WithAsync(4);

        world.Intrude(intrusion);

        Assert.Equal(TrailFault.HeadEdited, Assert.Single(await ChainWorld.FindingsAsync(database)).Fault);
    }

    [Fact]
    public async Task Verify_ChainMadeAgainWithAnotherKey_NamesTheKey()
    {
        var other = ChainWorld.NewKeys();
        await using var forged = new ChainWorld();
        (await forged.WithAsync(0)).Dispose();
        using (var forger = forged.Open(other))
        {
            for (var number = 1; number <= 3; number++)
            {
                await ChainWorld.AddAsync(forger, number);
            }
        }

        using var database = forged.Open(world.Keys);

        Assert.Equal([new(TrailFault.UnknownKey, 1, 3, other.Current.Id)], await ChainWorld.FindingsAsync(database));
        var refusal = await Assert.ThrowsAsync<DatabaseRefusedException>(() => ChainWorld.AddAsync(database, 4));
        Assert.Contains(other.Current.Id, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_KeyOfOneRecordRenamed_IsFound()
    {
        using var database = await world.WithAsync(3);

        world.Intrude("""UPDATE "Trail" SET "KeyId" = 'abcdef0123456789' WHERE "Sequence" = 2""");

        Assert.Equal([new(TrailFault.UnknownKey, 2, 2, "abcdef0123456789")], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_RowAddedPastTheProgram_IsFoundAndNeverSealedLater()
    {
        using var database = await world.WithAsync(3);

        world.Intrude("""
            INSERT INTO "Trail" ("Id", "BodyId", "AtUtc", "Event", "Subject") VALUES (50, '00000000-0000-0000-0000-0000000000B1', '2026-03-01 09:00:01', 'case.shared', 'case');
            INSERT INTO "TrailValues" ("Id") VALUES (50)
            """);
        await database.MigrateAsync(TestContext.Current.CancellationToken);

        Assert.Equal([new(TrailFault.Unsealed, 50, 1)], await ChainWorld.FindingsAsync(database));
    }

    [Fact]
    public async Task Verify_ManyRecords_GoesOverPages()
    {
        using var database = await world.WithAsync(0);
        await database.WriteAsync(db => { db.Trail.AddRange(Enumerable.Range(1, ChainPages).Select(number => ChainWorld.Record(number))); return Task.CompletedTask; }, TestContext.Current.CancellationToken);

        Assert.Empty(await ChainWorld.FindingsAsync(database));
        world.Intrude($"""UPDATE "Trail" SET "Subject" = 'x' WHERE "Sequence" = {ChainPages - 1}""");
        Assert.Equal([new(TrailFault.Edited, ChainPages - 1, ChainPages - 1)], await ChainWorld.FindingsAsync(database));
    }

    private const int ChainPages = 2500;
}
