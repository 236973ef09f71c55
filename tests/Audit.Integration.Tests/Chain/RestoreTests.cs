using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Integration.Tests.Cli;
using Audit.Integration.Tests.Database;
using Audit.Workflows.Administration;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Chain;

/// <summary>The reduced form of <c>eng/rehearse</c>, and what retention takes from the demo.</summary>
public sealed class RestoreTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Restore_AfterBackupAndDestruction_HasEverythingAndVerifies()
    {
        var (file, backup) = (demo.NewCopy(), demo.NewFile());
        var connection = DemoDatabase.ConnectionTo(file);
        var made = await AuditProgram.RunAsync("backup", backup, "--connection", connection);
        Assert.True(made.ExitCode == 0, made.Errors);
        Assert.Contains(": klopt", made.Output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, "kapot", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await AuditProgram.RunAsync("restore", backup, "--connection", connection)).ExitCode);
        Assert.Equal("kapot", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        File.Delete(file);

        var restored = await AuditProgram.RunAsync("restore", backup, "--connection", connection);

        Assert.True(restored.ExitCode == 0, restored.Errors);
        Assert.Equal(0, (await AuditProgram.RunAsync("verify", "--connection", connection)).ExitCode);
        using var database = DemoDatabase.Open(file);
        using var source = DemoDatabase.Open(demo.Path);
        Assert.Equal(await CountAsync(source), await CountAsync(database));
    }

    [Fact]
    public async Task Restore_DatabaseInUse_IsRefusedAndUntouched()
    {
        var (file, backup) = (demo.NewCopy(), demo.NewCopy());
        using var database = DemoDatabase.Open(file);
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        await using var db = database.Read();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await db.Bodies.AnyAsync(TestContext.Current.CancellationToken);

        var refused = await AuditProgram.RunAsync("restore", backup, "--replace", "--connection", DemoDatabase.ConnectionTo(file));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("in gebruik", refused.Errors, StringComparison.Ordinal);
        Assert.True(await db.Answers.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Restore_BackupWithAnEditedTrail_IsRefused()
    {
        var (target, backup) = (demo.NewFile(), demo.NewCopy());
        using (var database = DemoDatabase.Open(backup))
        {
            await database.WriteAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Trail" SET "Subject" = 'x' WHERE "Sequence" = 9"""), TestContext.Current.CancellationToken);
        }

        var refused = await AuditProgram.RunAsync("restore", backup, "--connection", DemoDatabase.ConnectionTo(target));

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("Record 9 is gewijzigd", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(target));
    }

    [Fact]
    public async Task Verify_WithAnAnchor_FindsWhatWasCutOffTogetherWithTheHead()
    {
        var (file, anchor) = (demo.NewCopy(), Path.ChangeExtension(demo.NewFile(), "json"));
        var connection = DemoDatabase.ConnectionTo(file);
        Assert.Equal(0, (await AuditProgram.RunAsync("anchor", anchor, "--connection", connection)).ExitCode);
        Assert.Equal(0, (await AuditProgram.RunAsync("verify", "--anchor", anchor, "--connection", connection)).ExitCode);
        using (var database = DemoDatabase.Open(file))
        {
            await database.WriteAsync(
                async db =>
                {
                    var head = await db.TrailHeads.OrderByDescending(row => row.Sequence).FirstAsync();
                    var (body, last) = (head.BodyId, head.Sequence - 3);
                    await db.Database.ExecuteSqlAsync($"""DELETE FROM "TrailValues" WHERE "Id" IN (SELECT "Id" FROM "Trail" WHERE "Sequence" > {last} AND "BodyId" = {body})""");
                    await db.Database.ExecuteSqlAsync($"""DELETE FROM "Trail" WHERE "Sequence" > {last} AND "BodyId" = {body}""");
                    await db.Database.ExecuteSqlAsync($"""UPDATE "TrailHeads" SET "Sequence" = {last}, "Seal" = (SELECT "Seal" FROM "Trail" WHERE "Sequence" = {last} AND "BodyId" = {body}) WHERE "BodyId" = {body}""");
                },
                TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, (await AuditProgram.RunAsync("verify", "--connection", connection)).ExitCode);
        var found = await AuditProgram.RunAsync("verify", "--anchor", anchor, "--connection", connection);

        Assert.Equal(1, found.ExitCode);
        Assert.Contains("De keten is afgekapt: het anker van", found.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retention_CasesOver_ErasesWhatWasWrittenAndTheChainVerifies()
    {
        using var database = DemoDatabase.Open(demo.NewCopy());
        var later = DateTime.UtcNow.AddDays(4000);
        var retention = new Retention(database, new(365, 365));
        var preview = await retention.PreviewAsync(later, cancellation: TestContext.Current.CancellationToken);
        Assert.Contains(preview, item => item.Counts.TrailRecords > 0 && item.Counts.Answers > 0);

        var gone = await retention.RunAsync(later, TestContext.Current.CancellationToken);

        Assert.Equal(preview, gone);
        await using var db = database.Read();
        var ids = gone.Select(item => item.AssessmentId).ToList();
        Assert.False(await db.Answers.AnyAsync(row => ids.Contains(row.AssessmentId) && (row.Motivation != null || row.PublicSource != null), TestContext.Current.CancellationToken));
        Assert.False(await db.Trail.AnyAsync(row => ids.Contains(row.AssessmentId) && row.Event != TrailErasure.Event && row.After != null, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("motivation", string.Concat(await db.Scores.Where(row => ids.Contains(row.AssessmentId)).Select(row => row.AnswersJson).ToListAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.All(await new Data.Database.Chain.TrailVerifier(database, Data.Database.Chain.TrailKeys.Demo).RunAsync(TestContext.Current.CancellationToken), verdict => Assert.Empty(verdict.Findings));
        Assert.Empty(await retention.RunAsync(later, TestContext.Current.CancellationToken));
        Assert.Empty(await new Retention(database, new(0, 0)).PreviewAsync(later, cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Events_InTheSource_HaveASentenceEach()
    {
        string[] kinds = ["action", "actions", "adoption", "answer", "answers", "attachment", "calendar", "case", "class", "comment", "distinction", "effect", "follow-up", "gate", "instrument", "mail", "member", "message", "notes", "plan", "previous-action", "process", "question", "rating", "record", "reminder", "research", "review", "review-item", "risk", "step", "suggestion", "suspicion", "task", "tasks", "trail", "values", "workbook", "workflow"];
        var events = Directory.EnumerateFiles(RepositoryFiles.PathTo("src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("Migrations", StringComparison.Ordinal))
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(file), "\"([a-z-]+)\\.[a-z-]+\""))
            .Where(match => Array.IndexOf(kinds, match.Groups[1].Value) >= 0).Select(match => match.Value.Trim('"')).Distinct().ToList();

        Assert.True(events.Count > 80, $"only {events.Count} events");
        Assert.DoesNotContain(events, happened => !Web.Pages.Team.ActivityWords.Knows(happened));
    }

    private static async Task<(int, int, int)> CountAsync(AuditDatabase database)
    {
        await using var db = database.Read();
        return (await db.Answers.CountAsync(), await db.Trail.CountAsync(), await db.Users.CountAsync());
    }
}
