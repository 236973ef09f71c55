using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.WorkflowWorker;

/// <summary>Writes answers until it is killed, each line of output one that was committed; and tells which of such lines a database has not.</summary>
internal static class AnswerWriter
{
    public static async Task<int> RunAsync(string order, string connection)
    {
        using var database = new AuditDatabase(new(DatabaseProvider.Sqlite, connection) { TrailKeys = TrailKeys.Find(Environment.GetEnvironmentVariable("Trail__Key"), Environment.GetEnvironmentVariable("Trail__KeyFile"), Environment.GetEnvironmentVariable("Trail__OldKeys")) });
        return order == "answers" ? await WriteAsync(database) : await MissingAsync(database);
    }

    private static async Task<int> WriteAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        var row = await db.Assessments.OrderBy(row => row.Id).FirstAsync();
        for (var number = 0; ; number++)
        {
            var (questionId, at) = ($"oefening-{number}", DateTime.UtcNow);
            await database.WriteAsync(context =>
            {
                context.Answers.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = row.Id, TaskKey = "oefening", QuestionId = questionId, Value = "yes", By = "Oefening", At = string.Empty, Revision = 1 });
                new CaseTrail(row.BodyId, row.Id).Add(context, new Actor(null, "Oefening", at), "answer.saved", $"oefening/{questionId}", "yes");
                return Task.CompletedTask;
            });
            Console.WriteLine(questionId);
        }
    }

    private static async Task<int> MissingAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        var there = (await db.Answers.Where(row => row.TaskKey == "oefening").Select(row => row.QuestionId).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        var trail = (await db.Trail.Where(row => row.Subject.StartsWith("oefening/")).Select(row => row.Subject).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (!there.Contains(line) || !trail.Contains($"oefening/{line}"))
            {
                Console.WriteLine(line);
            }
        }

        return 0;
    }
}
