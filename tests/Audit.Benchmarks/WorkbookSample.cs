using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Benchmarks;

/// <summary>An instrument of 60 questions and actions with texts of ordinary length.</summary>
internal static class WorkbookSample
{
    private static readonly Scale Extent = new("mate", [new("none", 0, null, new("niet")), new("some", 0.5, null, new("deels")), new("full", 1, null, new("volledig"))]);

    public static Instrument Instrument { get; } = new("meting", "1.0", InstrumentStatus.Unofficial, new("Meetinstrument"))
    {
        Components = [.. Enumerable.Range(1, 6).Select(Component)],
        Severity = [new("ernst", QuestionKind.Severity, new Scale("ernst", [new("s1", null, 1, new("gering")), new("s4", null, 4, new("zeer ernstig"))]), 1, new("Hoe ernstig?"))],
    };

    public static ComputedProfile Profile { get; } = new(
        "default", "1.0", 0.5, 0.6, [0.5, 0.7, 0.9, 1.0], [0.25, 0.5, 0.75], new RiskMatrix(
        [
            [RiskClass.Low, RiskClass.Low, RiskClass.Low, RiskClass.Medium],
            [RiskClass.Low, RiskClass.Low, RiskClass.Medium, RiskClass.High],
            [RiskClass.Low, RiskClass.Medium, RiskClass.High, RiskClass.Critical],
            [RiskClass.Medium, RiskClass.High, RiskClass.Critical, RiskClass.Critical],
        ]),
        new RobustnessSettings(100, 1));

    public static ActionItem Action(PublicTask task, int number) => new()
    {
        RowKey = InitialActions.RowKeyOf(Guid.Empty, task.Id, $"m{number}"),
        RowVersion = $"{number}",
        Number = number,
        TaskId = task.Id,
        TaskName = task.Name,
        Component = $"Onderdeel {(number % 6) + 1}",
        Risk = $"Waarborg nog niet op orde: op de vraag ‘Wordt beslissing {number} van {task.Name} door een tweede medewerker bekeken?’ is het antwoord ‘deels’.",
        Class = (RiskClass)(number % 4),
        Measure = $"Maatregel {number}: vierogenprincipe bij afwijzingen invoeren",
        Why = $"De maatregel brengt het antwoord op de vraag naar beslissing {number} van {task.Name} naar verwachting van ‘deels’ naar ‘volledig’.",
        Goal = "Gelijke gevallen worden gelijk behandeld",
        TargetGroup = "Aanvragers",
        Accountable = $"Directeur {number % 10}",
        Responsible = "Teamleider",
        Start = new DateOnly(2026, 3, 2),
        Due = new DateOnly(2026, 3, 2).AddDays(30 * (number % 12)),
        Status = (ActionStatus)(number % 6),
        Progress = number % 5 / 4.0,
        ExpectedEffect = "restrisico van ten hoogste 0,72 naar 0,61; klasse na het hele plan: midden",
        Indicator = "Aandeel herziene beslissingen per groep",
        Remark = number % 3 == 0 ? "- besproken in het managementteam" : "",
    };

    private static InstrumentComponent Component(int number) => new($"c{number}", new($"Onderdeel {number}"), 1,
    [
        .. Enumerable.Range(1, 10).Select(i => new Question(
            $"c{number}q{i}", i % 2 == 0 ? QuestionKind.Safeguard : QuestionKind.Exposure, Extent, 1,
            new($"Vraag {i} van onderdeel {number}: hoe wordt voorkomen dat groepen burgers ongelijk worden behandeld?"))),
    ]);
}
