using Audit.Data.Database;
using Audit.Integration.Tests.Database;
using Audit.Workflows.Definitions;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Integration.Tests.Workflows;

/// <summary>A database file of its own with a body, a user and content, and a folder with definitions.</summary>
public sealed class WorkflowWorld : IAsyncDisposable
{
    public static readonly DateTime Start = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    private readonly string folder = Directory.CreateTempSubdirectory("audit-workflow-").FullName;
    private readonly TestDatabase database = new();
    private readonly List<AuditDatabase> databases = [];

    private WorkflowWorld() => Directory.CreateDirectory(Definitions);

    /// <summary>Folder from which the engine publishes.</summary>
    public string Definitions => Path.Combine(folder, "workflows");

    public Guid UserId { get; } = Guid.NewGuid();

    public Guid SecondUserId { get; } = Guid.NewGuid();

    private Guid BodyId { get; } = Guid.NewGuid();

    private Guid ContentId { get; } = Guid.NewGuid();

    public static async Task<WorkflowWorld> CreateAsync()
    {
        var world = new WorkflowWorld();
        await using var db = world.Context();
        await db.Database.EnsureCreatedAsync();
        db.Bodies.Add(new() { Id = world.BodyId, Name = "Gemeente Voorbeeld" });
        db.Users.Add(world.User(world.UserId, "eerste"));
        db.Users.Add(world.User(world.SecondUserId, "tweede"));
        db.PublishedContents.Add(new() { Id = world.ContentId, Kind = "instrument", ContentId = "proef", ContentVersion = "1", Sha256 = "", Json = "{}" });
        await db.SaveChangesAsync();
        return world;
    }

    /// <summary>Another node: its own queue of writers on the same file.</summary>
    public AuditDatabase Open()
    {
        var node = new AuditDatabase(database.Settings);
        databases.Add(node);
        return node;
    }

    /// <summary>A context without the queue of writers and their retries; every save commits.</summary>
    public AuditContext Context() => new(AuditDatabase.OptionsFor(database.Settings), BodyScope.AllBodies);

    public void Publish(string file, string json) => File.WriteAllText(Path.Combine(Definitions, file), json);

    /// <summary>A case with tasks t1, t2 …</summary>
    public async Task<Guid> NewCaseAsync(int tasks)
    {
        var assessmentId = Guid.NewGuid();
        await Open().WriteAsync(db =>
        {
            db.Assessments.Add(new() { Id = assessmentId, BodyId = BodyId, Name = "Onderzoek", CreatedUtc = Start, InstrumentId = ContentId, ProfileId = ContentId, MeasuresId = ContentId });
            for (var i = 1; i <= tasks; i++)
            {
                db.PublicTasks.Add(new() { Id = Guid.NewGuid(), AssessmentId = assessmentId, Key = $"t{i}", Name = $"Taak {i}", Position = i });
            }

            return Task.CompletedTask;
        });
        return assessmentId;
    }

    /// <summary>A trail record, as a domain change or activity leaves one.</summary>
    public TrailRow Trail(Guid assessmentId, string happened, string subject) =>
        new() { BodyId = BodyId, AssessmentId = assessmentId, AtUtc = Start, Event = happened, Subject = subject };

    /// <summary>Subjects of the trail records of one kind, in the order written.</summary>
    public async Task<IReadOnlyList<string>> TrailAsync(Guid assessmentId, string happened)
    {
        await using var db = Open().Read();
        return await db.Trail.Where(row => row.AssessmentId == assessmentId && row.Event == happened).OrderBy(row => row.Id).Select(row => row.Subject).ToListAsync();
    }

    /// <summary>Takes a task in, or out by giving it a moment.</summary>
    public static async Task SetTaskAsync(AuditContext db, Guid assessmentId, string key, bool isIn)
    {
        if (await db.PublicTasks.SingleOrDefaultAsync(task => task.AssessmentId == assessmentId && task.Key == key) is { } known)
        {
            known.DroppedUtc = isIn ? null : Start;
        }
        else
        {
            await AddTaskAsync(db, assessmentId, key);
        }
    }

    /// <summary>The second person stands in for the first in a case.</summary>
    public Task HandOverAsync(Guid assessmentId, string role) => AddAsync(new DelegationRow
    {
        Id = Guid.NewGuid(),
        BodyId = BodyId,
        AssessmentId = assessmentId,
        FromUserId = UserId,
        ToUserId = SecondUserId,
        Role = role,
        Reason = "proef",
        MadeUtc = DateTime.UtcNow,
        UntilUtc = DateTime.UtcNow.AddDays(7),
        Version = Guid.NewGuid(),
    });

    private async Task AddAsync(DelegationRow row)
    {
        await using var db = Context();
        db.Delegations.Add(row);
        await db.SaveChangesAsync();
    }

    private static async Task AddTaskAsync(AuditContext db, Guid assessmentId, string key) =>
        db.PublicTasks.Add(new() { Id = Guid.NewGuid(), AssessmentId = assessmentId, Key = key, Name = key, Position = await db.PublicTasks.CountAsync(task => task.AssessmentId == assessmentId) + 1 });

    public async Task<WorkflowInstanceRow> InstanceAsync(Guid instanceId)
    {
        await using var db = Open().Read();
        return await db.WorkflowInstances.SingleAsync(row => row.Id == instanceId);
    }

    public async ValueTask DisposeAsync()
    {
        databases.ForEach(database => database.Dispose());
        Directory.Delete(folder, recursive: true);
        await database.DisposeAsync();
    }

    private UserRow User(Guid id, string name) => new() { Id = id, BodyId = BodyId, UserName = name, DisplayName = name };
}

/// <summary>An automatic activity that leaves a trail record, sets facts and fails on demand.</summary>
public sealed class ProbeActivity(string type, WorkflowWorld world) : IAutomaticActivity
{
    public string Type => type;

    /// <summary>Message with which it fails; null = it works.</summary>
    public string? Failure { get; set; }

    /// <summary>Tasks for which it sets the fact "found" to true.</summary>
    public IReadOnlyList<string> FoundFor { get; init; } = [];

    public async Task RunAsync(ActivityContext context, CancellationToken cancellation)
    {
        context.Db.Trail.Add(world.Trail(context.AssessmentId, type, context.TaskKey.Length == 0 ? context.Activity.StepKey : context.TaskKey));
        await context.Db.SaveChangesAsync(cancellation);
        if (Failure is not null)
        {
            throw new InvalidOperationException(Failure);
        }

        context.SetFact("found", FoundFor.Contains(context.TaskKey) ? "true" : "false");
    }
}

/// <summary>Leaves a trail record for every deadline and every end.</summary>
public sealed class ProbeEvents(WorkflowWorld world) : IProcessEvents
{
    public Task DeadlineAsync(ActivityContext context, WorkflowStepRow step, TimerKind kind)
    {
        context.Db.Trail.Add(world.Trail(context.AssessmentId, "deadline", $"{kind} {context.Activity.Id}{(step.TaskKey.Length == 0 ? string.Empty : $":{step.TaskKey}")}"));
        return Task.CompletedTask;
    }

    public Task NobodyWaitsAsync(AuditContext db, WorkflowInstanceRow instance, WorkflowDefinition definition)
    {
        db.Trail.Add(world.Trail(instance.AssessmentId, "nobody-waits", definition.DefinitionId));
        return Task.CompletedTask;
    }
}
