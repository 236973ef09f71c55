using System.Globalization;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;

namespace Audit.Data.Excel.Import;

/// <summary>Actions as rows of texts that the merge can compare, and back.</summary>
public static class ActionRows
{
    /// <summary>An action as it is in the database now: exact texts, days and numbers without culture.</summary>
    public static ActionRow Of(ActionItem action) =>
        new(action.RowKey, action.RowVersion, ActionColumns.All.ToDictionary(column => column.Key, column => TextOf(column.Value(action))));

    /// <summary>The action with cells changed.</summary>
    /// <exception cref="ArgumentException">A column that cannot be changed, or a value that is not of its kind: the merge lets none through.</exception>
    public static ActionItem Changed(ActionItem action, IEnumerable<CellChange> changes) =>
        changes.Aggregate(action, (current, change) => With(current, change.Cell.Column, change.New));

    /// <summary>The action that a new row becomes.</summary>
    /// <param name="row">The row from the patch.</param>
    /// <param name="taskId">Id of the task that it names.</param>
    /// <param name="number">Its number in the plan.</param>
    public static ActionItem New(ActionRow row, string taskId, int number)
    {
        var blank = new ActionItem { RowKey = row.RowKey, Number = number, TaskId = taskId, TaskName = row.Values["Taak"], Measure = row.Values["Maatregel"] };
        return row.Values.Where(pair => pair.Key != "Taak").Aggregate(blank, (action, pair) => With(action, pair.Key, pair.Value));
    }

    private static string TextOf(object? value) => value as string ?? BaseValues.Normalise(value);

    private static ActionItem With(ActionItem action, string column, string value) => column switch
    {
        "Onderdeel" => action with { Component = value },
        "Risico" => action with { Risk = value },
        "Maatregel" => action with { Measure = value },
        "Waarom" => action with { Why = value },
        "Doel" => action with { Goal = value },
        "Doelgroep" => action with { TargetGroup = value },
        "Eigenaar" => action with { Accountable = value },
        "Verantwoordelijke" => action with { Responsible = value },
        "Evaluator" => action with { Evaluator = value },
        "Afdeling" => action with { Department = value },
        "Prioriteit" => action with { Priority = Enum.GetValues<ActionPriority>().Single(one => one.Dutch() == value) },
        "Start" => action with { Start = DayIn(value) },
        "Streefdatum" => action with { Due = DayIn(value) },
        "Status" => action with { Status = Enum.GetValues<ActionStatus>().Single(one => one.Dutch() == value) },
        "Voortgang" => action with { Progress = double.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture) },
        "VerwachtEffect" => action with { ExpectedEffect = value },
        "Indicator" => action with { Indicator = value },
        "Nulmeting" => action with { Baseline = value },
        "Streefwaarde" => action with { TargetValue = value },
        "Effectmeting" => action with { MeasuredEffect = value },
        "Bewijs" => action with { Evidence = value },
        "Opmerking" => action with { Remark = value },
        _ => throw new ArgumentException($"column {column} cannot be changed", nameof(column)),
    };

    private static DateOnly? DayIn(string value) => value.Length == 0 ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
