using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Outcomes;
using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Web.Charts;
using Audit.Workflows.Cases;

namespace Audit.Web.Texts;

/// <summary>Words about the effect of actions.</summary>
public static class EffectWords
{
    /// <summary>Grades of evidence with what each means for closing an action.</summary>
    public static IReadOnlyList<(EvidenceGrade Grade, string Name, string Meaning)> Grades =>
    [
        (EvidenceGrade.E0, Tr($"E0: alleen gezegd"), Tr($"Iemand vertelt hoe het gaat. Niemand heeft het nagekeken. Hiermee sluit een actie niet.")),
        (EvidenceGrade.E1, Tr($"E1: staat in een document"), Tr($"Een instructie, besluit of verslag zegt het. Of het in de praktijk zo gaat, is niet nagekeken. Hiermee sluit een actie niet.")),
        (EvidenceGrade.E2, Tr($"E2: in de praktijk nagekeken"), Tr($"U hebt met een steekproef gekeken of het echt zo gaat, bijvoorbeeld in dossiers of door mee te kijken. Hiermee kan een actie sluiten.")),
        (EvidenceGrade.E3, Tr($"E3: onafhankelijk onderzocht"), Tr($"Iemand van buiten het team heeft het onderzocht, of het blijkt uit gegevens. Hiermee kan een actie sluiten.")),
    ];

    public static string NameOf(MeasurementState state) => state switch
    {
        MeasurementState.Missing => Tr($"Nog te meten"),
        MeasurementState.BeforeStart => Tr($"Gemeten vóór de start: telt niet"),
        MeasurementState.WeakEvidence => Tr($"Bewijs te zwak"),
        MeasurementState.Measured => Tr($"Gemeten"),
        MeasurementState.NotAsked => Tr($"Niet meer aan de orde"),
    };

    public static string NameOf(ActionStatus status) => status switch
    {
        ActionStatus.Planned => Tr($"Gepland"),
        ActionStatus.Running => Tr($"Loopt"),
        ActionStatus.Waiting => Tr($"Wacht"),
        ActionStatus.Done => Tr($"Gereed"),
        ActionStatus.Closed => Tr($"Afgesloten"),
        ActionStatus.Dropped => Tr($"Vervallen"),
    };

    /// <summary>What is said of an action that was reopened: by the program because its effect did not last, or by a person.</summary>
    public static string NameOfReopening(ActionClosureRow reopened) =>
        SentenceJson.From(reopened.ReopenReason!).ToString().StartsWith("Terugval", StringComparison.Ordinal) ? Tr($"Heropend na terugval") : Tr($"Heropend");

    /// <summary>Variant of the status badge.</summary>
    public static string BadgeOf(MeasurementState state) => state switch
    {
        MeasurementState.Missing => "neutral",
        MeasurementState.BeforeStart or MeasurementState.WeakEvidence => "warning",
        MeasurementState.Measured => "success",
        MeasurementState.NotAsked => "inactive",
    };

    /// <summary>Who sees small counts: those who supply them.</summary>
    public static CountAudience AudienceOf(IReadOnlyCollection<string> roles) => Policies.SeeSmallCounts.Allows(roles) ? CountAudience.Makers : CountAudience.Readers;

    /// <summary>A count with its share and interval, as an audience may see it.</summary>
    public static string Of(Proportion cell, CountAudience audience) => CellSuppression.Shown(cell, audience) is not { } shown
        ? Tr($"te klein om te tonen")
        : Tr($"{DutchText.Count(shown.Count)} van {DutchText.Count(shown.Total)} ({DutchText.Percent(shown.Share)}; 95%-interval {Percent(shown.Wilson().Low)} tot {Percent(shown.Wilson().High)})");

    /// <summary>A fall of the residual risk in words.</summary>
    public static string Fall(double? fall) => fall switch
    {
        null => DutchText.NotComputable,
        0 => Tr($"geen verschil"),
        > 0 => Tr($"{DutchText.Number(fall.Value, 3)} lager"),
        _ => Tr($"{DutchText.Number(-fall.Value, 3)} hoger"),
    };

    // Of an interval the ends may well be 0 % and 100 %.
    private static string Percent(double share) => $"{DutchText.Number(share * 100, 1)}%";
}
