using System.Text.Json.Nodes;
using ClosedXML.Excel;
using Xunit;

namespace Audit.Integration.Tests.Cli;

/// <summary>The command line as others call it: exit codes, messages, files and JSON.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Duo = "templates/examples/duo-uitwonendenbeurs-2014.yaml";

    private readonly string folder = Directory.CreateTempSubdirectory("audit test ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Run_DuoExample_WritesWorkbookJsonAndReceiptThatRescores()
    {
        var (plan, receipt) = (InFolder("plan.xlsx"), InFolder("bewijs.json"));
        var run = await AuditProgram.RunAsync("run", "--answers", Duo, "--plan", plan, "--receipt", receipt, "--json", "-");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        var json = JsonNode.Parse(run.Output)!;
        Assert.False((bool)json["reviewed"]!);
        Assert.Equal("critical", (string)json["score"]!["tasks"]![0]!["class"]!["working"]!);
        Assert.Equal("medium", (string)json["plan"]![0]!["classAfter"]!);
        Assert.True((bool)json["plan"]![0]!["targetReached"]!);
        Assert.True((bool)json["plan"]![0]!["provenLeast"]!);
        Assert.Equal(["reviewed", "score", "plan"], json.AsObject().Select(field => field.Key));

        using var workbook = new XLWorkbook(plan);
        var rows = workbook.Worksheet("Acties").Table("tblActies").DataRange.RowCount();
        Assert.Equal(json["plan"]![0]!["measures"]!.AsArray().Count, rows);

        var score = await AuditProgram.RunAsync("score", "--answers", Duo, "--json", "-");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(score.Output), json["score"]));
        var rescore = await AuditProgram.RunAsync("rescore", receipt);
        Assert.Equal(0, rescore.ExitCode);
    }

    [Theory]
    [InlineData("--goal budget --budget 30", 30, """{"kind":"budget","effort":30}""")]
    [InlineData("--goal reduction", 1000, """{"kind":"reduction"}""")]
    public async Task Run_WithAGoal_MakesThatPlanAndSaysSo(string options, int most, string goal)
    {
        var run = await AuditProgram.RunAsync(["run", "--answers", Duo, "--plan", InFolder("plan.xlsx"), "--json", "-", .. options.Split(' ')]);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(goal, json["goal"]!.ToJsonString());
        var measures = json["plan"]![0]!["measures"]!.AsArray();
        Assert.InRange(measures.Sum(measure => (int)measure!["effort"]!), 25, most);
        Assert.Equal("medium", (string)json["plan"]![0]!["target"]!);
    }

    [Theory]
    [InlineData("\"kappa\": 0.5", "\"kappa\": 0.4", "SHA-256")]
    [InlineData("\"date\": \"2014-02-01\",\n  \"instrument\"", "\"date\": \"2014-02-30\",\n  \"instrument\"", "datum")]
    [InlineData("\"program\": {", "\"programma\": {", "onbekend veld")]
    [InlineData("\"id\": \"default\",\n    \"version\": \"1\",\n    \"sha256\"", "\"id\": \"default\",\n    \"version\": \"2\",\n    \"sha256\"", "anders dan in de inhoud|ander resultaat")]
    [InlineData("\"working\": \"critical\"", "\"working\": \"low\"", "ander resultaat")]
    public async Task Rescore_TamperedReceipt_SaysWhere(string right, string wrong, string reason)
    {
        var receipt = InFolder("bewijs.json");
        await AuditProgram.RunAsync("score", "--answers", Duo, "--receipt", receipt);
        var text = await File.ReadAllTextAsync(receipt, TestContext.Current.CancellationToken);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(receipt, text.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var rescore = await AuditProgram.RunAsync("rescore", receipt);

        Assert.Equal(1, rescore.ExitCode);
        Assert.Matches($@"bewijs\.json:\d+: .*{reason}", rescore.Errors);
    }

    [Theory]
    [InlineData("", "audit: er is geen opdracht gegeven")]
    [InlineData("run --plan", "audit: optie --answers ontbreekt", "audit: na optie --plan ontbreekt de waarde")]
    [InlineData("run --answers x --plan y --target zzz", "audit: 'zzz' kan niet; mogelijk zijn 'low', 'medium', 'high', 'critical'")]
    [InlineData("run --answers x --plan y --goal budget", "audit: bij --goal budget hoort --budget met het aantal punten")]
    [InlineData("run --answers x --plan y --budget 5", "audit: --budget hoort bij --goal budget")]
    [InlineData("run --answers x --plan y --goal budget --budget -1", "audit: --budget is een heel getal van 0 of meer")]
    [InlineData("run --answers x --plan y --goal snel", "audit: 'snel' kan niet; mogelijk zijn 'class', 'budget', 'reduction'")]
    [InlineData("score bla", "audit: onbekende opdracht of onbekend argument 'bla'", "audit: optie --answers ontbreekt")]
    [InlineData("score --answers a --answers b", "audit: optie --answers mag één keer, maar is 2 keer gegeven")]
    [InlineData("check", "audit: bij de opdracht 'check' ontbreekt PATH")]
    [InlineData("database copy --from x --batch veel --to y", "audit: 'veel' kan niet bij optie --batch")]
    public async Task Usage_Wrong_IsSaidInDutch(string arguments, params string[] messages)
    {
        var run = await AuditProgram.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.Equal([.. messages, "audit: zie 'audit --help'"], run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Run_BrokenAnswers_NamesEveryLineAndWritesNothing()
    {
        var answers = InFolder("antwoorden.yaml");
        var text = await File.ReadAllTextAsync(RepositoryFiles.PathTo(Duo), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(answers, text.Replace("version: \"2026-11-26\"", "version: 5", StringComparison.Ordinal) + "\nonbekend: 1\n", TestContext.Current.CancellationToken);

        var run = await AuditProgram.RunAsync("run", "--answers", answers, "--plan", InFolder("plan.xlsx"), "--json", InFolder("uit.json"), "--receipt", InFolder("bewijs.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(string.Empty, run.Output);
        Assert.All(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"antwoorden\.yaml:\d+: ", line));
        Assert.True(run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length >= 2);
        Assert.Equal(["antwoorden.yaml"], Directory.EnumerateFiles(folder).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("run", "--answers", "x.yaml")]
    [InlineData("score", "--answers", "x.yaml", "--on", "2026-02-30")]
    [InlineData("run", "--answers", "x.yaml", "--plan", "x.xlsx", "--target", "nul")]
    [InlineData("check", "--onbekend")]
    [InlineData("dansen")]
    public async Task Any_WrongUsage_ExitsWithTwo(params string[] arguments) =>
        Assert.Equal(2, (await AuditProgram.RunAsync(arguments)).ExitCode);

    [Fact]
    public async Task Score_MissingFile_ExitsWithOne()
    {
        var score = await AuditProgram.RunAsync("score", "--answers", InFolder("nergens.yaml"));

        Assert.Equal(1, score.ExitCode);
        Assert.Contains("nergens.yaml:1: ", score.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_OutputFolderMissing_ExitsWithOne()
    {
        var score = await AuditProgram.RunAsync("score", "--answers", Duo, "--json", InFolder("nergens/uit.json"));

        Assert.Equal(1, score.ExitCode);
        Assert.Contains("kan het bestand niet schrijven", score.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_JudgedProfile_IsRefused()
    {
        var score = await AuditProgram.RunAsync("score", "--answers", Duo, "--profile", "templates/scoring/rijksmodel-dpia.yaml");

        Assert.Equal(1, score.ExitCode);
        Assert.Contains("rijksmodel-dpia", score.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Score_OtherReferenceDate_LeavesOutGatesThatAreNotInForce()
    {
        var then = JsonNode.Parse((await AuditProgram.RunAsync("score", "--answers", Duo, "--json", "-")).Output)!;
        var now = JsonNode.Parse((await AuditProgram.RunAsync("score", "--answers", Duo, "--on", "2026-11-22", "--json", "-")).Output)!;

        Assert.Equal("2014-02-01", (string)then["date"]!);
        Assert.True(now["tasks"]![0]!["gates"]!.AsArray().Count > then["tasks"]![0]!["gates"]!.AsArray().Count);
    }

    [Fact]
    public async Task Check_ShippedContent_HasNoProblems()
    {
        var check = await AuditProgram.RunAsync("check", "templates", "workflows");

        Assert.Equal((0, string.Empty), (check.ExitCode, check.Errors));
    }

    [Fact]
    public async Task SeedDemo_Twice_ChangesNothingTheSecondTime()
    {
        var connection = $"Data Source={InFolder("demo.db")}";
        Assert.Equal(0, (await AuditProgram.RunAsync("migrate", "--connection", connection)).ExitCode);
        Assert.Equal(0, (await AuditProgram.RunAsync("seed", "demo", "--connection", connection)).ExitCode);
        var first = new FileInfo(InFolder("demo.db")).Length;

        var again = await AuditProgram.RunAsync("seed", "demo", "--connection", connection);

        Assert.Equal((0, string.Empty), (again.ExitCode, again.Errors));
        Assert.Equal(first, new FileInfo(InFolder("demo.db")).Length);
    }

    private string InFolder(string name) => Path.Combine(folder, name);
}
