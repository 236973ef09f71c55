using System.Text.RegularExpressions;
using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Warns about question texts that are hard to answer: two questions in one, absolutes, long sentences.</summary>
public static partial class WordingChecker
{
    private const int MostWords = 25;

    public static IEnumerable<Problem> Check(Template<Instrument> template)
    {
        var problems = new ProblemList(template.Path);
        var lists = template.Root.Maps("crossCutting").Concat(template.Root.Maps("components"))
            .SelectMany(part => part.Maps("questions")).Concat(template.Root.Maps("severity"));
        foreach (var question in lists)
        {
            if (question.Map("text")?.Find("nl") is ScalarNode text)
            {
                CheckText(question.Text("id")!, text, problems);
            }
        }

        return problems.All;
    }

    private static void CheckText(string id, ScalarNode text, ProblemList problems)
    {
        if (Absolutes().Match(text.Text) is { Success: true } absolute)
        {
            problems.Warning(text.Line, $"vraag '{id}' gebruikt '{absolute.Value}': een absoluut woord lokt een te stellig antwoord uit");
        }

        if (text.Text.Contains("en/of", StringComparison.OrdinalIgnoreCase) || text.Text.Count(c => c == '?') > 1)
        {
            problems.Warning(text.Line, $"vraag '{id}' vraagt twee dingen tegelijk");
        }

        var longest = SentenceEnds().Split(text.Text).Max(sentence => sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        if (longest > MostWords)
        {
            problems.Warning(text.Line, $"vraag '{id}' heeft een zin van {longest} woorden; {MostWords} is het meeste dat goed leesbaar is");
        }
    }

    [GeneratedRegex(@"\b(altijd|nooit|iedereen|niemand|volledig|uitsluitend)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Absolutes();

    [GeneratedRegex(@"[.!?]\s")]
    private static partial Regex SentenceEnds();
}
