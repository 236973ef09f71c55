using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;

namespace Audit.Core.Tests.Actions.Tracking;

public sealed class ActionStandingTests
{
    private static readonly DateOnly Today = new(2026, 6, 30);

    [Theory]
    [InlineData(ActionStatus.Planned, -1, true, false)]
    [InlineData(ActionStatus.Running, -1, true, false)]
    [InlineData(ActionStatus.Waiting, 0, false, true)]
    [InlineData(ActionStatus.Running, 14, false, true)]
    [InlineData(ActionStatus.Running, 15, false, false)]
    [InlineData(ActionStatus.Done, -1, false, false)]
    [InlineData(ActionStatus.Closed, -1, false, false)]
    [InlineData(ActionStatus.Dropped, 3, false, false)]
    public void Of_DueDate_DecidesOverdueAndSoon(ActionStatus status, int dueIn, bool overdue, bool soon)
    {
        var standing = Of(Sample.Action() with { Status = status, Due = Today.AddDays(dueIn) });
        Assert.Equal((overdue, soon), (standing.IsOverdue, standing.IsDueSoon));
    }

    [Fact]
    public void Of_NoDueDate_IsNeitherOverdueNorSoon()
    {
        var standing = Of(Sample.Action() with { Status = ActionStatus.Running, Due = null });
        Assert.Equal((false, false), (standing.IsOverdue, standing.IsDueSoon));
    }

    [Theory]
    [InlineData(ActionStatus.Running, 29, null)]
    [InlineData(ActionStatus.Running, 30, 30)]
    [InlineData(ActionStatus.Waiting, 45, 45)]
    [InlineData(ActionStatus.Done, 300, null)]
    [InlineData(ActionStatus.Dropped, 300, null)]
    public void Of_Untouched_IsStalledAfterThirtyDays(ActionStatus status, int quiet, int? expected)
    {
        var standing = Of(Sample.Action() with { Status = status }, Today.AddDays(-quiet));
        Assert.Equal((expected, expected is not null), (standing.QuietDays, standing.IsStalled));
    }

    [Theory]
    [InlineData(10, 100, null)]
    [InlineData(40, 100, 40)]
    [InlineData(100, 40, 40)]
    [InlineData(-10, 100, null)]
    public void Of_PlannedAction_IsQuietFromItsStart(int startedAgo, int touchedAgo, int? expected) =>
        Assert.Equal(expected, Of(Sample.Action() with { Start = Today.AddDays(-startedAgo) }, Today.AddDays(-touchedAgo)).QuietDays);

    [Fact]
    public void Of_PlannedActionWithoutStart_NeverStalls() =>
        Assert.False(Of(Sample.Action() with { Start = null }, Today.AddDays(-900)).IsStalled);

    [Theory]
    [InlineData(ActionStatus.Planned, true)]
    [InlineData(ActionStatus.Running, true)]
    [InlineData(ActionStatus.Waiting, true)]
    [InlineData(ActionStatus.Dropped, true)]
    [InlineData(ActionStatus.Done, false)]
    [InlineData(ActionStatus.Closed, false)]
    public void Of_Dependency_BlocksUntilItIsCarriedOut(ActionStatus other, bool blocks)
    {
        var standing = ActionStanding.Of(Sample.Action(), Today, [Sample.Action(2) with { Status = other }], Today);
        Assert.Equal(blocks, standing.IsBlocked);
    }

    private static ActionStanding Of(ActionItem action, DateOnly? touched = null) => ActionStanding.Of(action, touched ?? Today, [], Today);
}

/// <summary>Actions to try rules on.</summary>
internal static class Sample
{
    public static ActionItem Action(int number = 1) => new()
    {
        RowKey = new Guid(number, 0, 0, new byte[8]),
        Number = number,
        TaskId = "taak",
        TaskName = "Taak",
        Measure = "Werkinstructie aanpassen",
    };
}
