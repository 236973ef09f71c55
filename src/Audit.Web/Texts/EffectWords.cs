using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Outcomes;
using Audit.Data.Database;
using Audit.Web.Charts;

namespace Audit.Web.Texts;

/// <summary>Words about the effect of actions.</summary>
public static class EffectWords
{
    private static readonly string[] Makers = [Roles.Manager, Roles.Coach, Roles.Assessor];

    /// <summary>Grades of evidence with what each means for closing an action.</summary>
    public static IReadOnlyList<(EvidenceGrade Grade, string Name, string Meaning)> Grades { get; } =
    [
        (EvidenceGrade.E0, "E0: alleen gezegd", "Iemand vertelt hoe het gaat. Niemand heeft het nagekeken. Hiermee sluit een actie niet."),
        (EvidenceGrade.E1, "E1: staat in een document", "Een instructie, besluit of verslag zegt het. Of het in de praktijk zo gaat, is niet nagekeken. Hiermee sluit een actie niet."),
        (EvidenceGrade.E2, "E2: in de praktijk nagekeken", "U hebt met een steekproef gekeken of het echt zo gaat, bijvoorbeeld in dossiers of door mee te kijken. Hiermee kan een actie sluiten."),
        (EvidenceGrade.E3, "E3: onafhankelijk onderzocht", "Iemand van buiten het team heeft het onderzocht, of het blijkt uit gegevens. Hiermee kan een actie sluiten."),
    ];

    public static string NameOf(MeasurementState state) => state switch
    {
        MeasurementState.Missing => "Nog te meten",
        MeasurementState.BeforeStart => "Gemeten vóór de start: telt niet",
        MeasurementState.WeakEvidence => "Bewijs te zwak",
        MeasurementState.Measured => "Gemeten",
        MeasurementState.NotAsked => "Niet meer aan de orde",
    };

    /// <summary>Variant of the status badge.</summary>
    public static string BadgeOf(MeasurementState state) => state switch
    {
        MeasurementState.Missing => "neutral",
        MeasurementState.BeforeStart or MeasurementState.WeakEvidence => "warning",
        MeasurementState.Measured => "success",
        MeasurementState.NotAsked => "inactive",
    };

    /// <summary>Who sees small counts: those who supply them.</summary>
    public static CountAudience AudienceOf(IReadOnlyCollection<string> roles) => roles.Any(Makers.Contains) ? CountAudience.Makers : CountAudience.Readers;

    /// <summary>A count with its share and interval, as an audience may see it.</summary>
    public static string Of(Proportion cell, CountAudience audience) => CellSuppression.Shown(cell, audience) is not { } shown
        ? "te klein om te tonen"
        : $"{DutchText.Count(shown.Count)} van {DutchText.Count(shown.Total)} ({DutchText.Percent(shown.Share)}; 95%-interval {Percent(shown.Wilson().Low)} tot {Percent(shown.Wilson().High)})";

    /// <summary>A fall of the residual risk in words.</summary>
    public static string Fall(double? fall) => fall switch
    {
        null => DutchText.NotComputable,
        0 => "geen verschil",
        > 0 => $"{DutchText.Number(fall.Value, 3)} lager",
        _ => $"{DutchText.Number(-fall.Value, 3)} hoger",
    };

    // Of an interval the ends may well be 0 % and 100 %.
    private static string Percent(double share) => $"{DutchText.Number(share * 100, 1)}%";
}
