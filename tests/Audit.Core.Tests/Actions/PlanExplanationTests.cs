using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using FsCheck.Xunit;

namespace Audit.Core.Tests.Actions;

[Properties(MaxTest = 200)]
public sealed class PlanExplanationTests
{
    private static readonly Scale YesNo = new("janee", [new("ja", 1, null, "ja"), new("nee", 0, null, "nee")]);
    private static readonly MeasureDescription Nobody = new("doel", "doelgroep", "rol", "rol", "indicator");

    private static readonly Instrument Small = new("klein", "1", InstrumentStatus.Unofficial, "Klein")
    {
        Components =
        [
            new("werk", "Werk", 1, [new("W1", QuestionKind.Exposure, YesNo, 1, "Wordt er gekeken naar de woonwijk?"), new("W2", QuestionKind.Exposure, YesNo, 1, "Beslist één persoon?")]),
        ],
        Severity = [new("E1", QuestionKind.Severity, new("ernst", [new("groot", null, 4, "groot")]), 1, "Hoe groot is het gevolg?")],
        Gates = [new("G1", "Woonwijk zonder goede reden.", [], new AnswerIn("W1", ["ja"]), RiskClass.High, null, false)],
    };

    private static readonly Measure Wijk = new("M1", "werk", "Woonwijk schrappen", Nobody, 2, 30, [new("W1", "nee")]);
    private static readonly Measure Vier = new("M2", "werk", "Vier ogen", Nobody, 1, 30, [new("W2", "nee")]);
    private static readonly Measure Wijk2 = new("M3", "werk", "Woonwijk vervangen", Nobody, 3, 30, [new("W1", "nee")]);

    private static readonly PlanBasis Basis = new(
        new(Small, RandomCase.DefaultProfile),
        new("t", "Taak", new Dictionary<string, Answer> { ["W1"] = new("ja"), ["W2"] = new("ja"), ["E1"] = new("groot") }),
        new Dictionary<string, Answer>(),
        RandomCase.Day);

    [Fact]
    public void Of_ChoiceThatLiftsAGate_SaysWhatItMovesBringsLiftsAndWhatWouldComeNext()
    {
        var explanation = Explain(RiskClass.Medium, [Wijk, Vier, Wijk2]);
        Assert.Empty(explanation.Obstacles);
        var choice = explanation.Choices.Single(choice => choice.Planned.Measure == Wijk);
        Assert.Equal(
            [
                "De maatregel brengt het antwoord op de vraag ‘Wordt er gekeken naar de woonwijk?’ naar verwachting van ‘ja’ naar ‘nee’.",
                "Alleen deze maatregel verlaagt het restrisico van ten hoogste 1,00 naar 0,50.",
                "Zonder deze maatregel zou het restrisico met dit plan ten hoogste 0,50 zijn in plaats van 0,00, en de klasse kritiek in plaats van midden.",
                "Zonder deze maatregel valt drempelregel G1 niet weg: Woonwijk zonder goede reden.",
                "In plaats hiervan komt ‘Woonwijk vervangen’ (M3) het dichtst bij: inspanning 3 in plaats van 2, restrisico ten hoogste 0,00, klasse midden.",
            ],
            Texts(choice.Sentences));
    }

    [Fact]
    public void Of_TargetOutOfReach_SaysWhatStopsIt()
    {
        var explanation = Explain(RiskClass.Low, [Vier]);
        Assert.Equal(
            [
                "Drempelregel G1 blijft gelden en houdt de klasse op ten minste hoog: Woonwijk zonder goede reden.",
                "Bij ernstniveau 4 hoort bij geen enkel restrisico klasse laag. Maatregelen veranderen de ernst niet.",
            ],
            Texts(explanation.Obstacles));
        Assert.Contains("Geen andere maatregel uit de lijst kan deze vervangen.", Texts(explanation.Choices.Single().Sentences));
    }

    [Fact]
    public void Of_OpenAnswersThatNoMeasureMoves_NamesThem()
    {
        var open = Basis with { Task = Basis.Task with { Answers = new Dictionary<string, Answer> { ["W2"] = new("nee") } } };
        var plan = new PlanMaker(open.Model, [Vier], RiskClass.Medium).Make(open.Task, open.Body, open.On);
        Assert.Equal(
            [
                "Het restrisico blijft ten hoogste 0,50. Bij ernstniveau 4 moet het onder 0,25 komen.",
                "De ernst is nog niet zeker: zij ligt tussen 1 en 4, en telt mee als 4. Beantwoord de vragen over de ernst.",
                "Nog niet beantwoord, ook niet door een maatregel in dit plan: W1. Zolang dat zo is, telt het ongunstigste antwoord.",
            ],
            Texts(PlanExplanation.Of(open, plan, [Vier]).Obstacles));
    }

    [Property]
    public void Of_AnyPlan_GivesEveryChoiceAReasonAndAnObstacleToEveryMiss(int seed)
    {
        var random = new PlanCase(seed);
        var plan = random.Maker(RiskClass.Low).Make(random.Random.Task, random.Random.Body, RandomCase.Day);
        var explanation = PlanExplanation.Of(random.Basis, plan, random.Measures);
        Assert.Equal(plan.Measures, explanation.Choices.Select(choice => choice.Planned));
        Assert.All(explanation.Choices, choice => Assert.True(choice.Sentences.Count >= 2));
        Assert.Equal(plan.TargetReached || plan.After.Working is null, explanation.Obstacles.Count == 0);
    }

    private static string[] Texts(IEnumerable<Sentence> sentences) => [.. sentences.Select(sentence => sentence.ToString())];

    private static PlanExplanation Explain(RiskClass target, IReadOnlyList<Measure> catalogue) =>
        PlanExplanation.Of(Basis, new PlanMaker(Basis.Model, catalogue, target).Make(Basis.Task, Basis.Body, Basis.On), catalogue);
}
