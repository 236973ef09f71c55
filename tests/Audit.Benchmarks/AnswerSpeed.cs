using System.Data.Common;
using System.Diagnostics;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Audit.Benchmarks;

/// <summary>Saving one answer with its history and trail, by 16 at once on a SQLite file; against a bare update and insert with EF.</summary>
internal static class AnswerSpeed
{
    private const int Connections = 16;
    private const int Saves = 4_000;
    private const int Unchanged = 10_000;

    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("audit-benchmark-");
        var file = Path.Combine(folder.FullName, "audit.db");
        using (var database = new AuditDatabase(new(DatabaseProvider.Sqlite, $"Data Source={file}"), new Normal()))
        {
            await database.MigrateAsync();
            var desk = await PrepareAsync(database);
            await RunAsync(database, desk, bare: true, Saves / 4);
            await RunAsync(database, desk, bare: false, Saves / 4);
            var bare = await RunAsync(database, desk, bare: true, Saves);
            var own = await RunAsync(database, desk, bare: false, Saves);
            Console.WriteLine(FormattableString.Invariant($"answers: in process, {Connections} at once, synchronous NORMAL: {own.PerSecond:0} saves per second, p50 {own.P50:0.0} ms, p99 {own.P99:0.0} ms; aim 1000 per second and p99 60 ms"));
            Console.WriteLine(FormattableString.Invariant($"answers: bare EF update and insert {bare.PerSecond:0} per second, p99 {bare.P99:0.0} ms; ratio {bare.PerSecond / own.PerSecond:0.00}, aim 1.3"));
            await RaceAsync(database, desk);
        }

        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<Desk> PrepareAsync(AuditDatabase database)
    {
        var content = await EmptyCases.AddContentAsync(database);
        var caseId = await EmptyCases.AddAsync(database, content, 20);
        var set = new TemplateSet();
        TemplateFolder.Find(Environment.CurrentDirectory)!.Instruments().ToList().ForEach(path => set.Add(path));
        var instrument = set.Instruments.Last(template => template.Value.Id == "discriminatietoets").Value;
        await using var db = database.Read();
        return new(new AnswerScope(await db.Assessments.SingleAsync(row => row.Id == caseId), instrument), [.. instrument.TaskQuestions]);
    }

    private static async Task<(double PerSecond, double P50, double P99)> RunAsync(AuditDatabase database, Desk desk, bool bare, int saves)
    {
        var times = new double[saves];
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(worker => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < saves; i = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                await (bare ? BareAsync(database, desk, worker, i) : SaveAsync(database, desk, worker, i));
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        Array.Sort(times);
        return (saves / seconds, times[saves / 2], times[saves * 99 / 100]);
    }

    /// <summary>Each worker has a task of its own; it goes round its questions.</summary>
    private static Task SaveAsync(AuditDatabase database, Desk desk, int worker, int i)
    {
        var edit = desk.EditOf(worker, i);
        return database.WriteAsync(async db =>
        {
            var saved = await AnswerRecorder.SaveAsync(db, desk.Scope, [edit], new Actor(null, "Meting", Now));
            if (saved.Saved != 1)
            {
                throw new InvalidOperationException($"not saved: {string.Join(", ", saved.Conflicts)}");
            }

            desk.See(worker, edit, db.Answers.Local.First().Version);
        });
    }

    private static Task BareAsync(AuditDatabase database, Desk desk, int worker, int i)
    {
        var edit = desk.EditOf(worker, i);
        var (caseId, taskKey, questionId) = (desk.Scope.Row.Id, edit.TaskKey + "-bare", edit.QuestionId);
        return database.WriteAsync(async db =>
        {
            var row = await db.Answers.AsTracking().SingleOrDefaultAsync(answer => answer.AssessmentId == caseId && answer.TaskKey == taskKey && answer.QuestionId == questionId)
                ?? db.Answers.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = caseId, TaskKey = taskKey, QuestionId = questionId, Value = edit.Answer.Value, By = "Meting", At = string.Empty }).Entity;
            (row.Value, row.Motivation, row.Version) = (edit.Answer.Value, edit.Answer.Motivation, Guid.NewGuid());
            desk.Scope.Trail.Add(db, new Actor(null, "Meting", Now), "answer.saved", questionId, edit.Answer.Motivation);
        });
    }

    /// <summary>Unchanged saves beside real ones: no real one may get lost.</summary>
    private static async Task RaceAsync(AuditDatabase database, Desk desk)
    {
        var (real, idle) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; i < Unchanged / Connections; i++)
            {
                if (i % 5 == 0)
                {
                    await SaveAsync(database, desk, worker, i * 7919);
                    Interlocked.Increment(ref real);
                }

                // The same as is stored, said by somebody who saw an older version.
                var (question, motivation) = desk.LastOf(worker);
                var same = new AnswerEdit($"t{worker + 1}", question, new Answer(Answer.Unknown, null, motivation), Guid.NewGuid());
                await database.WriteAsync(db => AnswerRecorder.SaveAsync(db, desk.Scope, [same], new Actor(null, "Meting", Now)));
                Interlocked.Increment(ref idle);
            }
        })));
        var lost = 0;
        await using var db = database.Read();
        for (var worker = 0; worker < Connections; worker++)
        {
            foreach (var (question, motivation) in desk.All(worker))
            {
                var key = $"t{worker + 1}";
                lost += await db.Answers.AnyAsync(row => row.TaskKey == key && row.QuestionId == question && row.Motivation == motivation) ? 0 : 1;
            }
        }

        Console.WriteLine(FormattableString.Invariant($"answers: {idle} unchanged saves racing {real} real ones: {lost} answers lost"));
        if (lost > 0)
        {
            throw new InvalidOperationException("answers were lost");
        }
    }

    private sealed class Desk(AnswerScope scope, IReadOnlyList<Question> questions)
    {
        private readonly Dictionary<string, Guid>[] seen = [.. Enumerable.Range(0, Connections).Select(_ => new Dictionary<string, Guid>())];
        private readonly Dictionary<string, string>[] said = [.. Enumerable.Range(0, Connections).Select(_ => new Dictionary<string, string>())];
        private int number;
        private readonly string[] last = new string[Connections];

        public AnswerScope Scope => scope;

        /// <summary>An answer that was never given before.</summary>
        public AnswerEdit EditOf(int worker, int i)
        {
            var motivation = $"Toelichting {Interlocked.Increment(ref number)}";
            var question = questions[i % questions.Count].Id;
            return new($"t{worker + 1}", question, new Answer(Answer.Unknown, null, $"{motivation} van {worker}"), seen[worker].TryGetValue(question, out var version) ? version : null);
        }

        public void See(int worker, AnswerEdit edit, Guid version)
        {
            (seen[worker][edit.QuestionId], said[worker][edit.QuestionId]) = (version, edit.Answer.Motivation!);
            last[worker] = edit.QuestionId;
        }

        public (string Question, string? Motivation) LastOf(int worker) => (last[worker], said[worker][last[worker]]);

        public IEnumerable<(string Question, string Motivation)> All(int worker) => said[worker].Select(pair => (pair.Key, pair.Value));
    }

    /// <summary>Commits without waiting for the disk; after a power cut the last ones may be gone, after a crash of the program none.</summary>
    private sealed class Normal : DbConnectionInterceptor
    {
        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
