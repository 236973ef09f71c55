using Audit.Data.Database;
using Audit.Integration.Tests.Database;
using Audit.Integration.Tests.Mail;
using Audit.Workflows.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Audit.Integration.Tests.Jobs;

/// <summary>Work that does what a test says.</summary>
public sealed class TestWork(Func<JobInHand, CancellationToken, Task<JobOutcome>> run) : IJobWork
{
    public const string Name = "test";

    public string Kind => Name;

    public Task<JobOutcome> RunAsync(JobInHand job, CancellationToken cancellation) => run(job, cancellation);
}

/// <summary>A database with somebody who asks for work, a clock, and nodes that do it.</summary>
public sealed class JobShop : IAsyncDisposable
{
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly TestDatabase test = new();
    private readonly List<AuditDatabase> nodes = [];

    public ManualTime Time { get; } = new(Start);

    public Guid BodyId { get; } = Guid.CreateVersion7();

    public Guid UserId { get; } = Guid.CreateVersion7();

    public AuditDatabase Database { get; private set; } = null!;

    public static async Task<JobShop> OpenAsync()
    {
        var shop = new JobShop();
        shop.Database = await shop.test.MigratedAsync();
        shop.nodes.Add(shop.Database);
        await shop.Database.WriteAsync(db =>
        {
            db.Bodies.Add(new() { Id = shop.BodyId, Name = "Gemeente Voorbeeld" });
            db.Users.Add(new() { Id = shop.UserId, BodyId = shop.BodyId, DisplayName = "Mo Maker", UserName = "mo", NormalizedUserName = "MO" });
            return Task.CompletedTask;
        });
        return shop;
    }

    /// <summary>Claims as each node makes them, with a connection to the database of its own.</summary>
    public JobClaims Claims()
    {
        var node = new AuditDatabase(test.Settings);
        nodes.Add(node);
        return new(node, Time);
    }

    public JobRunner Node(Func<JobInHand, CancellationToken, Task<JobOutcome>> run) => new(Claims(), [new TestWork(run)], Time, NullLogger<JobRunner>.Instance);

    public async Task<Guid> AddAsync(Guid? id = null, byte[]? content = null)
    {
        var job = new NewJob(id ?? Guid.CreateVersion7(), TestWork.Name, BodyId, UserId) { Content = content };
        Assert.True(await Database.WriteAsync(db => JobQueue.AddAsync(db, job, Time.NowUtc)));
        return job.Id;
    }

    public Task StopAsync(Guid id) => Database.WriteAsync(async db => JobQueue.Stop(await db.Jobs.SingleAsync(row => row.Id == id), Time.NowUtc));

    public async Task<JobRow> RowAsync(Guid id)
    {
        await using var db = Database.Read();
        return await db.Jobs.SingleAsync(row => row.Id == id);
    }

    public async Task<int> CountAsync()
    {
        await using var db = Database.Read();
        return await db.Jobs.CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        nodes.ForEach(node => node.Dispose());
        await test.DisposeAsync();
    }
}
