using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>The documentation of the definitions is what the code makes of them.</summary>
public sealed class DefinitionDocumentsTests
{
    private static readonly string Folder = RepositoryFiles.PathTo("docs", "workflows");

    [Fact]
    public void Files_OfTheRepository_AreWhatTheDefinitionsSay()
    {
        var files = DefinitionDocuments.Of(Shipped(), File.ReadAllText(Path.Combine(Folder, DefinitionDocuments.Readme)))!;

        Assert.True(
            files.Keys.SequenceEqual(Directory.GetFiles(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal))
                && files.All(file => File.ReadAllText(Path.Combine(Folder, file.Key)) == file.Value),
            "docs/workflows is out of date: run 'audit workflow document workflows docs/workflows' and delete the pages of definitions that are gone");
    }

    [Fact]
    public void Of_Readme_KeepsWhatPeopleWroteAndListsEveryDefinition()
    {
        var readme = DefinitionDocuments.Of(Shipped(), $"Voor\n{DefinitionDocuments.ListBegins}\noud\n{DefinitionDocuments.ListEnds}\nNa\n")![DefinitionDocuments.Readme];

        Assert.StartsWith("Voor\n", readme, StringComparison.Ordinal);
        Assert.EndsWith("\nNa\n", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("oud", readme, StringComparison.Ordinal);
        Assert.All(Shipped(), definition => Assert.Contains($"| [{definition.Name}]({definition.DefinitionId}.md) | {definition.Description}", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ReadmeWithoutPlaceForTheList_IsRefused() => Assert.Null(DefinitionDocuments.Of(Shipped(), "Alleen tekst"));

    [Fact]
    public void Of_TwoVersions_ShowsTheNewest()
    {
        WorkflowDefinition[] versions = [Version(2), Version(1)];

        var page = DefinitionDocuments.Of(versions, readme: null)!["proef.md"];

        Assert.Contains("versie 2 van de werkstroom `proef`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NamesWithMarkup_AreTextOnThePage()
    {
        var definition = ShippedDefinition.Read();
        definition["name"] = "<b>Vet</b>";
        definition.Activity("start")["displayName"] = "Een | twee [x](y) <script>";

        var page = DefinitionPage.Of(SampleDiagrams.Read(definition.Text()));

        Assert.Contains("# &lt;b&gt;Vet&lt;/b&gt;\n", page, StringComparison.Ordinal);
        Assert.Contains("| Een \\| twee \\[x\\](y) &lt;script&gt; |", page, StringComparison.Ordinal);
    }

    private static WorkflowDefinition Version(int version) => SampleDiagrams.Read(new DefinitionBuilder().Human("een").Build(version: version));

    private static IReadOnlyList<WorkflowDefinition> Shipped() => [.. DefinitionFolder.Load(ShippedDefinition.Folder).Definitions.Select(loaded => loaded.Definition)];
}
