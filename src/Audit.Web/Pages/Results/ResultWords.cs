using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Results;

/// <summary>The words for the states of a result.</summary>
public static class ResultWords
{
    // What rounds to zero is no difference.
    private const double Smallest = 0.005;

    public static string Of(Truth gate) => gate switch
    {
        Truth.True => Tr($"Geraakt"),
        Truth.Open => Tr($"Te onderzoeken"),
        Truth.False => Tr($"Niet aan de orde"),
    };

    /// <summary>Variant of the status badge.</summary>
    public static string Badge(Truth gate) => gate switch
    {
        Truth.True => "error",
        Truth.Open => "warning",
        Truth.False => "inactive",
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Exposure => Tr($"Blootstelling"),
        QuestionKind.Safeguard => Tr($"Waarborg"),
        QuestionKind.Context => Tr($"Achtergrond"),
        QuestionKind.Severity => Tr($"Ernst"),
    };

    public static string Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.E0 => Tr($"E0: alleen verklaard"),
        EvidenceGrade.E1 => Tr($"E1: document"),
        EvidenceGrade.E2 => Tr($"E2: steekproef in de praktijk"),
        EvidenceGrade.E3 => Tr($"E3: onafhankelijk onderzoek of data"),
    };

    /// <summary>What a gate does to the class now.</summary>
    public static IEnumerable<string> EffectsOf(GateResult result)
    {
        var floor = result.State switch
        {
            Truth.True => result.Gate.Floor,
            Truth.Open => result.Gate.OpenFloor,
            Truth.False => null,
        };
        if (floor is { } least)
        {
            yield return result.State == Truth.True
                ? Tr($"De klasse is minstens {Lower(least)}.")
                : Tr($"Zolang dit open is, werken wij met minstens {Lower(least)}.");
        }

        if (result.Gate.BlocksPublication && result.State != Truth.False)
        {
            yield return result.State == Truth.True ? Tr($"Blokkeert publicatie.") : Tr($"Kan publicatie blokkeren.");
        }
    }

    /// <summary>How an answer went into the sums.</summary>
    public static string HowCounted(QuestionTrace trace, Question question, Answer? answer) => (trace.State, question.Kind) switch
    {
        (QuestionState.Removed, _) => answer?.Value == Answer.NotApplicable
            ? Tr($"Telt niet mee: niet van toepassing.")
            : Tr($"Telt niet mee: door een ander antwoord is deze vraag niet aan de orde."),
        (QuestionState.Answered, QuestionKind.Severity) => Tr($"Bepaalt mee hoe ernstig de gevolgen zijn."),
        (_, QuestionKind.Severity) => Tr($"Nog onbekend: de ernst is daarom een reeks."),
        _ when trace.Counted is null => Tr($"Telt niet mee in de score, maar kan een drempelregel of vervolgvraag bepalen."),
        (QuestionState.Answered, _) => Tr($"Telt mee als {DutchText.Range(trace.Counted)}."),
        (QuestionState.Open, _) => Tr($"Nog onbekend: telt mee als reeks, {Reach(trace.Counted)}."),
        (QuestionState.Undetermined, _) => Tr($"Hangt af van een open antwoord: telt mee als reeks, {Reach(trace.Counted)}."),
        _ => throw new ArgumentOutOfRangeException(nameof(trace)),
    };

    public static string Lower(RiskClass? riskClass) => DutchText.Class(riskClass).ToLowerInvariant();

    /// <summary>A difference in residual risk; null = it cannot be calculated.</summary>
    public static string Fall(double? fall) => fall switch
    {
        null => Tr($"niet te vergelijken"),
        > Smallest => Tr($"{DutchText.Number(fall.Value)} lager"),
        < -Smallest => Tr($"{DutchText.Number(-fall.Value)} hoger"),
        _ => Tr($"geen verschil"),
    };

    private static string Reach(Interval? counted) =>
        counted is { } range ? Tr($"van {DutchText.Number(range.Low)} tot {DutchText.Number(range.High)}") : DutchText.NotComputable;
}
