using System.Text.RegularExpressions;
using Audit.Core.Instruments;
using Audit.Data.Languages;
using Audit.Web.Texts;
using Xunit;

namespace Audit.Integration.Tests.Languages;

/// <summary>What an English page has in Dutch only, is marked as Dutch.</summary>
public sealed partial class DutchMarksTests
{
    private static readonly string[] Dutch = ["Ja", "Wordt er gekozen?", "Wordt er gekozen? Hoe dan?", "rol &amp; taak"];

    [Theory]
    [InlineData("<p>Wordt er gekozen?</p>", "<p><span lang=\"nl\">Wordt er gekozen?</span></p>")]
    [InlineData("<p>Question 1: wordt er gekozen? Hoe dan?</p>", "<p>Question 1: <span lang=\"nl\">wordt er gekozen? Hoe dan?</span></p>")]
    [InlineData("<b>Ja</b><br>January, rol &amp; taak", "<b><span lang=\"nl\">Ja</span></b><br>January, <span lang=\"nl\">rol &amp; taak</span>")]
    [InlineData("<select><option value=\"1\">1. Ja</option><option>No</option></select>", "<select><option lang=\"nl\" value=\"1\">1. Ja</option><option>No</option></select>")]
    [InlineData("<svg><text x=\"1\"><tspan>Ja</tspan></text><path d=\"M0\"/></svg>", "<svg><text x=\"1\"><tspan lang=\"nl\">Ja</tspan></text><path d=\"M0\"/></svg>")]
    [InlineData("<p lang=\"nl\">Ja</p><textarea>Ja</textarea><!-- Ja --><p title=\"Ja > nee\">1 < 2</p>", "<p lang=\"nl\">Ja</p><textarea>Ja</textarea><!-- Ja --><p title=\"Ja > nee\">1 < 2</p>")]
    public void In_MarksWhatIsDutch(string html, string marked) => Assert.Equal(marked, DutchMarks.In(html, Dutch));

    [Theory]
    [InlineData("en", new[] { "alleen Nederlands" })]
    [InlineData("nl", new string[0])]
    public void Shown_KeepsWhatAReaderOfEnglishGetsInDutch(string language, string[] kept)
    {
        using var reader = Language.Use(language);
        Language.KeepDutch();
        LocalizedText[] texts = ["alleen Nederlands", new("ja", "yes")];
        Assert.Equal(texts.Select(text => text.In(language)), texts.Select(text => text.Shown()));
        Language.Tr(Sentence.Of($"Actie {Sentence.Of($"{texts[0]}")} wacht"));
        Assert.Equal(kept, Language.KeptDutch);
    }

    [Fact]
    public void Pages_ShowTextsOfTheInstrumentOnlyWithTheMark()
    {
        var source = Path.Combine(RepositoryFiles.Root, "src");
        var wrong = new[] { "Audit.Web", "Audit.Workflows" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(source, project), "*.cs*", SearchOption.AllDirectories))
            .Where(file => PassesByTheMark().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(source, file));
        Assert.Empty(wrong);
    }

    /// <summary>Asks a text itself for the language of the reader, past the method that also keeps what is Dutch.</summary>
    [GeneratedRegex(@"\.In\((Language\.)?Code\)|\.In\(CultureInfo")]
    private static partial Regex PassesByTheMark();
}
