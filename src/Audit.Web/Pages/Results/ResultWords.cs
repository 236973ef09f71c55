using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Results;

/// <summary>The Dutch words for the states of a result.</summary>
public static class ResultWords
{
    public static string Of(Truth gate) => gate switch
    {
        Truth.True => "Geraakt",
        Truth.Open => "Te onderzoeken",
        Truth.False => "Niet aan de orde",
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
        QuestionKind.Exposure => "Blootstelling",
        QuestionKind.Safeguard => "Waarborg",
        QuestionKind.Context => "Achtergrond",
        QuestionKind.Severity => "Ernst",
    };

    public static string Of(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.E0 => "E0: alleen verklaard",
        EvidenceGrade.E1 => "E1: document",
        EvidenceGrade.E2 => "E2: steekproef in de praktijk",
        EvidenceGrade.E3 => "E3: onafhankelijk onderzoek of data",
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
                ? $"De klasse is minstens {Lower(least)}."
                : $"Zolang dit open is, werken wij met minstens {Lower(least)}.";
        }

        if (result.Gate.BlocksPublication && result.State != Truth.False)
        {
            yield return result.State == Truth.True ? "Blokkeert publicatie." : "Kan publicatie blokkeren.";
        }
    }

    /// <summary>How an answer went into the sums.</summary>
    public static string HowCounted(QuestionTrace trace, Question question, Answer? answer) => (trace.State, question.Kind) switch
    {
        (QuestionState.Removed, _) => answer?.Value == Answer.NotApplicable
            ? "Telt niet mee: niet van toepassing."
            : "Telt niet mee: door een ander antwoord is deze vraag niet aan de orde.",
        (QuestionState.Answered, QuestionKind.Severity) => "Bepaalt mee hoe ernstig de gevolgen zijn.",
        (_, QuestionKind.Severity) => "Nog onbekend: de ernst is daarom een reeks.",
        _ when trace.Counted is null => "Telt niet mee in de score, maar kan een drempelregel of vervolgvraag bepalen.",
        (QuestionState.Answered, _) => $"Telt mee als {DutchText.Range(trace.Counted)}.",
        (QuestionState.Open, _) => $"Nog onbekend: telt mee als reeks, {Reach(trace.Counted)}.",
        (QuestionState.Undetermined, _) => $"Hangt af van een open antwoord: telt mee als reeks, {Reach(trace.Counted)}.",
        _ => throw new ArgumentOutOfRangeException(nameof(trace)),
    };

    public static string Lower(RiskClass? riskClass) => DutchText.Class(riskClass).ToLowerInvariant();

    private static string Reach(Interval? counted) =>
        counted is { } range ? $"van {DutchText.Number(range.Low)} tot {DutchText.Number(range.High)}" : DutchText.NotComputable;
}
