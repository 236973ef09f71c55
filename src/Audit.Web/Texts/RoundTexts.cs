using Audit.Workflows.Cases;

namespace Audit.Web.Texts;

/// <summary>Words about this round beside the one before.</summary>
public static class RoundTexts
{
    public static string NameOf(AnswerChange change) => change switch
    {
        AnswerChange.Unconfirmed => Tr($"Overgenomen uit vorige ronde, nog niet bevestigd"),
        AnswerChange.Same => Tr($"Bevestigd: gelijk aan vorige ronde"),
        AnswerChange.Changed => Tr($"Gewijzigd ten opzichte van vorige ronde"),
        AnswerChange.Added => Tr($"Nieuw antwoord"),
        AnswerChange.Gone => Tr($"Antwoord van vorige ronde is niet overgenomen"),
        AnswerChange.Open => Tr($"Nog geen antwoord"),
    };

    /// <summary>Variant of the status badge.</summary>
    public static string BadgeOf(AnswerChange change) => change switch
    {
        AnswerChange.Unconfirmed or AnswerChange.Gone => "warning",
        AnswerChange.Same => "success",
        AnswerChange.Changed or AnswerChange.Added => "neutral",
        AnswerChange.Open => "inactive",
    };

    public static string? NameOf(QuestionChange change) => change switch
    {
        QuestionChange.Same => null,
        QuestionChange.Added => Tr($"Nieuwe vraag"),
        QuestionChange.Changed => Tr($"Vraag gewijzigd in de vragenset"),
    };

    /// <summary>What the answer was, in words; null when there is nothing to tell.</summary>
    public static string? Was(ComparedAnswer line)
    {
        var evidence = line.Before?.Evidence is { } grade ? $" ({grade})" : string.Empty;
        var was = line.WasLabel is null ? null : Tr($"was ‘{line.WasLabel}’{evidence}");
        return line switch
        {
            { Change: AnswerChange.Unconfirmed, Measured: { } measured } => Tr($"overgenomen uit de effectmeting van {Dates.Day(measured.Row.MeasuredOn)}{(was is null ? string.Empty : Tr($"; vastgesteld {was}"))}"),
            { Change: AnswerChange.Changed or AnswerChange.Gone } => was,
            { Change: AnswerChange.Same, Measured: not null } => was,
            _ => null,
        };
    }
}
