using Audit.Core.Scoring;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Results;

/// <summary>A score in a few plain sentences, made from its numbers.</summary>
public static class PlainSummary
{
    public static IReadOnlyList<string> Of(TaskView task) =>
        [.. new[] { OfClass(task.Score), OfResidual(task), OfGates(task), OfLargest(task), OfCompleteness(task.Score) }.OfType<string>()];

    /// <summary>Stability of the class in words; null without R.</summary>
    public static string? OfRobustness(Robustness? robustness) => robustness switch
    {
        null => null,
        { IsRobust: true } => Tr($"Wij hebben de berekening {DutchText.Count(robustness.Draws)} keer herhaald met iets andere gewichten. In {DutchText.Percent(robustness.SameClass)} van de gevallen bleef de klasse gelijk. De klasse is robuust: kleine keuzes in de weging maken weinig uit."),
        _ => Tr($"Wij hebben de berekening {DutchText.Count(robustness.Draws)} keer herhaald met iets andere gewichten. In {DutchText.Percent(robustness.SameClass)} van de gevallen bleef de klasse gelijk. De klasse is gevoelig: kleine keuzes in de weging kunnen de klasse veranderen."),
    };

    /// <summary>Names one after the other, with "en" before the last.</summary>
    public static string Joined(IReadOnlyList<string> names) => names.Count switch
    {
        0 => string.Empty,
        1 => names[0],
        _ => Tr($"{string.Join(", ", names.SkipLast(1))} en {names[^1]}"),
    };

    private static string OfClass(TaskScore score) => (score.Class.Low, score.Class.High) switch
    {
        (_, null) => Tr($"De klasse is niet te bepalen, want geen enkel onderdeel is van toepassing."),
        (null, { } high) => Tr($"De klasse is nog onzeker. Wij werken met {ResultWords.Lower(high)}, want onbekend is niet veilig."),
        ({ } low, { } high) when low == high => Tr($"De klasse is {ResultWords.Lower(high)}."),
        ({ } low, { } high) => Tr($"De klasse ligt tussen {ResultWords.Lower(low)} en {ResultWords.Lower(high)}. Wij werken met de hoogste klasse, want onbekend is niet veilig."),
    };

    private static string OfResidual(TaskView task)
    {
        if (task.Score is not { Residual: { } range, Likelihood: { } likelihood })
        {
            return Tr($"Het restrisico is niet te berekenen.");
        }

        var levels = (Likelihood: DutchText.Levels(likelihood), Severity: DutchText.Levels(task.Score.Severity));
        return DutchText.Range(range) == DutchText.Number(range.Low)
            ? Tr($"Het restrisico is {DutchText.Range(range)} op een schaal van 0 tot 1. Dat is kansniveau {levels.Likelihood} en de ernst is niveau {levels.Severity}, elk op een schaal van 1 tot 4.")
            : Tr($"Het restrisico ligt tussen {DutchText.Number(range.Low)} en {DutchText.Number(range.High)} op een schaal van 0 tot 1. Dat is kansniveau {levels.Likelihood} en de ernst is niveau {levels.Severity}, elk op een schaal van 1 tot 4.");
    }

    private static string? OfGates(TaskView task)
    {
        var fired = task.Gates(Truth.True);
        var open = task.Gates(Truth.Open).Count;
        var sentences = new List<string>();
        if (fired.Count > 0)
        {
            var names = Joined([.. fired.Select(result => result.Gate.Id)]);
            sentences.Add(fired.Count == 1 ? Tr($"Drempelregel {names} is geraakt.") : Tr($"Drempelregels {names} zijn geraakt."));
        }

        if (open > 0)
        {
            sentences.Add(open == 1 ? Tr($"Eén drempelregel moet nog worden onderzocht.") : Tr($"{open} drempelregels moeten nog worden onderzocht."));
        }

        if (task.ClassWithoutGates is { } without && without != task.Score.Class.Working)
        {
            sentences.Add(Tr($"Zonder drempelregels zou de klasse {ResultWords.Lower(without)} zijn; een gemiddelde kan een drempelregel niet wegstrepen."));
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
        var question = task.Question(largest.QuestionId).Text.Shown();
        return Tr($"Het meest telt vraag {largest.QuestionId} mee: ‘{question}’ ({DutchText.Signed(largest.Value)}).")
            + (open ? " " + Tr($"Dat antwoord is nog onbekend en telt daarom als het ongunstigste antwoord.") : string.Empty);
    }

    private static string? OfCompleteness(TaskScore score) => score.Completeness is { } share
        ? Tr($"{DutchText.Percent(share)} van de vragen die meetellen is het antwoord bekend, gemeten naar gewicht; ‘Weet ik niet’ telt als onbekend.")
        : null;
}
