using Audit.Core.Scoring;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Results;

/// <summary>A score in a few plain sentences, made from its numbers.</summary>
public static class PlainSummary
{
    public static IReadOnlyList<string> Of(TaskView task) =>
        [.. new[] { OfClass(task.Score), OfResidual(task), OfGates(task), OfLargest(task), OfCompleteness(task.Score) }.OfType<string>()];

    /// <summary>Stability of the class in words; null without R.</summary>
    public static string? OfRobustness(Robustness? robustness) => robustness is not { } known
        ? null
        : $"Wij hebben de berekening {DutchText.Count(known.Draws)} keer herhaald met iets andere gewichten. In {DutchText.Percent(known.SameClass)} "
            + (known.IsRobust
                ? "van de gevallen bleef de klasse gelijk. De klasse is robuust: kleine keuzes in de weging maken weinig uit."
                : "van de gevallen bleef de klasse gelijk. De klasse is gevoelig: kleine keuzes in de weging kunnen de klasse veranderen.");

    private static string OfClass(TaskScore score) => (score.Class.Low, score.Class.High) switch
    {
        (_, null) => "De klasse is niet te bepalen, want geen enkel onderdeel is van toepassing.",
        (null, { } high) => $"De klasse is nog onzeker. Wij werken met {ResultWords.Lower(high)}, want onbekend is niet veilig.",
        ({ } low, { } high) when low == high => $"De klasse is {ResultWords.Lower(high)}.",
        ({ } low, { } high) =>
            $"De klasse ligt tussen {ResultWords.Lower(low)} en {ResultWords.Lower(high)}. Wij werken met de hoogste klasse, want onbekend is niet veilig.",
    };

    private static string OfResidual(TaskView task)
    {
        if (task.Score is not { Residual: { } range, Likelihood: { } likelihood })
        {
            return $"Het restrisico is {DutchText.NotComputable}.";
        }

        var text = DutchText.Range(range);
        var place = text == DutchText.Number(range.Low) ? $"is {text}" : $"ligt tussen {DutchText.Number(range.Low)} en {DutchText.Number(range.High)}";
        return $"Het restrisico {place} op een schaal van 0 tot 1. Dat is kansniveau {DutchText.Levels(likelihood)} en de ernst is niveau "
            + $"{DutchText.Levels(task.Score.Severity)}, elk op een schaal van 1 tot 4.";
    }

    private static string? OfGates(TaskView task)
    {
        var fired = task.Gates(Truth.True);
        var open = task.Gates(Truth.Open).Count;
        var sentences = new List<string>();
        if (fired.Count > 0)
        {
            var ids = fired.Select(result => result.Gate.Id).ToList();
            var names = ids.Count == 1 ? ids[0] : $"{string.Join(", ", ids[..^1])} en {ids[^1]}";
            sentences.Add(fired.Count == 1 ? $"Drempelregel {names} is geraakt." : $"Drempelregels {names} zijn geraakt.");
        }

        if (open > 0)
        {
            sentences.Add(open == 1 ? "Eén drempelregel moet nog worden onderzocht." : $"{open} drempelregels moeten nog worden onderzocht.");
        }

        if (task.ClassWithoutGates is { } without && without != task.Score.Class.Working)
        {
            sentences.Add($"Zonder drempelregels zou de klasse {ResultWords.Lower(without)} zijn; een gemiddelde kan een drempelregel niet wegstrepen.");
        }

        return sentences.Count == 0 ? null : string.Join(' ', sentences);
    }

    private static string? OfLargest(TaskView task)
    {
        if (task.Score.Contributions.Where(part => part.Value > 0).MaxBy(part => part.Value) is not { } largest)
        {
            return null;
        }

        var open = task.Score.Trace.First(trace => trace.QuestionId == largest.QuestionId).State != QuestionState.Answered;
        return $"Het meest telt vraag {largest.QuestionId} mee: ‘{task.Question(largest.QuestionId).Text.Nl}’ ({DutchText.Signed(largest.Value)})."
            + (open ? " Dat antwoord is nog onbekend en telt daarom als het ongunstigste antwoord." : string.Empty);
    }

    private static string? OfCompleteness(TaskScore score) => score.Completeness is { } share
        ? $"{DutchText.Percent(share)} van de vragen die meetellen is beantwoord, gemeten naar gewicht."
        : null;
}
