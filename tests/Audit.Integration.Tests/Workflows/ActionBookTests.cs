using System.Data.Common;
using System.Diagnostics;
using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Integration.Tests.Database;
using Audit.Workflows.Actions.Tracking;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

public sealed class ActionBookTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    /// <summary>The demo data are dated back from the moment at which they are made.</summary>
    private static readonly DateTime Now = DateTime.UtcNow;

    [Fact]
    public async Task ReadAsync_ThousandActions_AsksAsFewQueriesAsSeven()
    {
        var counter = new CommandCounter();
        using var database = DemoDatabase.Open(demo.NewCopy(), counter);
        var (few, _) = await ReadAsync(database, counter);
        await AddAsync(database, 1000);
        var watch = Stopwatch.StartNew();
        var (many, book) = await ReadAsync(database, counter);
        TestContext.Current.TestOutputHelper?.WriteLine($"{many} queries, {watch.ElapsedMilliseconds} ms for {book.Actions.Count} actions");
        Assert.Equal(few, many);
        Assert.InRange(many, 1, 8);
        Assert.True(book.Actions.Count > 1000);
        Assert.Equal(Enumerable.Range(1, book.Actions.Count), book.Actions.Select(action => action.Item.Number));
    }

    [Fact]
    public async Task JudgeAsync_ThousandActions_AsksNoQueryOfItsOwn()
    {
        var counter = new CommandCounter();
        using var database = DemoDatabase.Open(demo.NewCopy(), counter);
        await AddAsync(database, 1000);
        await using var db = database.Read();
        var (current, book) = await OpenAsync(db);
        var before = counter.Count;
        foreach (var change in new BulkChange[] { new("Status", "afgesloten"), new("Status", "gereed"), new("Start", "2090-01-01"), new("Afdeling", "Beleid") })
        {
            var chosen = book.Actions.Select(action => new ChosenAction(action.Row.Id, action.Row.Version));
            Assert.Equal(book.Actions.Count, (await change.JudgeAsync(new(db, current, new(null, "test", Now)), book, chosen)).Count);
        }

        Assert.Equal(before, counter.Count);
    }

    [Fact]
    public async Task DemoCase_ShowsEveryStandingThatThePagesHave()
    {
        using var database = DemoDatabase.Open(demo.NewCopy());
        await using var db = database.Read();
        var (_, book) = await OpenAsync(db);
        Assert.Contains(book.Actions, action => action.Standing.IsOverdue);
        Assert.Contains(book.Actions, action => action.Standing.IsStalled);
        Assert.Contains(book.Actions, action => action.Standing.IsBlocked);
        Assert.Contains(book.Actions, action => action.Escalation is not null);
        Assert.Contains(book.Actions, action => action.Row.OwnerEmail is not null);
        Assert.Contains(book.Actions, action => action is { Item.Status: ActionStatus.Done, Item.Progress: 1 });
    }

    [Fact]
    public async Task ReadAsync_PlanOfBeforeTheTextsWereKept_GetsThemAndKeepsThemOnTheFirstChange()
    {
        using var database = DemoDatabase.Open(demo.NewCopy());
        var id = await database.WriteAsync(async db =>
        {
            var (_, book) = await OpenAsync(db);
            book.Actions[^1].Row.Title = null;
            return book.Actions[^1].Row.Id;
        });
        await database.WriteAsync(async db =>
        {
            var (current, book) = await OpenAsync(db);
            var action = book.Find(id)!;
            Assert.NotEmpty(action.Item.Measure);
            Assert.Empty(await ActionEdits.ApplyAsync(new(db, current, new(null, "test", Now)), book, action, ActionDraft.Of(action) with { OwnerEmail = "wie@voorbeeld.example", OwnerId = null }));
        });
        await using var after = database.Read();
        Assert.NotNull((await after.PlannedMeasures.SingleAsync(row => row.Id == id)).Title);
    }

    private static async Task<(int Commands, ActionBook Book)> ReadAsync(AuditDatabase database, CommandCounter counter)
    {
        await using var db = database.Read();
        var id = await CaseIdAsync(db);
        var current = (await Case.FindAsync(db, new ContentStore(), id))!;
        var before = counter.Count;
        var book = (await ActionBook.ReadAsync(db, current, Now))!;
        return (counter.Count - before, book);
    }

    private static async Task<(Case Current, ActionBook Book)> OpenAsync(AuditContext db)
    {
        var current = (await Case.FindAsync(db, new ContentStore(), await CaseIdAsync(db)))!;
        return (current, (await ActionBook.ReadAsync(db, current, Now))!);
    }

    private static Task<Guid> CaseIdAsync(AuditContext db) => db.Assessments.Where(row => row.Name.EndsWith("acties over tijd")).Select(row => row.Id).SingleAsync();

    private static Task AddAsync(AuditDatabase database, int number) => database.WriteAsync(async db =>
    {
        var (_, book) = await OpenAsync(db);
        for (var place = 0; place < number; place++)
        {
            db.PlannedMeasures.Add(new()
            {
                Id = Guid.CreateVersion7(),
                PlanId = book.Plan.Id,
                TaskKey = book.Actions[0].Row.TaskKey,
                Position = book.Actions.Count + place,
                Because = string.Empty,
                Title = $"Proefactie {place}",
                Risk = book.Actions[0].Row.Risk,
                Why = book.Actions[0].Row.Why,
                MeasureJson = book.Actions[0].Row.MeasureJson,
                Version = Guid.NewGuid(),
            });
        }
    });

    private sealed class CommandCounter : DbCommandInterceptor
    {
        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count++;
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
