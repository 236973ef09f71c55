using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Excel;

namespace Audit.Integration.Tests.Excel;

/// <summary>A small instrument, two answered tasks and the plan that the real scoring and plan maker make of them.</summary>
internal static class SamplePlan
{
    public static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly Scale Extent = new("mate",
    [
        new("none", 0, null, new("niet")), new("some", 0.5, null, new("deels")), new("full", 1, null, new("volledig")),
    ]);

    private static readonly Scale Gravity = new("ernst",
    [
        new("s1", null, 1, new("gering")), new("s2", null, 2, new("merkbaar")), new("s3", null, 3, new("ernstig")), new("s4", null, 4, new("zeer ernstig")),
    ]);

    public static readonly Instrument Instrument = new("proef", "1.0", InstrumentStatus.Unofficial, new("Proefinstrument doorlichting"))
    {
        Sources = [new("awgb", "Algemene wet gelijke behandeling", new Uri("https://wetten.overheid.nl/BWBR0006502"), "1994")],
        Components =
        [
            Component("regels", "Regelgeving", "Maken de regels onderscheid naar groepen burgers?", "Zijn de regels op gevolgen voor groepen getoetst?"),
            Component("ruimte", "Beoordelingsruimte", "Hoeveel ruimte heeft de medewerker om zelf te beslissen?", "Wordt de beslissing door een tweede medewerker bekeken?"),
            Component("data", "Gegevens en selectie", "Selecteert een model of een lijst wie er wordt gecontroleerd?", "Wordt de selectie elk jaar op onderscheid onderzocht?"),
        ],
        Severity = [new("ernst1", QuestionKind.Severity, Gravity, 1, new("Hoe ernstig is een verkeerde beslissing voor de burger?"))],
        Gates =
        [
            new("drempel1", new("Selectie op afkomst zonder wettelijke grond"), ["awgb"], new AllOf([new AnswerIn("data.b", ["full"]), new AnswerIn("data.w", ["none"])]),
                RiskClass.High, RiskClass.High, BlocksPublication: false),
        ],
    };

    public static readonly ComputedProfile Profile = new(
        "default", "2.1", 0.5, 0.6, [0.5, 0.7, 0.9, 1.0], [0.25, 0.5, 0.75], new RiskMatrix(
        [
            [RiskClass.Low, RiskClass.Low, RiskClass.Low, RiskClass.Medium],
            [RiskClass.Low, RiskClass.Low, RiskClass.Medium, RiskClass.High],
            [RiskClass.Low, RiskClass.Medium, RiskClass.High, RiskClass.Critical],
            [RiskClass.Medium, RiskClass.High, RiskClass.Critical, RiskClass.Critical],
        ]),
        new RobustnessSettings(100, 7));

    private static readonly Measure[] Catalogue =
    [
        Measure("m1", "ruimte", "Vierogenprincipe invoeren", 2, 60, new MeasureEffect("ruimte.w", "full", EvidenceGrade.E2)),
        Measure("m2", "ruimte", "Werkinstructie met criteria vaststellen", 2, 90, new MeasureEffect("ruimte.b", "some")),
        Measure("m3", "data", "Selectie jaarlijks laten onderzoeken", 3, 180, new MeasureEffect("data.w", "full", EvidenceGrade.E3)),
        Measure("m4", "data", "Aselecte steekproef naast de selectie", 2, 120, new MeasureEffect("data.b", "some")),
        Measure("m5", "regels", "Uitvoeringstoets met aandacht voor groepen", 1, 45, new MeasureEffect("regels.w", "full", EvidenceGrade.E1)),
    ];

    public static readonly PublicTask[] Tasks =
    [
        new("bijstand", "Bijstand toekennen", new Dictionary<string, Answer>
        {
            ["regels.b"] = new("some"), ["regels.w"] = new("none"), ["ruimte.b"] = new("full"), ["ruimte.w"] = new("none", Source: "Werkinstructie 2025"),
            ["data.b"] = new("full"), ["data.w"] = new(Answer.Unknown), ["ernst1"] = new("s4"),
        }),
        new("parkeren", "Parkeervergunning verlenen", new Dictionary<string, Answer>
        {
            ["regels.b"] = new("none"), ["regels.w"] = new("full", EvidenceGrade.E1), ["ruimte.b"] = new("some"), ["ruimte.w"] = new("some", EvidenceGrade.E2),
            ["data.b"] = new("none"), ["data.w"] = new(Answer.NotApplicable, Motivation: "er is geen selectie"), ["ernst1"] = new("s2"),
        }),
    ];

    /// <summary>The export as a reviewed plan; tests change what they are about.</summary>
    public static ActionPlanExport Export(RiskClass target = RiskClass.Medium)
    {
        var model = new ScoringModel(Instrument, Profile);
        return new ActionPlanExport
        {
            ExportId = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            ExportedAt = new DateTimeOffset(2026, 3, 2, 14, 5, 0, TimeSpan.FromHours(1)),
            Reviewed = true,
            Body = "Gemeente Voorbeeld & Co",
            AssessmentName = "Doorlichting 2026",
            Instrument = Instrument,
            Profile = Profile,
            ReferenceDate = Day,
            InstrumentSha256 = new string('a', 64),
            ProfileSha256 = new string('b', 64),
            Tasks = [.. Tasks.Select(task => ExportOf(model, task, target))],
        };
    }

    /// <summary>The export with its actions replaced, all under the first task.</summary>
    public static ActionPlanExport WithActions(params IReadOnlyList<ActionItem> actions)
    {
        var export = Export();
        return export with { Tasks = [export.Tasks[0] with { Actions = actions }, export.Tasks[1] with { Actions = [] }] };
    }

    /// <summary>An action with nothing but what is required.</summary>
    public static ActionItem Action(int number, ActionStatus status = ActionStatus.Planned, DateOnly? due = null) => new()
    {
        RowKey = InitialActions.RowKeyOf(Guid.Empty, "bijstand", $"hand{number}"),
        Number = number,
        TaskId = "bijstand",
        TaskName = "Bijstand toekennen",
        Component = "Regelgeving",
        Class = RiskClass.High,
        Measure = $"Maatregel {number}",
        Status = status,
        Due = due,
    };

    private static ExportedTask ExportOf(ScoringModel model, PublicTask task, RiskClass target)
    {
        var body = new Dictionary<string, Answer>();
        var score = model.Score(task, body, Day);
        var plan = new PlanMaker(model, Catalogue, target).Make(task, body, Day);
        var actions = InitialActions.From(plan, score, Instrument, new PlanStart(Guid.Empty, Day));
        return new ExportedTask(task, score, Insights.Of(model, task, body, Day), plan, actions);
    }

    private static InstrumentComponent Component(string id, string title, string exposure, string safeguard) => new(id, new(title), 1,
    [
        new($"{id}.b", QuestionKind.Exposure, Extent, 2, new(exposure)), new($"{id}.w", QuestionKind.Safeguard, Extent, 1, new(safeguard)),
    ]);

    private static Measure Measure(string id, string component, string title, int effort, int days, MeasureEffect effect) => new(
        id, component, new(title), new(
            new("Gelijke gevallen worden gelijk behandeld"), new("Aanvragers"), new("Teamleider"), new("Directeur Dienstverlening"), new("Aandeel herziene beslissingen per groep")),
        effort, days, [effect]);
}
