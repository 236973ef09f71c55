using System.Security.Cryptography;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Integration.Tests.Database;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Audit.Integration.Tests.Chain;

/// <summary>A database with a chain, and somebody who changes it past the program.</summary>
public sealed class ChainWorld : IAsyncDisposable
{
    public static readonly Guid Body = Guid.Parse("00000000-0000-0000-0000-0000000000b1");
    public static readonly Guid Case = Guid.Parse("00000000-0000-0000-0000-0000000000a1");

    /// <summary>A migrated file that tests copy: migrating takes longer than they do.</summary>
    private static readonly Lazy<DatabaseSettings> Empty = new(() =>
    {
        var file = new TestDatabase();
        file.MigratedAsync().GetAwaiter().GetResult().Dispose();
        return file.Settings;
    });

    private readonly TestDatabase test = new();

    public ChainWorld() => Assert.SkipWhen(TestDatabase.Server is not null, "The intruder speaks the SQL of SQLite.");

    public TrailKeys Keys { get; } = NewKeys();

    public DatabaseSettings Settings => test.Settings with { TrailKeys = Keys };

    public static TrailKeys NewKeys(string? old = null) => TrailKeys.Parse(NewKey(), old);

    public static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static TrailRow Record(int number, Guid? caseId = null) => new()
    {
        BodyId = Body,
        AssessmentId = caseId ?? Case,
        SuspicionId = number % 3 == 0 ? Guid.Parse("00000000-0000-0000-0000-0000000000c1") : null,
        UserId = Guid.Parse("00000000-0000-0000-0000-0000000000d1"),
        AtUtc = new DateTime(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc).AddSeconds(number),
        Event = "answer.saved",
        Subject = $"t1/D{number}",
        Before = number % 2 == 0 ? $"was {number} é" : null,
        After = $"is {number}",
        Reason = $"omdat {number}",
    };

    public AuditDatabase Open(TrailKeys? keys = null) => new(test.Settings with { TrailKeys = keys ?? Keys });

    /// <summary>A chain of so many records, each in a save of its own.</summary>
    public async Task<AuditDatabase> WithAsync(int records)
    {
        SqliteBackup.Write(Empty.Value.Connection, SqliteFile.PathOf(test.Settings.Connection), overwrite: false);
        var database = Open();
        for (var number = 1; number <= records; number++)
        {
            await AddAsync(database, number);
        }

        return database;
    }

    public static Task AddAsync(AuditDatabase database, int number) => database.WriteAsync(db => { db.Trail.Add(Record(number)); return Task.CompletedTask; });

    /// <summary>Somebody with the file and without the key.</summary>
    public void Intrude(string sql)
    {
        using var connection = new SqliteConnection(test.Settings.Connection + ";Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0, "the intrusion changed nothing");
    }

    public static async Task<IReadOnlyList<TrailFinding>> FindingsAsync(AuditDatabase database, TrailKeys? keys = null, params TrailAnchor[] anchors)
    {
        var verdicts = await new TrailVerifier(database, keys ?? database.Settings.TrailKeys!) { Anchors = anchors }.RunAsync();
        return verdicts.SingleOrDefault(verdict => verdict.BodyId == Body)?.Findings ?? [];
    }

    public static async Task<TrailAnchor> AnchorAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        return TrailAnchor.Parse((await TrailAnchor.TakeAsync(db, new DateTime(2026, 4, 1, 12, 0, 0, DateTimeKind.Utc))).ToJson());
    }

    public ValueTask DisposeAsync() => test.DisposeAsync();
}
