using System.Text.RegularExpressions;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Lint;

/// <summary>Warns about texts that are hard to read or to answer: two questions in one, absolutes, long sentences.</summary>
internal static partial class WordingLint
{
    /// <summary>Longest sentence in Dutch that people at language level B1 read without effort. Unit: words. Own choice, in line with common advice for plain Dutch.</summary>
    private const int MostWords = 20;

    public static void CheckInstrument(MapNode root, ProblemList problems)
    {
        foreach (var question in Questions(root))
        {
            if (question.Map("text")?.Find("nl") is ScalarNode text)
            {
                CheckQuestion(question.Text("id")!, text, problems);
            }
        }

        CheckLengths([root], problems);
    }

    /// <summary>Warns about every long sentence in a Dutch text below these blocks.</summary>
    public static void CheckLengths(IEnumerable<Node> nodes, ProblemList problems)
    {
        foreach (var text in nodes.SelectMany(DutchTexts))
        {
            var longest = SentenceEnds().Split(text.Text).Max(WordsIn);
            if (longest > MostWords)
            {
                problems.Warning(text.Line, Sentence.Of($"een zin van {longest} woorden; {MostWords} is het meeste dat goed leesbaar is"));
            }
        }
    }

    public static IEnumerable<MapNode> Questions(MapNode root) =>
        root.Maps("crossCutting").Concat(root.Maps("components")).SelectMany(part => part.Maps("questions")).Concat(root.Maps("severity"));

    private static IEnumerable<ScalarNode> DutchTexts(Node node) => node switch
    {
        MapNode map => map.Entries.SelectMany(entry => entry is { Name: "nl", Value: ScalarNode text } ? [text] : DutchTexts(entry.Value)),
        ListNode list => list.Items.SelectMany(DutchTexts),
        _ => [],
    };

    private static void CheckQuestion(string id, ScalarNode text, ProblemList problems)
    {
        if (Absolutes().Match(text.Text) is { Success: true } absolute)
        {
            problems.Warning(text.Line, Sentence.Of($"vraag '{id}' gebruikt '{absolute.Value}': een absoluut woord lokt een te stellig antwoord uit"));
        }

        var plain = FixedPairs().Replace(text.Text, string.Empty);
        if (text.Text.Count(c => c == '?') > 1 || Joined().IsMatch(plain))
        {
            problems.Warning(text.Line, Sentence.Of($"vraag '{id}' vraagt twee dingen tegelijk"));
        }
    }

    private static int WordsIn(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));

    [GeneratedRegex(@"\b(altijd|nooit|iedereen|niemand|volledig|uitsluitend|alle|allemaal|geen enkele?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absolutes();

    /// <summary>Pairs that name one thing.</summary>
    [GeneratedRegex(@"\b(bezwaar en beroep|wet- en regelgeving|vraag en antwoord|Raad en Daad|min of meer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FixedPairs();

    [GeneratedRegex(@"\b(en|en/of|alsook|evenals|alsmede)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Joined();

    [GeneratedRegex(@"(?<=[.!?:;])\s|\n")]
    private static partial Regex SentenceEnds();
}
