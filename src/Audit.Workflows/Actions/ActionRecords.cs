using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Data.Database;

namespace Audit.Workflows.Actions;

/// <summary>An action of the plan and its row in the database.</summary>
public static class ActionRecords
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The action that a row holds.</summary>
    /// <param name="row">The row.</param>
    /// <param name="taskName">Name of its task.</param>
    /// <param name="number">Its number in the plan.</param>
    /// <exception cref="InvalidOperationException">The row is of before the texts were kept in it.</exception>
    public static ActionItem Of(PlannedMeasureRow row, string taskName, int number) => WithCourse(row, new()
    {
        RowKey = row.Id,
        Number = number,
        TaskId = row.TaskKey,
        TaskName = taskName,
        Component = row.Component,
        Risk = row.Risk,
        Class = (RiskClass?)row.ClassBefore,
        MeasureId = row.MeasureId,
        Measure = row.Title ?? throw new InvalidOperationException($"row {row.Id} has no texts"),
        Why = row.Why,
        Goal = row.Goal,
        TargetGroup = row.TargetGroup,
        Accountable = row.Accountable,
        Responsible = row.Responsible,
        Priority = (ActionPriority)row.Priority,
        ExpectedEffect = row.ExpectedEffect,
        Indicator = row.Indicator,
    });

    /// <summary>An action of a plan of before the texts were kept in its rows: the catalogue and the score give them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="generated">The action as it is generated from catalogue and score.</param>
    /// <param name="number">Its number in the plan.</param>
    public static ActionItem Of(PlannedMeasureRow row, ActionItem generated, int number) => WithCourse(row, generated with { Number = number });

    /// <summary>Puts an action into its row; the row gets no new version by it.</summary>
    public static void Write(PlannedMeasureRow row, ActionItem action)
    {
        row.Title = action.Measure;
        row.Component = action.Component;
        row.Risk = action.Risk;
        row.ClassBefore = (int?)action.Class;
        row.Why = action.Why;
        row.Goal = action.Goal;
        row.TargetGroup = action.TargetGroup;
        row.Accountable = action.Accountable;
        row.Responsible = action.Responsible;
        row.Evaluator = action.Evaluator;
        row.Department = action.Department;
        row.Priority = (int)action.Priority;
        row.StartDate = action.Start;
        row.DueDate = action.Due;
        row.Status = (int)action.Status;
        row.Progress = action.Progress;
        row.ExpectedEffect = action.ExpectedEffect;
        row.Indicator = action.Indicator;
        row.Baseline = action.Baseline;
        row.TargetValue = action.TargetValue;
        row.MeasuredEffect = action.MeasuredEffect;
        row.Evidence = action.Evidence;
        row.Remark = action.Remark;
    }

    /// <summary>The Dutch calendar day of a moment.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), Amsterdam).DateTime);

    private static ActionItem WithCourse(PlannedMeasureRow row, ActionItem action) => action with
    {
        Evaluator = row.Evaluator,
        Department = row.Department,
        Start = row.StartDate,
        Due = row.DueDate,
        Status = (ActionStatus)row.Status,
        Progress = row.Progress,
        Baseline = row.Baseline,
        TargetValue = row.TargetValue,
        MeasuredEffect = row.MeasuredEffect,
        Evidence = row.Evidence,
        Remark = row.Remark,
        LastChanged = row.ChangedUtc is { } changed ? TimeZoneInfo.ConvertTime(new DateTimeOffset(changed), Amsterdam) : null,
        RowVersion = row.Version.ToString(),
    };
}
