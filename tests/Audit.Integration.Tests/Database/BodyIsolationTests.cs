using System.Reflection;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Audit.Integration.Tests.Database;

/// <summary>Rows of one body are not read, changed or referred to from another one, whatever the code above asks.</summary>
public sealed class BodyIsolationTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private static readonly MethodInfo CountRows = typeof(BodyIsolationTests).GetMethod(nameof(CountAsync), BindingFlags.Static | BindingFlags.NonPublic)!;

    [Fact]
    public void Model_EveryKindOfRow_IsFilteredOrCommonToAllBodies()
    {
        using var database = DemoDatabase.Open(demo.Path);
        using var db = database.Read();

        var open = db.Model.GetEntityTypes().Where(entity => entity.GetDeclaredQueryFilters().All(filter => filter.Key != "body")).Select(entity => entity.ClrType.Name);

        Assert.Equal(["DataProtectionKey", nameof(PublishedContentRow), nameof(WorkflowDefinitionRow)], open.Order());
    }

    [Fact]
    public void Model_EveryKeyBetweenRowsOfABody_NamesTheBody()
    {
        using var database = DemoDatabase.Open(demo.Path);
        using var db = database.Read();

        var keys = db.Model.GetEntityTypes().Where(IsOwned).SelectMany(entity => entity.GetForeignKeys()).Where(key => IsOwned(key.PrincipalEntityType) && key.PrincipalEntityType != key.DeclaringEntityType).ToList();

        Assert.True(keys.Count > 55, $"{keys.Count}");
        Assert.All(keys, key => Assert.Contains(key.Properties, property => property.Name == nameof(IBodyOwned.BodyId)));
    }

    [Fact]
    public async Task Read_InEachScope_SeesThatBodyOnly()
    {
        var bodyId = await BodyAsync();
        using var database = DemoDatabase.Open(demo.Path);

        var all = await CountsAsync(database.OverAllBodies());
        var own = await CountsAsync(database.For(BodyScope.Of(bodyId)));
        var other = await CountsAsync(database.For(BodyScope.Of(Guid.NewGuid())));
        var nobody = await CountsAsync(database.For(BodyScope.Nobody));
        var accounts = await CountsAsync(database.For(BodyScope.Accounts));

        Assert.True(all.Count(table => table.Value > 0) > 20, string.Join(' ', all));
        Assert.Equal(all, own);
        var common = all.Where(table => table.Key is "PublishedContents" or "WorkflowDefinitions").ToList();
        Assert.Equal(common, other.Where(table => table.Value > 0));
        Assert.Equal(common, nobody.Where(table => table.Value > 0));
        var people = all.Where(table => table.Value > 0 && table.Key is "Bodies" or "BodyRoles" or "Users" or "TrailHeads");
        Assert.Equal(common.Concat(people).OrderBy(table => table.Key, StringComparer.Ordinal), accounts.Where(table => table.Value > 0).OrderBy(table => table.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Write_NewRowWithoutABody_GetsThatOfItsParent()
    {
        using var database = DemoDatabase.Open(demo.NewCopy());
        await using var before = database.Read();
        var revisions = await before.AnswerRevisions.CountAsync();

        await database.WriteAsync(async db =>
        {
            var answer = await db.Answers.FirstAsync();
            db.AnswerRevisions.Add(new() { AnswerId = answer.Id, Revision = 99, Value = "partly", By = "proef", At = "2026-01-02", SavedUtc = DateTime.UtcNow });
        });

        await using var after = database.For(BodyScope.Of(await BodyAsync())).Read();
        Assert.Equal(revisions + 1, await after.AnswerRevisions.CountAsync());
    }

    [Theory]
    [InlineData("add")]
    [InlineData("change")]
    [InlineData("delete")]
    [InlineData("move")]
    public async Task Write_RowOfAnotherBody_IsRefusedAndLoggedAndNothingIsWritten(string how)
    {
        var log = new Lines();
        var path = demo.NewCopy();
        var (own, other) = (await BodyAsync(), await AddBodyAsync(path));
        using var database = new AuditDatabase(new(DatabaseProvider.Sqlite, DemoDatabase.ConnectionTo(path))) { Log = log };
        await using var reading = database.Read();
        var (mine, theirs) = (await reading.Users.FirstAsync(row => row.BodyId == own), await reading.Users.SingleAsync(row => row.BodyId == other));

        await Assert.ThrowsAsync<ForeignBodyException>(() => database.For(BodyScope.Of(own)).WriteAsync(async db =>
        {
            (await db.Users.SingleAsync(row => row.Id == mine.Id)).DisplayName = "Gewijzigd";
            Touch(db, how, (mine, theirs));
        }));

        await using var after = database.Read();
        Assert.Equal(mine.DisplayName, (await after.Users.SingleAsync(row => row.Id == mine.Id)).DisplayName);
        var untouched = await after.Users.SingleAsync(row => row.Id == theirs.Id);
        Assert.Equal(("Bo Buiten", other), (untouched.DisplayName, untouched.BodyId));
        Assert.Equal(0, await after.BodyRoles.CountAsync(row => row.BodyId == other));
        Assert.Single(log.Levels, LogLevel.Critical);
    }

    [Fact]
    public async Task Write_IdOfAnotherBodyUnderTheOwnOne_FindsNothingToChange()
    {
        var path = demo.NewCopy();
        var (own, other) = (await BodyAsync(), await AddBodyAsync(path));
        using var database = DemoDatabase.Open(path);
        await using var reading = database.Read();
        var theirs = await reading.Users.SingleAsync(row => row.BodyId == other);

        // A row made by hand, as a form with too many fields could make it: the guard sees the own body.
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () =>
        {
            await using var db = new AuditContext(AuditDatabase.OptionsFor(database.Settings), BodyScope.Of(own));
            var forged = new UserRow { Id = theirs.Id, BodyId = own, DisplayName = string.Empty, ConcurrencyStamp = theirs.ConcurrencyStamp };
            db.Attach(forged);
            forged.DisplayName = "Gekaapt";
            await db.SaveChangesAsync();
        });

        await using var after = database.Read();
        Assert.Equal(theirs.DisplayName, (await after.Users.SingleAsync(row => row.Id == theirs.Id)).DisplayName);
    }

    [Fact]
    public async Task Write_MemberOfAnotherBody_IsRefusedByTheDatabaseItself()
    {
        var path = demo.NewCopy();
        var (own, other) = (await BodyAsync(), await AddBodyAsync(path));
        using var database = DemoDatabase.Open(path);
        await using var reading = database.Read();
        var caseId = await reading.Assessments.Where(row => row.BodyId == own).Select(row => row.Id).FirstAsync();
        var theirs = await reading.Users.Where(row => row.BodyId == other).Select(row => row.Id).SingleAsync();

        foreach (var bodyId in new[] { own, other })
        {
            var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => database.WriteAsync(db =>
            {
                db.Members.Add(new() { BodyId = bodyId, AssessmentId = caseId, UserId = theirs, Role = Roles.Auditor });
                return Task.CompletedTask;
            }));
            Assert.Contains("FOREIGN KEY", refusal.InnerException!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Write_WithoutABody_IsRefused()
    {
        using var database = DemoDatabase.Open(demo.NewCopy());

        await Assert.ThrowsAsync<ForeignBodyException>(() => database.For(BodyScope.Nobody).WriteAsync(db =>
        {
            db.Trail.Add(new() { Event = "proef", Subject = "proef", AtUtc = DateTime.UtcNow });
            return Task.CompletedTask;
        }));
        await Assert.ThrowsAsync<ForeignBodyException>(() => database.For(BodyScope.Accounts).WriteAsync(async db =>
            db.CalendarFeeds.Add(new() { Id = Guid.NewGuid(), BodyId = await BodyAsync(), Sha256 = "proef", MadeUtc = DateTime.UtcNow })));
    }

    private static bool IsOwned(IReadOnlyEntityType entity) => entity.ClrType.IsAssignableTo(typeof(IBodyOwned));

    private static void Touch(AuditContext db, string how, (UserRow Mine, UserRow Theirs) users)
    {
        switch (how)
        {
            case "add":
                db.BodyRoles.Add(new() { BodyId = users.Theirs.BodyId, UserId = users.Theirs.Id, Role = Roles.Admin });
                break;
            case "change":
                db.Attach(users.Theirs).Property(row => row.DisplayName).CurrentValue = "Gekaapt";
                break;
            case "delete":
                db.Remove(users.Theirs);
                break;
            default:
                db.BodyRoles.Add(new() { UserId = users.Mine.Id, BodyId = users.Theirs.BodyId, Role = Roles.Jurist });
                break;
        }
    }

    private async Task<Guid> BodyAsync()
    {
        using var database = DemoDatabase.Open(demo.Path);
        await using var db = database.Read();
        return await db.Users.Where(row => row.Email == DemoUsers.AddressOf("teamlid")).Select(row => row.BodyId).SingleAsync();
    }

    private static async Task<Guid> AddBodyAsync(string path)
    {
        using var database = DemoDatabase.Open(path);
        var body = new BodyRow { Id = Guid.CreateVersion7(), Name = "Gemeente Elders (fictief)" };
        await database.WriteAsync(db =>
        {
            db.Bodies.Add(body);
            db.Users.Add(new() { Id = Guid.CreateVersion7(), BodyId = body.Id, DisplayName = "Bo Buiten" });
            return Task.CompletedTask;
        });
        return body.Id;
    }

    private static async Task<SortedDictionary<string, int>> CountsAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var entity in db.Model.GetEntityTypes())
        {
            counts[entity.GetTableName()!] = await (Task<int>)CountRows.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
        }

        return counts;
    }

    private static Task<int> CountAsync<T>(AuditContext db)
        where T : class => db.Set<T>().CountAsync();

    /// <summary>Keeps how grave every line was.</summary>
    private sealed class Lines : ILogger
    {
        public List<LogLevel> Levels { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Levels.Add(logLevel);
    }
}
