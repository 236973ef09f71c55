using System.Text.Json.Nodes;
using Xunit;

namespace Audit.Integration.Tests.Cli;

/// <summary><c>audit workflow simulate</c> on the shipped process, with and without a script.</summary>
public sealed class SimulateCommandTests : IDisposable
{
    private const string Doorlichting = "workflows/doorlichting.json";

    private readonly string folder = Directory.CreateTempSubdirectory("audit-simulate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Simulate_ShippedDefinition_ShowsEveryPathWithItsDays()
    {
        var run = await AuditProgram.RunAsync("workflow", "simulate", Doorlichting, "--json", "-");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        var paths = JsonNode.Parse(run.Output)!["paths"]!.AsArray();

        Assert.All(paths, path => Assert.Equal("repeat", (string)path!["steps"]!.AsArray()[^1]!["activity"]!));
        Assert.All(paths, path => Assert.Equal(path!["steps"]!.AsArray().Sum(step => (double?)step!["days"] ?? 0), (double)path["allowedDays"]!));
        Assert.Contains(paths, path => OutcomesOf(path!).Contains("review:SendBack"));
        Assert.Contains(paths, path => !OutcomesOf(path!).Contains("review:SendBack"));
    }

    [Fact]
    public async Task Simulate_ScriptThatSendsBackOnce_ReviewsAgainAfterScoring()
    {
        var run = await SimulateAsync("schema: audit-simulation/1\nsteps:\n  - step: review\n    outcome: SendBack\n", "--json", "-");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        var steps = Assert.Single(JsonNode.Parse(run.Output)!["paths"]!.AsArray())!["steps"]!.AsArray();
        var reviews = steps.Select((step, index) => (Step: step!, index)).Where(pair => (string?)pair.Step["stepKey"] == "review").ToList();

        Assert.Equal(["SendBack", "Approved"], reviews.Select(pair => (string)pair.Step["outcome"]!));
        Assert.Contains(steps.Take(reviews[1].index).Skip(reviews[0].index), step => (string)step!["type"]! == "Audit.ScoreTasks");
    }

    [Fact]
    public async Task Simulate_ForPeople_SaysTheVerdictInDutch()
    {
        var run = await AuditProgram.RunAsync("workflow", "simulate", Doorlichting);

        Assert.Contains("geen regel overtreden", run.Output, StringComparison.Ordinal);
        Assert.Contains("Pad 1:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steps:\n  - step: nergens\n    outcome: Done\n", "script.yaml:3: stap 'nergens' staat niet in de werkstroom")]
    [InlineData("steps:\n  - step: review\n    outcome: Misschien\n", "script.yaml:3: 'Misschien' is geen uitkomst van stap 'review'; mogelijk zijn Approved, SendBack")]
    [InlineData("steps:\n  - step: start\n    outcome: Done\n  - step: start\n    outcome: Done\n", "script.yaml:5: stap 'start' komt op dit pad niet (of niet zo vaak) voor")]
    [InlineData("stappen: []\n", "script.yaml:2:")]
    public async Task Simulate_ScriptThatDoesNotFit_NamesTheLine(string script, string message)
    {
        var run = await SimulateAsync($"schema: audit-simulation/1\n{script}");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Simulate_DefinitionThatBreaksARule_IsRefusedWithItsPath()
    {
        var file = Path.Combine(folder, "kapot.json");
        var text = await File.ReadAllTextAsync(RepositoryFiles.PathTo(Doorlichting), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("\"Audit.ScoreTasks\"", "\"Audit.Notify\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await AuditProgram.RunAsync("workflow", "simulate", file);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("kapot.json:", run.Errors, StringComparison.Ordinal);
    }

    private async Task<AuditProgram> SimulateAsync(string script, params string[] more)
    {
        var file = Path.Combine(folder, "script.yaml");
        await File.WriteAllTextAsync(file, script);
        return await AuditProgram.RunAsync(["workflow", "simulate", Doorlichting, "--script", file, .. more]);
    }

    private static IEnumerable<string> OutcomesOf(JsonNode path) => path["steps"]!.AsArray().Select(step => $"{step!["activity"]}:{step["outcome"]}");
}
