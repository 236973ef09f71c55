using System.Diagnostics;
using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;
using Microsoft.Data.Sqlite;

namespace Audit.Benchmarks;

/// <summary>Starting processes and resuming steps on a SQLite file, with the shipped definition; against one bare transaction of one row.</summary>
internal static class EngineSpeed
{
    private const int Starts = 500;
    private const int Branches = 20;
    private const int Rounds = 10;

    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync(string definitions)
    {
        var folder = Directory.CreateTempSubdirectory("audit-benchmark-");
        var file = Path.Combine(folder.FullName, "audit.db");
        using (var database = new AuditDatabase(new(DatabaseProvider.Sqlite, $"Data Source={file}")))
        {
            await database.MigrateAsync();
            var runner = new WorkflowRunner(database, new EmbeddedEngine([new EmptyCases.Idle(ActivityNames.ScoreTasks), new EmptyCases.Idle(ActivityNames.GenerateActionPlan), new EmptyCases.Idle(ActivityNames.Notify)]));
            await runner.ReloadDefinitionsAsync(definitions, Now);
            var content = await EmptyCases.AddContentAsync(database);
            await MeasureStartsAsync(database, runner, content);
            await MeasureResumesAsync(database, runner, content);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task MeasureStartsAsync(AuditDatabase database, WorkflowRunner runner, EmptyCases.Content content)
    {
        var cases = new List<Guid>();
        for (var i = 0; i <= Starts; i++)
        {
            cases.Add(await EmptyCases.AddAsync(database, content, 1));
        }

        await StartAsync(runner, cases[0]);
        var bare = await TimeAsync(cases.Skip(1), _ => AddBodyAsync(database));
        var starts = await TimeAsync(cases.Skip(1), id => StartAsync(runner, id));
        Console.WriteLine($"{Starts / starts.TotalSeconds:0} starts per second; one row in one transaction {Starts / bare.TotalSeconds:0} per second; ratio {starts / bare:0.0}");
    }

    private static async Task MeasureResumesAsync(AuditDatabase database, WorkflowRunner runner, EmptyCases.Content content)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var id = await EmptyCases.AddAsync(database, content, Branches);
            await StartAsync(runner, id);
            await WalkToReviewsAsync(runner, id);
            foreach (var step in await runner.OpenStepsAsync(id))
            {
                var watch = Stopwatch.StartNew();
                Require(await SubmitAsync(runner, step));
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        // The first case brings the code to speed.
        var measured = times.Skip(Branches).Order().ToList();
        Console.WriteLine($"resume in a case of {Branches} branches: p50 {measured[measured.Count / 2]:0.0} ms, p95 {measured[measured.Count * 95 / 100]:0.0} ms of {measured.Count}");
    }

    private static async Task WalkToReviewsAsync(WorkflowRunner runner, Guid id)
    {
        for (var open = await runner.OpenStepsAsync(id); open.All(step => step.Activity != ActivityNames.ReviewStep); open = await runner.OpenStepsAsync(id))
        {
            foreach (var step in open)
            {
                Require(await SubmitAsync(runner, step));
            }
        }
    }

    private static Task<SubmitResult> SubmitAsync(WorkflowRunner runner, OpenStep step) =>
        runner.SubmitAsync(new(step.StepId, ActivityCatalogue.Get(step.Activity).ForwardOutcome, Guid.NewGuid(), Guid.NewGuid()), Now);

    private static async Task StartAsync(WorkflowRunner runner, Guid assessmentId)
    {
        var result = await runner.StartAsync(new("doorlichting", assessmentId, null), Now);
        _ = result.InstanceId ?? throw new InvalidOperationException(result.Reason);
    }

    private static void Require(SubmitResult result)
    {
        if (!result.IsTaken)
        {
            throw new InvalidOperationException(result.Reason);
        }
    }

    private static async Task<TimeSpan> TimeAsync(IEnumerable<Guid> cases, Func<Guid, Task> work)
    {
        var watch = Stopwatch.StartNew();
        foreach (var id in cases)
        {
            await work(id);
        }

        return watch.Elapsed;
    }

    private static Task AddBodyAsync(AuditDatabase database) => database.WriteAsync(db =>
    {
        db.Bodies.Add(new BodyRow { Id = Guid.CreateVersion7(), Name = "Dienst" });
        return Task.CompletedTask;
    });
}
