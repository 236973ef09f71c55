using System.Text.RegularExpressions;
using Audit.Data.Languages;
using Xunit;

namespace Audit.Integration.Tests.Languages;

/// <summary>Every text of the program has an English one, and no English text is left over.</summary>
public sealed partial class EnglishTextsTests
{
    private static readonly (string File, string Key)[] Used = [.. SourceTexts.In(Path.Combine(RepositoryFiles.Root, "src"))];

    [Fact]
    public void Every_text_in_the_source_has_an_English_one()
    {
        Assert.NotEmpty(Used);
        var lacking = Used.Where(text => !EnglishTexts.All.ContainsKey(text.Key)).Select(text => $"{text.File}: {text.Key}").ToList();
        Assert.True(lacking.Count == 0, $"{lacking.Count} texts have no English:\n{string.Join('\n', lacking)}");
    }

    [Fact]
    public void Every_English_text_is_used()
    {
        var used = Used.Select(text => text.Key).ToHashSet();
        var left = EnglishTexts.Files().SelectMany(file => file.Value.Keys.Where(key => !used.Contains(key)).Select(key => $"{file.Key}: {key}")).ToList();
        Assert.True(left.Count == 0, $"{left.Count} English texts are not used:\n{string.Join('\n', left)}");
    }

    [Fact]
    public void Every_English_text_has_the_holes_of_the_Dutch_one()
    {
        var wrong = EnglishTexts.All.Where(pair => !Holes(pair.Key).SetEquals(Holes(pair.Value))).Select(pair => $"{pair.Key} → {pair.Value}").ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void A_text_that_two_files_have_is_the_same_in_both()
    {
        var different = EnglishTexts.Files().SelectMany(file => file.Value).GroupBy(pair => pair.Key, pair => pair.Value).Where(group => group.Distinct().Count() > 1).Select(group => $"{group.Key}: {string.Join(" / ", group.Distinct())}").ToList();
        Assert.True(different.Count == 0, string.Join('\n', different));
    }

    [Theory]
    [InlineData("Tr($\"Opslaan\")", "Opslaan")]
    [InlineData("@Tr($\"Nog {Model.Count(\"x\")} van {total:0}\")", "Nog {0} van {1:0}")]
    [InlineData("Tr($\"{(a ? \"een\" : \"twee\")} en \\\"drie\\\"\")", "{0} en \"drie\"")]
    public void Keys_are_those_of_the_compiler(string source, string key) => Assert.Equal([key], SourceTexts.Keys(source));

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<!\{)\{(\d+)[^}]*\}")]
    private static partial Regex Hole();
}
