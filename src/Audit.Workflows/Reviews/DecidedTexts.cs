using Audit.Data.Excel;

namespace Audit.Workflows.Reviews;

/// <summary>What was decided beside what is computed, in one Dutch sentence each: the same on screens and in the workbook.</summary>
public static class DecidedTexts
{
    /// <summary>What the reviewer chose.</summary>
    public static string Of(ClassJudgement judgement) =>
        Tr($"{ClassWords.Of(judgement.Class!.Value)}, omdat: {judgement.Row.Reason} ({judgement.By}, {Day(DutchDay.Of(judgement.Row.DecidedUtc))})");

    /// <summary>What the jurist decided, and whether it counts.</summary>
    public static string Of(LiftingNow lift)
    {
        var row = lift.Lift.Row;
        var state = lift.State switch
        {
            LiftingState.Holds => Tr($"Opgeheven door jurist tot en met {Day(row.ValidUntil)}"),
            LiftingState.Expired => Tr($"Verlopen: was opgeheven door jurist tot en met {Day(row.ValidUntil)}"),
            LiftingState.Withdrawn => Tr($"Ingetrokken op {Day(DutchDay.Of(row.WithdrawnUtc!.Value))}: was opgeheven door jurist"),
        };
        return Tr($"{state}, omdat: {row.Reason} (bron: {row.LegalSource}; {lift.Lift.By}, {Day(DutchDay.Of(row.DecidedUtc))})");
    }

    /// <summary>Whether a lifting counts, in a word.</summary>
    public static string StateOf(LiftingNow lift) => lift.State switch
    {
        LiftingState.Holds => lift.Counts ? Tr($"Geldt") : Tr($"Telt niet"),
        LiftingState.Expired => Tr($"Verlopen"),
        LiftingState.Withdrawn => Tr($"Ingetrokken"),
    };

    /// <summary>What the jurist has to look at again; null when nothing.</summary>
    public static string? WarningOf(LiftingNow lift) =>
        lift.State is LiftingState.Withdrawn ? null
        : lift.IsOutrun ? Tr($"De drempelregel was toen te onderzoeken en is nu geraakt. De opheffing telt daarom niet: de jurist moet opnieuw besluiten.")
        : lift.AnswersChanged ? Tr($"Antwoorden gewijzigd sinds het besluit.")
        : null;

    /// <summary>The decisions on a task for the workbook.</summary>
    public static ExportedDecisions ToExport(this ReviewedTask review) => review.IsSilent ? ExportedDecisions.None : new(
        review.Class.Working,
        review.Judgement is { } judgement ? Of(judgement) : null,
        review.Liftings.Where(lift => lift.State is not LiftingState.Withdrawn).GroupBy(lift => lift.Lift.Row.GateId)
            .ToDictionary(same => same.Key, same => string.Join(' ', new[] { Of(same.Last()), WarningOf(same.Last()) }.Where(text => text is not null))));

    private static string Day(DateOnly day) => day.ToString("d-M-yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
