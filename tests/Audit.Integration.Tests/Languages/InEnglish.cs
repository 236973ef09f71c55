using System.Text.RegularExpressions;
using Audit.Data.Languages;
using Xunit;

namespace Audit.Integration.Tests.Languages;

/// <summary>Finds Dutch in what an English reader gets to read.</summary>
internal static partial class InEnglish
{
    /// <summary>Fails when a part of a sentence, at any depth, has no English.</summary>
    public static void AssertComplete(IEnumerable<Sentence> sentences) => Assert.Empty(sentences.SelectMany(LackingIn).Distinct());

    /// <summary>Fails also when a Dutch word stands outside quotes. Not for files of which the own words are Dutch.</summary>
    public static void AssertNoDutch(IReadOnlyCollection<Sentence> sentences)
    {
        AssertComplete(sentences);
        using var reader = Language.Use("en");
        Assert.All(sentences, sentence => AssertNoDutch(Language.Tr(sentence)));
    }

    /// <summary>Fails when a Dutch word stands outside quotes.</summary>
    public static void AssertNoDutch(string text) => Assert.DoesNotMatch(DutchWord(), Quoted().Replace(text, string.Empty));

    private static IEnumerable<string> LackingIn(Sentence sentence)
    {
        var hasWords = Hole().Replace(sentence.Format, string.Empty).Any(char.IsLetter);
        string[] own = hasWords && !EnglishTexts.All.ContainsKey(sentence.Format) ? [sentence.Format] : [];
        return own.Concat(sentence.Arguments.OfType<Sentence>().SelectMany(LackingIn));
    }

    [GeneratedRegex(@"\b(de|het|een|niet|geen|moet|maar|kan|staat|wordt|hier|dit|deze|voor|zijn|heeft|bij|naar|ontbreekt|bestaat|onbekend|leeg|regel|vraag|taak|bron|activiteit|bestand|werkstroom|blad|tekst|lijst|getal)\b", RegexOptions.IgnoreCase)]
    private static partial Regex DutchWord();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\d+[^}]*\}")]
    private static partial Regex Hole();
}
