using System.Text.RegularExpressions;
using Xunit;

namespace Audit.Integration.Tests.Fuzz;

/// <summary>What docs/security.md says is shown by a test is shown by a test that exists.</summary>
public sealed partial class SecurityDocumentTests
{
    private static readonly Dictionary<string, string> Classes = Directory.GetFiles(RepositoryFiles.PathTo("tests"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
        .SelectMany(file => Declared().Matches(File.ReadAllText(file)).Select(match => (Name: match.Groups[1].Value, File: file)))
        .GroupBy(pair => pair.Name)
        .ToDictionary(group => group.Key, group => string.Concat(group.Select(pair => File.ReadAllText(pair.File))));

    [Fact]
    public void Document_EveryTestItNames_Exists()
    {
        var named = Named().Matches(File.ReadAllText(RepositoryFiles.PathTo("docs", "security.md"))).Select(match => (Class: match.Groups[1].Value, Method: match.Groups[3].Value)).Distinct().ToList();
        Assert.True(named.Count > 40, $"only {named.Count} tests are named");
        Assert.Empty(named.Where(test => !Exists(test.Class, test.Method)).Select(test => $"{test.Class}.{test.Method}"));
    }

    [Fact]
    public void Document_TestThatIsNotThere_IsNoticed()
    {
        Assert.False(Exists("VerzonnenTests", string.Empty));
        Assert.False(Exists(nameof(SecurityDocumentTests), "Verzonnen"));
        Assert.True(Exists(nameof(SecurityDocumentTests), nameof(Document_EveryTestItNames_Exists)));
    }

    private static bool Exists(string name, string method) =>
        Classes.TryGetValue(name, out var text) && (method.Length == 0 || Regex.IsMatch(text, $@"public (static )?(async Task|Task|void) {method}\("));

    [GeneratedRegex("class ([A-Za-z]+Tests)\\b")]
    private static partial Regex Declared();

    [GeneratedRegex("`([A-Za-z]+Tests)(\\.([A-Za-z0-9_]+))?`")]
    private static partial Regex Named();
}
