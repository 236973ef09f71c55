using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Actions;

public sealed class InitialActionsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Guid Assessment = new("0f8fad5b-d9cb-469f-a165-70867728950e");
    private static readonly Scale Extent = new("mate", [new("none", 0, null, new("niet")), new("some", 0.5, null, new("deels")), new("full", 1, null, new("volledig"))]);

    private static readonly Instrument Instrument = new("proef", "1.0", InstrumentStatus.Unofficial, new("Proef"))
    {
        Components =
        [
            new("ruimte", new("Beoordelingsruimte"), 1,
            [
                new("b", QuestionKind.Exposure, Extent, 1, new("Is er ruimte?")),
                new("w", QuestionKind.Safeguard, Extent, 1, new("Is er toezicht?")),
                new("o", QuestionKind.Safeguard, Extent, 1, new("Is er onderzoek?")),
            ]),
        ],
    };

    private static readonly Measure Measure = new(
        "m1", "ruimte", new("Toezicht inrichten"), new(new("doel"), new("groep"), new("teamleider"), new("directeur"), new("aandeel")), 2, 60,
        [new MeasureEffect("b", "some"), new MeasureEffect("w", "full", EvidenceGrade.E2), new MeasureEffect("o", "full")]);

    [Fact]
    public void From_Measure_SaysRiskAndReasonInSentences()
    {
        var item = Assert.Single(Items());
        Assert.Equal(
            "Blootstelling: op de vraag ‘Is er ruimte?’ is het antwoord ‘volledig’. "
            + "Waarborg nog niet op orde: op de vraag ‘Is er toezicht?’ is het antwoord ‘deels’. "
            + "Nog onbekend: de vraag ‘Is er onderzoek?’ is niet beantwoord en telt mee als het ongunstigste antwoord.",
            item.Risk);
        Assert.Equal(
            "De maatregel brengt het antwoord op de vraag ‘Is er ruimte?’ naar verwachting van ‘volledig’ naar ‘deels’. "
            + "De maatregel brengt het antwoord op de vraag ‘Is er toezicht?’ naar verwachting van ‘deels’ naar ‘volledig’, met als bewijs: steekproef in de praktijk (E2). "
            + "De maatregel brengt het antwoord op de vraag ‘Is er onderzoek?’ naar verwachting van onbekend naar ‘volledig’.",
            item.Why);
    }

    [Fact]
    public void From_Measure_SaysTheExpectedEffect() =>
        Assert.Equal("restrisico van ten hoogste 0,94 naar 0,32; klasse na het hele plan: midden", Assert.Single(Items()).ExpectedEffect);

    [Fact]
    public void From_Measure_StartsOnTheGivenDayAndIsDueALeadTimeLater()
    {
        var item = Assert.Single(Items());
        Assert.Equal((Day, Day.AddDays(60)), (item.Start, item.Due));
        Assert.Equal((1, ActionStatus.Planned, 0.0), (item.Number, item.Status, item.Progress));
        Assert.Equal(("Beoordelingsruimte", "directeur", "teamleider"), (item.Component, item.Accountable, item.Responsible));
    }

    [Fact]
    public void From_LaterTask_NumbersOn()
    {
        var (plan, score) = Planned();
        var item = Assert.Single(InitialActions.From(plan, score, Instrument, new PlanStart(Assessment, Day, FirstNumber: 7)));
        Assert.Equal((7, Assert.Single(Items()).RowKey), (item.Number, item.RowKey));
    }

    [Fact]
    public void RowKeyOf_SameArguments_GivesTheSameKey()
    {
        Assert.Equal(InitialActions.RowKeyOf(Assessment, "t", "m1"), Assert.Single(Items()).RowKey);
        Assert.NotEqual(InitialActions.RowKeyOf(Assessment, "tm", "1"), InitialActions.RowKeyOf(Assessment, "t", "m1"));
        Assert.Equal(8, InitialActions.RowKeyOf(Assessment, "t", "m1").Version);
    }

    [Theory]
    [InlineData(RiskClass.Critical, false, ActionPriority.First)]
    [InlineData(RiskClass.High, true, ActionPriority.First)]
    [InlineData(RiskClass.High, false, ActionPriority.Next)]
    [InlineData(RiskClass.Medium, false, ActionPriority.Later)]
    [InlineData(RiskClass.Low, true, ActionPriority.Later)]
    [InlineData(null, true, ActionPriority.Next)]
    public void PriorityOf_ClassAndOrder_Decides(RiskClass? riskClass, bool isFirst, ActionPriority expected) =>
        Assert.Equal(expected, InitialActions.PriorityOf(riskClass, isFirst));

    [Fact]
    public void From_PlanOfAnotherTask_IsRefused()
    {
        var (plan, score) = Planned();
        Assert.Throws<ArgumentException>(() => InitialActions.From(plan with { TaskId = "ander" }, score, Instrument, new PlanStart(Assessment, Day)));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void Progress_OutsideItsRange_IsRefused(double progress) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Assert.Single(Items()) with { Progress = progress });

    private static IReadOnlyList<ActionItem> Items()
    {
        var (plan, score) = Planned();
        return InitialActions.From(plan, score, Instrument, new PlanStart(Assessment, Day));
    }

    private static (TaskPlan Plan, TaskScore Score) Planned()
    {
        var task = new PublicTask("t", "Taak", new Dictionary<string, Answer> { ["b"] = new("full"), ["w"] = new("some") });
        var score = new ScoringModel(Instrument, Profile).Score(task, new Dictionary<string, Answer>(), Day);
        var after = new ClassRange(RiskClass.Low, RiskClass.Medium);
        return (new TaskPlan("t", RiskClass.Medium, score.Class, after, null, [new(Measure, ["b", "w", "o"], 0.315)], true), score);
    }

    private static readonly ComputedProfile Profile = new(
        "default", "1.0", 0.5, 0.6, [0.5, 0.7, 0.9, 1.0], [0.25, 0.5, 0.75], new RiskMatrix(
        [
            [RiskClass.Low, RiskClass.Low, RiskClass.Low, RiskClass.Medium],
            [RiskClass.Low, RiskClass.Low, RiskClass.Medium, RiskClass.High],
            [RiskClass.Low, RiskClass.Medium, RiskClass.High, RiskClass.Critical],
            [RiskClass.Medium, RiskClass.High, RiskClass.Critical, RiskClass.Critical],
        ]),
        new RobustnessSettings(100, 7));
}
