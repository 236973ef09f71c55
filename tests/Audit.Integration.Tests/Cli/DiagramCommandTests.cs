using System.Xml.Linq;
using Xunit;

namespace Audit.Integration.Tests.Cli;

/// <summary><c>audit workflow diagram</c> and <c>audit workflow document</c> on the shipped process.</summary>
public sealed class DiagramCommandTests : IDisposable
{
    private const string Doorlichting = "workflows/doorlichting.json";
    private const string Head = "| Stap | Onderdeel van | Wie | Termijn | Daarna |";

    private readonly string folder = Directory.CreateTempSubdirectory("audit-diagram-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Diagram_WithoutOptions_WritesTheDrawingOnStandardOutput()
    {
        var run = await AuditProgram.RunAsync("workflow", "diagram", Doorlichting);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.Equal("svg", XElement.Parse(run.Output).Name.LocalName);
    }

    [Fact]
    public async Task Diagram_FileAndTable_WritesTheDrawingToTheFileAndTheTableOnStandardOutput()
    {
        var file = Path.Combine(folder, "tekening.svg");

        var run = await AuditProgram.RunAsync("workflow", "diagram", Doorlichting, "--out", file, "--table");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.StartsWith(Head, run.Output, StringComparison.Ordinal);
        Assert.Contains("Werksessie 1: begrippen", XElement.Load(file).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagram_TableAlone_WritesNoDrawing()
    {
        var run = await AuditProgram.RunAsync("workflow", "diagram", Doorlichting, "--table");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.DoesNotContain("<svg", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagram_DrawingAndTableBothOnStandardOutput_IsWrongUsage()
    {
        var run = await AuditProgram.RunAsync("workflow", "diagram", Doorlichting, "--out", "-", "--table");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--out - en --table kunnen niet samen", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diagram_DefinitionThatBreaksARule_IsRefusedWithItsLine()
    {
        var file = Path.Combine(folder, "kapot.json");
        var text = await File.ReadAllTextAsync(RepositoryFiles.PathTo(Doorlichting));
        await File.WriteAllTextAsync(file, text.Replace("\"coach\"", "\"chef\"", StringComparison.Ordinal));

        var run = await AuditProgram.RunAsync("workflow", "diagram", file);

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Matches(@"kapot\.json:\d+: .*chef", run.Errors);
    }

    [Fact]
    public async Task Diagram_FileThatCannotBeWritten_IsSaid()
    {
        var run = await AuditProgram.RunAsync("workflow", "diagram", Doorlichting, "--out", Path.Combine(folder, "weg", "tekening.svg"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("kan het bestand niet schrijven", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_NewFolder_GetsAPageAndADrawingPerDefinitionAndTheList()
    {
        var target = Path.Combine(folder, "bladzijden");

        var run = await AuditProgram.RunAsync("workflow", "document", "workflows", target);

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.Contains("[Doorlichting](doorlichting.md)", await File.ReadAllTextAsync(Path.Combine(target, "README.md")), StringComparison.Ordinal);
        Assert.Contains(Head, await File.ReadAllTextAsync(Path.Combine(target, "doorlichting.md")), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(target, "doorlichting.svg")));
    }

    [Fact]
    public async Task Document_ReadmeWithoutPlaceForTheList_IsLeftAlone()
    {
        var readme = Path.Combine(folder, "README.md");
        await File.WriteAllTextAsync(readme, "Eigen tekst\n");

        var run = await AuditProgram.RunAsync("workflow", "document", "workflows", folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("README.md:1: de regels", run.Errors, StringComparison.Ordinal);
        Assert.Equal([readme], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Document_FolderThatIsMissing_IsSaid()
    {
        var run = await AuditProgram.RunAsync("workflow", "document", Path.Combine(folder, "weg"), folder);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("de map met werkstromen bestaat niet", run.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }
}
