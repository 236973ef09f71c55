using System.Globalization;
using Audit.Core.Actions;

namespace Audit.Core.Tests.Actions;

/// <summary>Which reminders an action asks for, day by day.</summary>
public sealed class RemindersTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateOnly Due = new(2026, 6, 17);

    [Theory]
    [InlineData("2026-06-02", null)]
    [InlineData("2026-06-03", "due-14/2026-06-17")]
    [InlineData("2026-06-09", "due-14/2026-06-17")]
    [InlineData("2026-06-10", "due-7/2026-06-17")]
    [InlineData("2026-06-15", "due-7/2026-06-17")]
    [InlineData("2026-06-16", "due-1/2026-06-17")]
    [InlineData("2026-06-17", "due-1/2026-06-17")]
    [InlineData("2026-06-18", "overdue/2026-06-18")]
    [InlineData("2026-06-24", "overdue/2026-06-18")]
    [InlineData("2026-06-25", "overdue/2026-06-25")]
    [InlineData("2026-07-02", "overdue/2026-07-02")]
    public void On_DayAroundTheDueDate_AsksForTheNewestReminder(string day, string? key) =>
        Assert.Equal(key is null ? [] : [key], KeysOn(new(ActionStatus.Running, null, Due), day));

    [Theory]
    [InlineData("2026-06-11", "due-7/2026-06-14")]
    [InlineData("2026-06-12", "due-1/2026-06-14")]
    [InlineData("2026-06-15", "overdue/2026-06-15")]
    public void On_DueOnASunday_RemindsOnTheFridayBefore(string day, string key) =>
        Assert.Equal([key], KeysOn(new(ActionStatus.Running, null, new(2026, 6, 14)), day));

    [Theory]
    [InlineData(ActionStatus.Done)]
    [InlineData(ActionStatus.Closed)]
    [InlineData(ActionStatus.Dropped)]
    public void On_FinishedAction_AsksForNothing(ActionStatus status)
    {
        var action = new ReminderFacts(status, new(2026, 1, 1), Due) { LastChanged = new(2026, 1, 1), OthersAreFinished = true };

        for (var day = new DateOnly(2026, 1, 1); day < new DateOnly(2027, 1, 1); day = day.AddDays(1))
        {
            Assert.Empty(Reminders.On(action, day));
        }
    }

    [Theory]
    [InlineData(ActionStatus.Planned, "2026-02-28", "")]
    [InlineData(ActionStatus.Planned, "2026-03-01", "start/2026-03-01")]
    [InlineData(ActionStatus.Planned, "2026-03-20", "start/2026-03-01")]
    [InlineData(ActionStatus.Running, "2026-03-01", "")]
    [InlineData(ActionStatus.Waiting, "2026-03-01", "")]
    public void On_StartDate_RemindsWhoHasNotBegun(ActionStatus status, string day, string key) =>
        Assert.Equal(key, string.Join(' ', KeysOn(new(status, new(2026, 3, 1), null), day)));

    [Theory]
    [InlineData("2026-03-30", "")]
    [InlineData("2026-03-31", "stalled/2026-03-31")]
    [InlineData("2026-04-29", "stalled/2026-03-31")]
    [InlineData("2026-04-30", "stalled/2026-04-30")]
    public void On_NothingChanged_RemindsEveryThirtyDays(string day, string key) =>
        Assert.Equal(key, string.Join(' ', KeysOn(new(ActionStatus.Running, null, null) { LastChanged = new(2026, 3, 1) }, day)));

    [Fact]
    public void On_PlannedForLater_IsNotStalled() =>
        Assert.Empty(KeysOn(new(ActionStatus.Planned, new(2026, 9, 1), null) { LastChanged = new(2026, 1, 1) }, "2026-06-01"));

    [Fact]
    public void On_OverdueAction_AsksForThatAlone() =>
        Assert.Equal(["overdue/2026-06-18"], KeysOn(new(ActionStatus.Planned, new(2026, 1, 1), Due) { LastChanged = new(2026, 1, 1), OthersAreFinished = true }, "2026-06-18"));

    [Theory]
    [InlineData(ActionStatus.Planned, "may-begin")]
    [InlineData(ActionStatus.Waiting, "may-begin")]
    [InlineData(ActionStatus.Running, "")]
    public void On_OthersFinished_RemindsWhoWaitedForThem(ActionStatus status, string key) =>
        Assert.Equal(key, string.Join(' ', KeysOn(new(status, null, null) { OthersAreFinished = true }, "2026-06-01")));

    [Fact]
    public void On_EveryWorkingDayOfAYear_GivesEachReminderOnceAndForgetsNone()
    {
        var action = new ReminderFacts(ActionStatus.Planned, new(2026, 5, 1), Due) { LastChanged = new(2026, 4, 20) };
        var given = new List<string>();
        for (var day = new DateOnly(2026, 4, 1); day < new DateOnly(2026, 7, 10); day = Workdays.After(day))
        {
            given.AddRange(Reminders.On(action, day).Select(reminder => reminder.Key).Except(given));
        }

        Assert.Equal(
            ["start/2026-05-01", "stalled/2026-05-20", "due-14/2026-06-17", "due-7/2026-06-17", "due-1/2026-06-17", "overdue/2026-06-18", "overdue/2026-06-25", "overdue/2026-07-02", "overdue/2026-07-09"],
            given);
    }

    [Fact]
    public void After_FridayAndWeekend_IsMonday() =>
        Assert.All([12, 13, 14], day => Assert.Equal(new DateOnly(2026, 6, 15), Workdays.After(new(2026, 6, day))));

    private static IEnumerable<string> KeysOn(ReminderFacts action, string day) =>
        Reminders.On(action, DateOnly.Parse(day, CultureInfo.InvariantCulture)).Select(reminder => reminder.Key);
}
