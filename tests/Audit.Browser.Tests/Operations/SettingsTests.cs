using System.Text.RegularExpressions;
using Audit.Browser.Tests.Site;
using Audit.Web.Operations;
using Microsoft.Extensions.Configuration;

namespace Audit.Browser.Tests.Operations;

/// <summary>The list of settings is what the source reads and what the documentation says; what cannot be used is refused before anything starts.</summary>
public sealed partial class SettingsTests
{
    /// <summary>Files that read settings of the framework or of OpenTelemetry, or the list itself.</summary>
    private static readonly string[] Others = ["Settings.cs", "Telemetry.cs", "Address.cs"];

    [Fact]
    public void Documentation_shows_the_list()
    {
        var rows = Settings.All.Select(setting => $"| `{setting.Key}` | {setting.Default} | {setting.Meaning} | {setting.Example} |");
        var text = File.ReadAllText(Path.Combine(AuditSite.Content.Root, "docs", "operations.md"));
        var shown = SettingRow().Matches(text).Select(row => row.Value.TrimEnd());

        Assert.Equal(rows, shown);
    }

    [Fact]
    public void Source_reads_exactly_the_list()
    {
        var read = Directory.EnumerateFiles(Path.Combine(AuditSite.Content.Root, "src", "Audit.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Array.IndexOf(Others, Path.GetFileName(file)) < 0)
            .SelectMany(file => KeysIn(File.ReadAllText(file)))
            .Where(key => !key.StartsWith("Logging:", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Settings.All.Select(setting => setting.Key).Order(StringComparer.Ordinal), read);
    }

    [Fact]
    public void Planted_reads_are_noticed()
    {
        Assert.Equal(["A:B", "C:D", "E:F", "E:G"], KeysIn("x = configuration[\"A:B\"]; configuration.GetValue<int?>(\"C:D\"); var part = configuration.GetSection(\"E\"); part[\"F\"]; part.GetValue(\"G\", 1)"));
        Assert.Throws<InvalidOperationException>(() => KeysIn("configuration[key]").ToList());
    }

    [Theory]
    [InlineData("Mail:Hots", "smtp.voorbeeld.example", "Mail:Hots is geen instelling. Bedoelt u Mail:Host?")]
    [InlineData("Jobs:AtOnce", "veel", "Jobs:AtOnce is 'veel'; kies een geheel getal van 0 tot en met 8.")]
    [InlineData("Jobs:AtOnce", "2.5", "Jobs:AtOnce is '2.5'; kies een geheel getal van 0 tot en met 8.")]
    [InlineData("Workflow:WakeSeconds", "-1", "Workflow:WakeSeconds is '-1'; kies een geheel getal van 0 tot en met 604800.")]
    [InlineData("Database:Provider", "Postgres", "Database:Provider is 'Postgres'; mogelijk zijn Sqlite, SqlServer.")]
    [InlineData("Logs:Addresses", "ja", "Logs:Addresses is 'ja'; mogelijk zijn true, false.")]
    [InlineData("Keys:Folder", "x", "Keys:Folder is geen instelling. De instellingen staan in docs/operations.md.")]
    [InlineData("Trail:KeyFile:Extra", "x", "Trail:KeyFile:Extra is geen instelling. Bedoelt u Trail:Key?")]
    public void Setting_that_cannot_be_used_is_refused(string key, string value, string refusal) =>
        Assert.Equal(refusal, Settings.Refusal(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()));

    [Fact]
    public void Usual_settings_are_taken() => Assert.Null(Settings.Refusal(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AuditSite.Content.Root, "src", "Audit.Web", "appsettings.json"))
        .AddInMemoryCollection([new("Mail:Port", ""), new("Escalation:Ladder:3", "MT"), new("Database:Connection", "Data Source=x")]).Build()));

    [Fact]
    public void Server_with_a_wrong_setting_does_not_start()
    {
        using var server = new ServerProcess(new Dictionary<string, string> { ["Jobs__AtOnce"] = "veel", ["Attachments__LargestMegabyte"] = "5" });

        Assert.Equal(1, server.Start().Wait());
        Assert.Contains("Jobs:AtOnce is 'veel'; kies een geheel getal van 0 tot en met 8.", server.Lines);
        Assert.Contains("Attachments:LargestMegabyte is geen instelling. Bedoelt u Attachments:LargestMegabytes?", server.Lines);
    }

    /// <summary>Every key that a source text reads; a key that is not a literal is refused, for it could be anything.</summary>
    private static IEnumerable<string> KeysIn(string source)
    {
        if (Unclear().Match(source) is { Success: true } unclear)
        {
            throw new InvalidOperationException($"a setting is read by a key that is no literal: {unclear.Value}");
        }

        var sections = Section().Matches(source).DistinctBy(match => match.Value).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var whole = WholeSection().Matches(source).Select(match => match.Groups[1].Value).Where(key => !sections.ContainsValue(key));
        var own = Key().Matches(source).Select(match => match.Groups[1].Value);
        var ofSections = sections.SelectMany(section =>
            Regex.Matches(source, $@"\b{section.Key}(?:\.GetValue(?:<[^>]+>)?\(|\[)""([^""]+)""").Select(match => $"{section.Value}:{match.Groups[1].Value}"));
        return own.Concat(whole).Concat(ofSections);
    }

    [GeneratedRegex(@"^\| `[A-Z]\w+(?::\w+)?` \|.*$", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"\b[cC]onfiguration(?:\.GetValue(?:<[^>]+>)?\(|\[)""([^""]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\b[cC]onfiguration(?:\.GetValue(?:<[^>]+>)?\(|\.GetSection\(|\[)(?!"")[^)\]]*")]
    private static partial Regex Unclear();

    [GeneratedRegex(@"var (\w+) = [cC]onfiguration\.GetSection\(""([^""]+)""\)")]
    private static partial Regex Section();

    [GeneratedRegex(@"(?<!= )[cC]onfiguration\.GetSection\(""([^""]+)""\)")]
    private static partial Regex WholeSection();
}
