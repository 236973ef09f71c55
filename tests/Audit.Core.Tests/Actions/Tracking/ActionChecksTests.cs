using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;

namespace Audit.Core.Tests.Actions.Tracking;

public sealed class ActionChecksTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    [Fact]
    public void RefusalsOf_OrdinaryChange_AreNone()
    {
        var before = Sample.Action() with { Start = Day, Due = Day };
        Assert.Empty(Refusals(before, before with { Department = "Toezicht", Evaluator = "Onderzoeker", Accountable = "Directeur" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void RefusalsOf_NoText_NamesTheMeasure(string text) =>
        Assert.Equal("Maatregel", Assert.Single(Refusals(Sample.Action(), Sample.Action() with { Measure = text })).Column);

    [Fact]
    public void RefusalsOf_DueBeforeStart_NamesTheDateThatChanged()
    {
        var before = Sample.Action() with { Start = Day, Due = Day.AddDays(5) };
        var due = Assert.Single(Refusals(before, before with { Due = Day.AddDays(-1) }));
        Assert.Equal(("Streefdatum", "De streefdatum ligt vóór de start (30-6-2026). Kies een latere streefdatum."), (due.Column, due.Text.ToString()));
        Assert.Equal("Start", Assert.Single(Refusals(before, before with { Start = Day.AddDays(6) })).Column);
    }

    [Fact]
    public void RefusalsOf_OldFault_DoesNotStopOtherWork()
    {
        var before = Sample.Action() with { Start = Day, Due = Day.AddDays(-1), Evaluator = "Directeur", Accountable = "directeur " };
        Assert.Empty(Refusals(before, before with { Remark = "Gesproken met het team." }));
    }

    [Theory]
    [InlineData("Directeur", "directeur ", null)]
    [InlineData("Tess Teamlid", "Directeur", "tess teamlid")]
    [InlineData("wie@voorbeeld.example", "Directeur", "wie@voorbeeld.example")]
    public void RefusalsOf_EvaluatorWhoOwnsIt_IsRefused(string evaluator, string accountable, string? owner)
    {
        var after = new OwnedAction(Sample.Action() with { Evaluator = evaluator, Accountable = accountable }, owner);
        Assert.Equal("Evaluator", Assert.Single(ActionChecks.RefusalsOf(new(Sample.Action(), null), after)).Column);
    }

    [Fact]
    public void RefusalsOf_OwnerWhoBecomesTheEvaluator_IsRefused()
    {
        var item = Sample.Action() with { Evaluator = "Tess Teamlid" };
        Assert.Equal("Evaluator", Assert.Single(ActionChecks.RefusalsOf(new(item, "Milan Manager"), new(item, "Tess Teamlid"))).Column);
    }

    [Fact]
    public void WarningsOf_ActionThatBeganUnmeasured_NamesWhatIsMissing()
    {
        var action = Sample.Action() with { Status = ActionStatus.Running, Progress = 0.5, Indicator = "Aandeel", Due = Day };
        Assert.Equal(
            "De actie is begonnen, maar dit is niet vooraf vastgelegd: nulmeting, streefwaarde.",
            Assert.Single(ActionChecks.WarningsOf(action, [])).Text.ToString());
        Assert.Empty(ActionChecks.WarningsOf(action with { Status = ActionStatus.Planned, Progress = 0 }, []));
        Assert.Empty(ActionChecks.WarningsOf(action with { Baseline = "4", TargetValue = "8" }, []));
    }

    [Theory]
    [InlineData(ActionStatus.Planned, 0.2, true)]
    [InlineData(ActionStatus.Planned, 0, false)]
    [InlineData(ActionStatus.Running, 1, true)]
    [InlineData(ActionStatus.Done, 0.9, true)]
    [InlineData(ActionStatus.Closed, 0, true)]
    [InlineData(ActionStatus.Done, 1, false)]
    [InlineData(ActionStatus.Dropped, 0.4, false)]
    public void WarningOf_StatusAndProgress_MustFit(ActionStatus status, double progress, bool warns) =>
        Assert.Equal(warns, ProgressRule.WarningOf(Sample.Action() with { Status = status, Progress = progress }) is not null);

    [Fact]
    public void WarningsOf_DependencyDueAfterTheStart_NamesIt()
    {
        var action = Sample.Action() with { Start = Day };
        var other = Sample.Action(2) with { Due = Day.AddDays(1) };
        Assert.Contains("wacht op actie 2, die pas op 1-7-2026", Assert.Single(ActionChecks.WarningsOf(action, [other])).Text.ToString(), StringComparison.Ordinal);
        Assert.Empty(ActionChecks.WarningsOf(action, [other with { Due = Day }]));
        Assert.Empty(ActionChecks.WarningsOf(action, [other with { Status = ActionStatus.Done }]));
        Assert.Empty(ActionChecks.WarningsOf(action with { Status = ActionStatus.Dropped }, [other]));
    }

    [Fact]
    public void Settle_StatusBecomesDone_SetsAllProgress()
    {
        var done = Sample.Action() with { Status = ActionStatus.Done, Progress = 0.4 };
        Assert.Equal(1, ProgressRule.Settle(ActionStatus.Running, done).Progress);
        Assert.Equal(0.4, ProgressRule.Settle(ActionStatus.Done, done).Progress);
        Assert.Equal(0.4, ProgressRule.Settle(ActionStatus.Planned, done with { Status = ActionStatus.Running }).Progress);
    }

    [Theory]
    [InlineData("Indicator", ActionStatus.Running, "indicator na de start gewijzigd")]
    [InlineData("Streefdatum", ActionStatus.Waiting, "streefdatum na de start gewijzigd")]
    [InlineData("Indicator", ActionStatus.Planned, null)]
    [InlineData("Afdeling", ActionStatus.Running, null)]
    public void LateChange_OfTheAgreement_IsNoticed(string column, ActionStatus before, string? expected) =>
        Assert.Equal(expected, StartAgreement.LateChange(column, before)?.ToString());

    private static IReadOnlyList<ActionFinding> Refusals(ActionItem before, ActionItem after) => ActionChecks.RefusalsOf(new(before, null), new(after, null));
}
