using System.Text.RegularExpressions;
using Xunit;

namespace Audit.Integration.Tests.Languages;

/// <summary>What the program says in Dutch goes through <c>Tr</c> or <c>Sentence.Of</c>, so that a reader of English can read it too.</summary>
public sealed partial class DutchLiteralTests
{
    private static readonly string Source = Path.Combine(RepositoryFiles.Root, "src");

    /// <summary>Folders and files of which the texts are no sentences for a reader of a page or an e-mail.</summary>
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["Audit.Workflows/Simulation/"] = "the command line only",
        ["Audit.Workflows/Diagrams/DefinitionPage.cs"] = "pages of docs/, in Dutch",
        ["Audit.Workflows/Diagrams/DefinitionDocuments.cs"] = "pages of docs/, in Dutch",
        ["Audit.Workflows/Seed/"] = "what the people of the demonstration wrote",
        ["Audit.Workflows/Reviews/SignedFacts.cs"] = "what was signed stays letter by letter; shown with lang=nl",
        ["Audit.Web/Operations/Settings.cs"] = "settings, told on the console and in docs/operations.md",
        ["Audit.Web/StartUp/"] = "why the program does not start, told on the console",
        ["Audit.Web/Mail/MailSettings.cs"] = "why the program does not start, told on the console",
        ["Audit.Web/Accounts/SessionRules.cs"] = "why the program does not start, told on the console",
        ["Audit.Web/Accounts/OrganisationSettings.cs"] = "why the program does not start, told on the console",
        ["Audit.Web/Jobs/CaseRecordJob.cs"] = "the reading guide in an export, which is Dutch",
    };

    /// <summary>Single texts that are Dutch for every reader, by how they begin.</summary>
    private static readonly Dictionary<string, string> ExemptTexts = new()
    {
        ["de dag van berekenen"] = "trail, of the criteria of a case",
        ["tot en met {}; bron: {}"] = "trail, of a lifted gate",
        ["\n        {(row.ByReviewer"] = "trail, of a judged risk",
        ["\n        {Title}"] = "trail, of a risk",
        ["telling van de indicator"] = "trail, of a measurement",
        ["{}, het hele plan"] = "trail, of an exported workbook",
        ["geloot met startgetal"] = "trail, of a round of ratings",
        ["met de hand gekozen"] = "trail, of a round of ratings",
        [", niet blind"] = "trail, of a round of ratings",
        ["Bewaartermijn van {} dagen is voorbij (Retention:"] = "trail, of what was erased",
        ["zonder scherm ingevoerd"] = "trail, the name of who ran the command line",
        ["beheerder van de installatie"] = "RoleNames.Dutch: roles as the trail names them; RoleNames.Of is for readers",
        ["Het risico dat"] = "titles in the register of risks are Dutch; the form says so in English",
    };

    private static readonly string[] Projects = ["Audit.Workflows", "Audit.Workflows.Elsa", "Audit.Web"];

    [Fact]
    public void No_Dutch_sentence_in_code_passes_by_the_translation()
    {
        var files = Projects.SelectMany(project => Directory.EnumerateFiles(Path.Combine(Source, project), "*.cs", SearchOption.AllDirectories)).Where(IsOurs).ToList();
        Assert.True(files.Count > 300, $"only {files.Count} files were read");
        var wrong = files.SelectMany(file => Untranslated(File.ReadAllText(file)).Select(text => $"{Name(file)}: {text}")).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} Dutch texts have no Tr($\"…\") or Sentence.Of($\"…\"):\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void No_Dutch_sentence_on_a_page_passes_by_the_translation()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(Source, "Audit.Web"), "*.cshtml", SearchOption.AllDirectories).ToList();
        var wrong = pages.SelectMany(page => UntranslatedOnPage(File.ReadAllText(page)).Select(text => $"{Name(page)}: {text}")).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} Dutch texts on pages have no Tr($\"…\"):\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [InlineData("return SubmitResult.Refused(\"Deze stap bestaat niet.\");", 1)]
    [InlineData("return $\"vraag {id} hoort niet bij deze taak\";", 1)]
    [InlineData("return Tr($\"{(wel ? \"dat mag niet\" : \"x\")} en verder niets\");", 1)]
    [InlineData("return \"\"\"\n  Dit mag niet.\n  \"\"\";", 1)]
    [InlineData("return Tr($\"Deze stap bestaat niet.\");", 0)]
    [InlineData("return Sentence.Of(\n  $\"Deze stap bestaat niet.\");", 0)]
    [InlineData("// \"Deze stap bestaat niet.\"\nreturn '\"' + \"x\";", 0)]
    [InlineData("trail.Add(db, CaseTrail.For(x), \"de taak is niet meer van u\");", 0)]
    [InlineData("throw new InvalidOperationException($\"the question {id} is not of this case\");", 0)]
    public void Untranslated_FindsPlainDutch(string source, int count) => Assert.Equal(count, Untranslated(source).Count());

    [Theory]
    [InlineData("<p>Dit mag niet.</p>", 1)]
    [InlineData("<p>Dit mag niet (zie @x).</p>", 1)]
    [InlineData("<p title=\"Dit mag niet\">@x</p>", 1)]
    [InlineData("<p>@(x ? \"Dit mag niet\" : Tr($\"Dat mag niet, {y.Of(\"een\")}\"))</p>", 1)]
    [InlineData("<p class=\"a b\">@Tr($\"Dit mag niet.\")</p>@* Dit mag niet *@", 0)]
    public void UntranslatedOnPage_FindsPlainDutch(string page, int count) => Assert.Equal(count, UntranslatedOnPage(page).Count());

    private static IEnumerable<string> Untranslated(string source) =>
        from literal in SourceLiterals.In(source)
        where IsDutch(literal.Text) && !Translates().IsMatch(literal.Before) && !NotForReaders().IsMatch(literal.Statement) && !IsExempt(literal.Text.ReplaceLineEndings("\n"), ExemptTexts)
        select literal.Text;

    private static IEnumerable<string> UntranslatedOnPage(string page) =>
        from part in OnPage().Matches(SourceTexts.Without(RazorComment().Replace(page, string.Empty)))
        where IsDutch(part.Value) && part.Value.Contains(' ', StringComparison.Ordinal)
        select part.Value;

    private static bool IsDutch(string text) => Words().Count(text) > 1 && DutchWord().IsMatch(text);

    private static string Name(string file) => Path.GetRelativePath(Source, file).Replace('\\', '/');

    private static bool IsOurs(string file) => !IsExempt(Name(file), Exempt) && !Name(file).Contains("/obj/", StringComparison.Ordinal);

    private static bool IsExempt(string name, Dictionary<string, string> among) => among.Keys.Any(known => name.StartsWith(known, StringComparison.Ordinal));

    /// <summary>Words that Dutch sentences are made of and English ones are not.</summary>
    [GeneratedRegex(@"(?<![\w'-])(het|een|van|niet|geen|deze|dit|dat|voor|zijn|wordt|worden|kan|kunt|moet|mag|uw|u|de|er|en|om|met|meer|aan|bij|uit|naar|nog|maar|wel|alleen|ook|zonder|hoogstens|mogelijk|onbekend|ontbreekt|bestaat|omdat)(?![\w'-])", RegexOptions.IgnoreCase)]
    private static partial Regex DutchWord();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<!\w)(Tr|Sentence\.Of)\(\s*$")]
    private static partial Regex Translates();

    /// <summary>The trail and the log are Dutch and English for everybody; exceptions for developers never reach a reader.</summary>
    [GeneratedRegex(@"Trail\b|[lL]ogger\b|new (InvalidOperation|NotSupported|Argument\w*)Exception|HealthCheckResult")]
    private static partial Regex NotForReaders();

    /// <summary>What stands between tags, and what stands between quotes.</summary>
    [GeneratedRegex("(?<=>)[^<>{}\"=;]+(?=<)|\"[^\"@<>=]+\"")]
    private static partial Regex OnPage();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();
}
