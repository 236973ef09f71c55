using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Web.Charts;

namespace Audit.Web.Pages.ChartGuide;

/// <summary>Made-up figures with which every chart is shown in all its states.</summary>
public static class ChartSamples
{
    private const int Many = 26;

    /// <summary>Borders as in the shipped profile.</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [0.25, 0.5, 0.75];

    public static RiskMatrix Matrix { get; } = new(
    [
        [RiskClass.Low, RiskClass.Low, RiskClass.Medium, RiskClass.Medium],
        [RiskClass.Low, RiskClass.Medium, RiskClass.Medium, RiskClass.High],
        [RiskClass.Medium, RiskClass.Medium, RiskClass.High, RiskClass.Critical],
        [RiskClass.Medium, RiskClass.High, RiskClass.Critical, RiskClass.Critical],
    ]);

    public static string LongName => Tr($"Beoordelen van aanvragen voor bijzondere bijstand en individuele inkomenstoeslag met huisbezoek en bestandsvergelijking");

    /// <summary>A task that is sure, one that is a range, one that a gate lifts and one without likelihood.</summary>
    public static IReadOnlyList<HeatMapTask> Mixed =>
    [
        Task(1, Tr($"Controle op adressen"), new(3, 3), new(3, 3)),
        Task(2, Tr($"Behandelen van bezwaren"), new(1, 3), new(2, 4)),
        new(3, LongName, new(1, 1), new(2, 2)) { Class = new(RiskClass.High, RiskClass.High) },
        new(4, Tr($"Vragen aan de balie"), null, new(1, 4)) { Class = new(null, null) },
    ];

    public static IReadOnlyList<HeatMapTask> Single => [Task(1, Tr($"Controle op adressen"), new(2, 2), new(2, 2))];

    /// <summary>Many tasks, most of them in the same cell.</summary>
    public static IReadOnlyList<HeatMapTask> Crowd =>
        [.. Enumerable.Range(1, Many).Select(number => Task(number, Tr($"Taak {number}"), number % 5 == 0 ? new(2, 4) : new(3, 3), new(2 + (number % 3 / 2), 2 + (number % 3 / 2))))];

    public static IReadOnlyList<RangeRow> Trend =>
    [
        new(Tr($"Eerste ronde"), new Interval(0.31, 0.82), Tr($"laag tot kritiek")),
        new(Tr($"Na het actieplan"), new Interval(0.31, 0.55), Tr($"midden tot hoog")),
        new(Tr($"Tweede ronde"), new Interval(0.22, 0.22), Tr($"laag")),
    ];

    /// <summary>A round without a score interrupts the line.</summary>
    public static IReadOnlyList<RangeRow> TrendWithGap => [Trend[0], new(Tr($"Tussenronde"), null, string.Empty), Trend[2]];

    /// <summary>The ends of the scale, many rounds and a long name.</summary>
    public static IReadOnlyList<RangeRow> TrendExtreme =>
    [
        new(LongName, new Interval(0, 0), Tr($"laag")),
        .. Enumerable.Range(2, 7).Select(number => new RangeRow(Tr($"Ronde {number}"), number % 2 == 0 ? new Interval(1, 1) : new Interval(0, 1), Tr($"laag tot kritiek"))),
    ];

    public static IReadOnlyList<string> Steps => [Tr($"Aanvragen"), Tr($"Geselecteerd voor controle"), Tr($"Huisbezoek"), Tr($"Afgewezen")];

    public static IReadOnlyList<FunnelGroup> Groups => [new(Tr($"Groep A"), [4200, 610, 240, 96]), new(Tr($"Groep B"), [1100, 290, 150, 71])];

    /// <summary>Counts that are too small, and one that is everybody.</summary>
    public static IReadOnlyList<FunnelGroup> SmallGroups => [new(LongName, [140, 24, 24, 3]), new(Tr($"Groep B"), [8, 4, 2, 0])];

    private static HeatMapTask Task(int number, string name, LevelRange likelihood, LevelRange severity) =>
        new(number, name, likelihood, severity) { Class = new(Matrix.ClassOf(likelihood.Low, severity.Low), Matrix.ClassOf(likelihood.High, severity.High)) };
}
