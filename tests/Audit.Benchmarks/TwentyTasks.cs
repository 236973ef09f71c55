using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Core.Scoring;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Audit.Benchmarks;

/// <summary>A case of twenty tasks that are being answered, among a thousand of such cases.</summary>
internal static class TwentyTasks
{
    public const int Tasks = 20;
    public const int Cases = 1_000;

    /// <summary>In how many of the cases the demo users take part; the others are those of colleagues.</summary>
    public const int Mine = 20;

    /// <summary>Makes the case for the demo users, with every question of every task answered.</summary>
    public static async Task<Guid> MakeAsync(AuditDatabase database, string root)
    {
        var content = ReadContent(TemplateFolder.Find(root)!);
        var people = await PeopleAsync(database);
        var coach = people[Roles.Coach];
        var actor = new Actor(coach.Id, coach.DisplayName, DateTime.UtcNow);
        var runner = new WorkflowRunner(database, new EmbeddedEngine([new EmptyCases.Idle(ActivityNames.ScoreTasks), new EmptyCases.Idle(ActivityNames.GenerateActionPlan), new EmptyCases.Idle(ActivityNames.Notify)]));
        string[] roles = [Roles.Assessor, Roles.Coach, Roles.Auditor, Roles.Manager, Roles.Sponsor, Roles.Jurist];
        var input = new NewCase(coach.BodyId, "Meting: twintig taken", content) { Members = [.. roles.Select(role => new CaseMember(people[role].Id, role))] };
        Require(await new CaseStart(runner).StartAsync(input, actor));
        while ((await runner.OpenStepsAsync(input.Id)).FirstOrDefault(step => step.IsHuman) is { } step && step.Activity != ActivityNames.QuestionnaireStep)
        {
            var submission = new StepSubmission(step.StepId, ActivityCatalogue.Get(step.Activity).ForwardOutcome, Guid.NewGuid(), people[step.Role].Id);
            Require((await runner.SubmitAsync(submission, actor.NowUtc, db => step.Activity == ActivityNames.SelectTasks
                ? TaskChoice.SetAsync(db, input.Id, [.. Enumerable.Range(1, Tasks).Select(i => new ChosenTask(string.Empty, $"Taak {i}", "Meting"))], actor)
                : Task.FromResult<string?>(null))).Reason);
        }

        await AnswerAsync(database, input.Id, content, actor);
        return input.Id;
    }

    /// <summary>Copies the rows of the case, so that tables are as large as in an installation of years.</summary>
    public static void Multiply(DatabaseSettings settings, Guid caseId)
    {
        using var open = new SqliteConnection(settings.Connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = $"""
            PRAGMA foreign_keys = OFF;
            CREATE TEMP TABLE Copies AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Cases - 1})
              SELECT i, upper(printf('%08x-0000-4000-8000-%012x', i, i)) AS Id FROM n;
            INSERT INTO Assessments ({Columns(open, "Assessments")}) SELECT {Columns(open, "Assessments", ("Id", "c.Id"), ("Name", "'Meting ' || c.i"))} FROM Assessments a, Copies c WHERE a.Id = $id;
            INSERT INTO Members ({Columns(open, "Members")}) SELECT {Columns(open, "Members", ("AssessmentId", "c.Id"))} FROM Members a, Copies c WHERE a.AssessmentId = $id AND c.i < {Mine};
            INSERT INTO PublicTasks ({Columns(open, "PublicTasks")}) SELECT {Columns(open, "PublicTasks", ("Id", Fresh), ("AssessmentId", "c.Id"))} FROM PublicTasks a, Copies c WHERE a.AssessmentId = $id;
            INSERT INTO Answers ({Columns(open, "Answers")}) SELECT {Columns(open, "Answers", ("Id", Fresh), ("AssessmentId", "c.Id"))} FROM Answers a, Copies c WHERE a.AssessmentId = $id;
            INSERT INTO WorkflowInstances ({Columns(open, "WorkflowInstances")}) SELECT {Columns(open, "WorkflowInstances", ("Id", "c.Id"), ("AssessmentId", "c.Id"))} FROM WorkflowInstances a, Copies c WHERE a.AssessmentId = $id;
            INSERT INTO WorkflowSteps ({Columns(open, "WorkflowSteps")}) SELECT {Columns(open, "WorkflowSteps", ("Id", Fresh), ("InstanceId", "c.Id"))} FROM WorkflowSteps a, Copies c WHERE a.InstanceId IN (SELECT Id FROM WorkflowInstances WHERE AssessmentId = $id);
            """;
        command.Parameters.AddWithValue("$id", caseId.ToString().ToUpperInvariant());
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }

    private const string Fresh = "upper(substr(hex(randomblob(16)),1,8) || '-' || hex(randomblob(2)) || '-4000-8000-' || hex(randomblob(6)))";

    private static string Columns(SqliteConnection open, string table, params (string Name, string Value)[] others)
    {
        using var command = open.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            var name = reader.GetString(0);
            names.Add(others.Length == 0 ? $"\"{name}\"" : others.FirstOrDefault(other => other.Name == name).Value ?? $"a.\"{name}\"");
        }

        return string.Join(", ", names);
    }

    private static async Task AnswerAsync(AuditDatabase database, Guid caseId, CaseContent content, Actor actor)
    {
        await using var read = database.Read();
        var row = await read.Assessments.SingleAsync(candidate => candidate.Id == caseId);
        var keys = await read.PublicTasks.Where(task => task.AssessmentId == caseId).Select(task => task.Key).ToListAsync();
        foreach (var key in keys)
        {
            var edits = content.Instrument.Value.TaskQuestions.Select(question => new AnswerEdit(key, question.Id, new Answer(question.Scale.Options[0].Id, null, "Staat in het handboek van de afdeling, in de versie van dit jaar."), null));
            await database.WriteAsync(db => AnswerRecorder.SaveAsync(db, new AnswerScope(row, content.Instrument.Value), [.. edits], actor));
        }
    }

    private static CaseContent ReadContent(TemplateFolder folder)
    {
        var set = new TemplateSet();
        foreach (var path in folder.Instruments().Append(folder.DefaultProfile).Concat(folder.Measures()))
        {
            set.Add(path);
        }

        set.CheckReferences();
        return new(set.Instruments.Last(template => template.Value.Id == "discriminatietoets"), set.Profiles.First(template => template.Value is ComputedProfile), [.. set.Catalogues]);
    }

    private static async Task<Dictionary<string, UserRow>> PeopleAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        var pairs = await (from role in db.BodyRoles join user in db.Users on role.UserId equals user.Id select new { role.Role, User = user }).ToListAsync();
        return pairs.GroupBy(pair => pair.Role).ToDictionary(group => group.Key, group => group.First().User);
    }

    private static void Require(string? reason)
    {
        if (reason is not null)
        {
            throw new InvalidOperationException(reason);
        }
    }
}
