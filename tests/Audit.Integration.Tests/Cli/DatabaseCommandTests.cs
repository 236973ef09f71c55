using System.Diagnostics;
using Audit.Integration.Tests.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Cli;

/// <summary>Keeping a database from the command line: one clear line and an exit code.</summary>
public sealed class DatabaseCommandTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Copy_DemoData_PrintsEveryTableAsEqual()
    {
        var target = DemoDatabase.ConnectionTo(demo.NewFile());

        var copy = await AuditProgram.RunAsync("database", "copy", "--from", demo.Connection, "--to-provider", "Sqlite", "--to", target, "--batch", "50");
        var again = await AuditProgram.RunAsync("database", "copy", "--from", demo.Connection, "--to", target);

        Assert.Equal((0, string.Empty), (copy.ExitCode, copy.Errors));
        Assert.All(copy.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^\w+: \d+ rijen, gelijk$", line));
        Assert.Matches(@"(?m)^Answers: [1-9]\d* rijen, gelijk$", copy.Output);
        Assert.Equal((0, copy.Output), (again.ExitCode, again.Output));
    }

    [Fact]
    public async Task Copy_TargetWithAChangedRow_ExitsWithOne()
    {
        var target = demo.NewCopy();
        using (var database = DemoDatabase.Open(target))
        {
            await database.WriteAsync(async db => (await db.Answers.FirstAsync()).Motivation += ".");
        }

        var copy = await AuditProgram.RunAsync("database", "copy", "--from", demo.Connection, "--to", DemoDatabase.ConnectionTo(target));

        AssertOneLine(copy, "Answers andere gegevens");
    }

    [Fact]
    public async Task Copy_SameDatabase_ExitsWithOne() =>
        AssertOneLine(await AuditProgram.RunAsync("database", "copy", "--from", demo.Connection, "--to", demo.Connection), "dezelfde database");

    [Theory]
    [InlineData("database", "copy", "--from", "Data Source=x.db")]
    [InlineData("database", "copy", "--from", "x", "--to", "y", "--batch", "0")]
    [InlineData("database", "copy", "--from", "x", "--to", "y", "--to-provider", "Oracle")]
    [InlineData("backup")]
    public async Task Any_WrongUsage_ExitsWithTwo(params string[] arguments) =>
        Assert.Equal(2, (await AuditProgram.RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task Backup_DemoData_IsACopyThatOpens()
    {
        var target = demo.NewFile();

        var backup = await AuditProgram.RunAsync("backup", target, "--connection", demo.Connection);
        var again = await AuditProgram.RunAsync("backup", target, "--connection", demo.Connection);

        Assert.Equal(0, backup.ExitCode);
        Assert.Contains("er is geen sleutel opgegeven", backup.Errors, StringComparison.Ordinal);
        AssertOneLine(again, "--overwrite");
        using var copy = DemoDatabase.Open(target);
        await using var db = copy.Read();
        Assert.Equal(3, await db.Assessments.CountAsync());
    }

    [Fact]
    public async Task Backup_SqlServer_PointsToItsOwn() =>
        AssertOneLine(await AuditProgram.RunAsync("backup", demo.NewFile(), "--provider", "SqlServer", "--connection", "Server=none"), "SQL Server zelf");

    [Fact]
    public async Task MigrateAndRun_NewerDatabase_ExitWithOne()
    {
        var connection = NewerDatabase();

        AssertOneLine(await AuditProgram.RunAsync("migrate", "--connection", connection), "nieuwer dan dit programma");
        var run = await AuditProgram.RunAsync("run", "--answers", "templates/examples/duo-uitwonendenbeurs-2014.yaml", "--plan", demo.NewFile(), "--connection", connection);
        AssertOneLine(run, "nieuwer dan dit programma");
    }

    [Fact]
    public async Task Web_NewerDatabase_DoesNotStart()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Audit.Web.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = RepositoryFiles.PathTo("src", "Audit.Web"),
        };
        start.Environment["Database__Connection"] = NewerDatabase();
        start.Environment["Keys__Unprotected"] = "true";
        start.Environment["Trail__Key"] = Convert.ToBase64String(new byte[32].Select((_, i) => (byte)i).ToArray());
        using var web = Process.Start(start)!;
        var (output, errors) = (web.StandardOutput.ReadToEndAsync(), web.StandardError.ReadToEndAsync());
        await web.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;

        Assert.Equal(1, web.ExitCode);
        Assert.StartsWith("De database is nieuwer dan dit programma", await errors, StringComparison.Ordinal);
    }

    private static void AssertOneLine(AuditProgram program, string reason)
    {
        Assert.Equal((1, string.Empty), (program.ExitCode, program.Output));
        var line = Assert.Single(program.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("audit: ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
    }

    private string NewerDatabase()
    {
        var connection = DemoDatabase.ConnectionTo(demo.NewCopy());
        using var open = new SqliteConnection(connection);
        open.Open();
        using var command = open.CreateCommand();
        command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')";
        command.ExecuteNonQuery();
        return connection;
    }
}
