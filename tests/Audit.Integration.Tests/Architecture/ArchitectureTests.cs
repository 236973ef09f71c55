using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Audit.Integration.Tests.Architecture;

/// <summary>The rules of docs/decisions/0001, each naming its offender.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] CoreFlow = ["Instruments", "Assessments", "Scoring", "Research", "Risks", "Review", "Outcomes", "Actions"];

    [Theory]
    [InlineData("Audit.Core", new string[0])]
    [InlineData("Audit.Data", new[] { "Audit.Core" })]
    [InlineData("Audit.Data.Sqlite", new[] { "Audit.Data" })]
    [InlineData("Audit.Data.SqlServer", new[] { "Audit.Data" })]
    [InlineData("Audit.Workflows", new[] { "Audit.Data", "Audit.Data.Sqlite", "Audit.Data.SqlServer" })]
    [InlineData("Audit.Workflows.Elsa", new[] { "Audit.Workflows" })]
    [InlineData("Audit.Web", new[] { "Audit.Workflows", "Audit.Workflows.Elsa" })]
    [InlineData("Audit.Cli", new[] { "Audit.Workflows" })]
    public void Project_References_PointBackAlongTheFlow(string project, string[] allowed)
    {
        var file = XDocument.Load(RepositoryFiles.PathTo("src", project, $"{project}.csproj"));
        var references = file.Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Core_Packages_AreNoneButAnalyzersAndMathNet()
    {
        var packages = XDocument.Load(RepositoryFiles.PathTo("src", "Audit.Core", "Audit.Core.csproj"))
            .Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

        Assert.Empty(packages.Except(["Microsoft.CodeAnalysis.BannedApiAnalyzers", "MathNet.Numerics"]));
    }

    [Fact]
    public void Core_Folders_DependAlongTheFlowOnly()
    {
        var offenders = from folder in CoreFlow
                        from file in Directory.EnumerateFiles(RepositoryFiles.PathTo("src", "Audit.Core", folder), "*.cs")
                        from Match use in Regex.Matches(File.ReadAllText(file), @"using Audit\.Core\.(\w+);")
                        where Array.IndexOf(CoreFlow, use.Groups[1].Value) > Array.IndexOf(CoreFlow, folder)
                        select $"{Path.GetFileName(file)} uses {use.Groups[1].Value}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Core_Types_HaveNoSetters()
    {
        var offenders = from type in typeof(Core.Scoring.ScoringModel).Assembly.GetExportedTypes()
                        from property in type.GetProperties()
                        where property.SetMethod is { IsPublic: true } setter
                            && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                        select $"{type.Name}.{property.Name}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Core_Assembly_UsesNoClockFilesOrNetwork()
    {
        string[] allowed = ["System.Runtime", "System.Collections", "System.Linq", "System.Memory", "System.Security.Cryptography", "System.Runtime.Extensions", "System.Runtime.InteropServices", "MathNet.Numerics"];
        var references = typeof(Core.Scoring.ScoringModel).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Source_Queries_AreNeverRawSql()
    {
        const string schemaWrittenByEf = "CompiledModel.cs";
        const string settingsOfSqlite = "SqliteFile.cs";
        var offenders = SourceFiles().Where(file => Path.GetFileName(file) is not (schemaWrittenByEf or settingsOfSqlite) && HasRawSql(File.ReadAllText(file)));

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("db.Bodies.FromSql($\"SELECT * FROM Bodies\")")]
    [InlineData("await db.Database.ExecuteSqlRawAsync(\"DELETE FROM Bodies\")")]
    [InlineData("db.Database.SqlQueryRaw<int>(\"SELECT 1\")")]
    [InlineData("command.CommandText = \"SELECT 1\"")]
    public void Source_PlantedRawSql_IsNoticed(string planted) => Assert.True(HasRawSql(planted));

    [Fact]
    public void Source_Excel_StaysInOneFolder()
    {
        var offenders = SourceFiles()
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Excel{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("using ClosedXML", StringComparison.Ordinal));

        Assert.Empty(offenders);
    }

    private static bool HasRawSql(string source) =>
        Regex.IsMatch(source, @"\b(FromSql|FromSqlRaw|FromSqlInterpolated|SqlQuery|SqlQueryRaw|ExecuteSql|ExecuteSqlRaw|ExecuteSqlInterpolated|ExecuteSqlAsync|ExecuteSqlRawAsync|ExecuteSqlInterpolatedAsync|CommandText)\b");

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(RepositoryFiles.PathTo("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal));
}
