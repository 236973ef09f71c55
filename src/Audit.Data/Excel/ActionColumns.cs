using Audit.Core.Actions;
using Audit.Core.Actions.Merge;

namespace Audit.Data.Excel;

/// <summary>The columns of <c>tblActies</c> and <c>tblAfgesloten</c>, in order.</summary>
public static class ActionColumns
{
    private static readonly ActionColumn[] Columns =
    [
        new("Nr", "Nr", ColumnKind.Number, action => action.Number, 6),
        new("Taak", "Taak", ColumnKind.Label, action => action.TaskName, 18) { List = ListSheet.Tasks, Hint = "Kies een taak van deze doorlichting.", Use = ColumnUse.NewOnly, Required = true },
        new("Onderdeel", "Onderdeel", ColumnKind.Label, action => action.Component, 17) { List = ListSheet.Components, Hint = "Kies een onderdeel van het instrument.", Use = ColumnUse.NewOnly },
        new("Risico", "Risico", ColumnKind.Text, action => action.Risk, 36) { Use = ColumnUse.NewOnly },
        new("Klasse", "Klasse", ColumnKind.Label, action => action.Class?.Dutch(), 11) { List = ListSheet.Classes, Hint = "Werkklasse van de taak vóór de maatregelen: een signaal, geen juridisch oordeel." },
        new("Maatregel", "Maatregel", ColumnKind.Text, action => action.Measure, 28) { Use = ColumnUse.Editable, Required = true },
        new("Waarom", "Waarom", ColumnKind.Text, action => action.Why, 38) { Use = ColumnUse.NewOnly },
        new("Doel", "Doel", ColumnKind.Text, action => action.Goal, 22) { Use = ColumnUse.Editable },
        new("Doelgroep", "Doelgroep", ColumnKind.Text, action => action.TargetGroup, 14) { Use = ColumnUse.Editable },
        new("Eigenaar", "Eigenaar", ColumnKind.Text, action => action.Accountable, 16) { Use = ColumnUse.Editable },
        new("Verantwoordelijke", "Verantwoordelijke", ColumnKind.Text, action => action.Responsible, 20) { Use = ColumnUse.Editable },
        new("Evaluator", "Evaluator", ColumnKind.Text, action => action.Evaluator, 13) { Use = ColumnUse.Editable },
        new("Afdeling", "Afdeling", ColumnKind.Text, action => action.Department, 13) { Use = ColumnUse.Editable },
        new("Prioriteit", "Prioriteit", ColumnKind.Label, action => action.Priority.Dutch(), 12)
        {
            List = ListSheet.Priorities,
            Hint = "Kies 1 eerst, 2 daarna of 3 later.",
            Use = ColumnUse.Editable,
            Required = true,
            Default = ActionPriority.Next.Dutch(),
            Labels = [.. Enum.GetValues<ActionPriority>().Select(one => one.Dutch())],
        },
        new("Start", "Start", ColumnKind.Date, action => action.Start, 12) { Hint = "Datum, bijvoorbeeld 31-12-2026.", Use = ColumnUse.Editable },
        new("Streefdatum", "Streefdatum", ColumnKind.Date, action => action.Due, 13) { Hint = "Datum waarop de maatregel werkt, bijvoorbeeld 31-12-2026.", Use = ColumnUse.Editable },
        new("Status", "Status", ColumnKind.Label, action => action.Status.Dutch(), 14)
        {
            List = ListSheet.Statuses,
            Hint = "Kies gepland, loopt, wacht, gereed, afgesloten of vervallen.",
            Use = ColumnUse.Editable,
            Required = true,
            Default = ActionStatus.Planned.Dutch(),
            Labels = [.. Enum.GetValues<ActionStatus>().Select(one => one.Dutch())],
        },
        new("Voortgang", "Voortgang %", ColumnKind.Percent, action => action.Progress, 11) { Hint = "Percentage van 0% tot en met 100%.", Use = ColumnUse.Editable, Required = true, Default = "0" },
        new("VerwachtEffect", "Verwacht effect", ColumnKind.Text, action => action.ExpectedEffect, 26) { Use = ColumnUse.NewOnly },
        new("Indicator", "Indicator", ColumnKind.Text, action => action.Indicator, 24) { Use = ColumnUse.Editable },
        new("Nulmeting", "Nulmeting", ColumnKind.Text, action => action.Baseline, 16) { Use = ColumnUse.Editable },
        new("Streefwaarde", "Streefwaarde", ColumnKind.Text, action => action.TargetValue, 16) { Use = ColumnUse.Editable },
        new("Effectmeting", "Effectmeting", ColumnKind.Text, action => action.MeasuredEffect, 16) { Use = ColumnUse.Editable },
        new("Bewijs", "Bewijs", ColumnKind.Link, action => action.Evidence, 22) { Use = ColumnUse.Editable },
        new("Opmerking", "Opmerking", ColumnKind.Text, action => action.Remark, 28) { Use = ColumnUse.Editable },
        new("LaatstGewijzigd", "Laatst gewijzigd", ColumnKind.Moment, action => action.LastChanged, 16),
        new("RowKey", "RowKey", ColumnKind.Text, action => action.RowKey.ToString("D"), 38) { Hidden = true },
        new("RowVersion", "RowVersion", ColumnKind.Text, action => action.RowVersion, 38) { Hidden = true },
    ];

    /// <summary>Every column, from left to right.</summary>
    public static IReadOnlyList<ActionColumn> All => Columns;

    /// <summary>The columns as the merge sees them.</summary>
    /// <param name="tasks">Names of the tasks of the assessment: a new action belongs to one of them.</param>
    /// <param name="components">Titles of the components of the instrument.</param>
    public static IReadOnlyList<MergeColumn> ForMerge(IReadOnlyList<string> tasks, IReadOnlyList<string> components) =>
        [.. Columns.Select(column => column.ForMerge(column.List switch { ListSheet.Tasks => tasks, ListSheet.Components => components, _ => null }))];

    /// <summary>Position of a column in the sheet as exported, from 1.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public static int NumberOf(string key) => Array.FindIndex(Columns, column => column.Key == key) is >= 0 and var index
        ? index + 1
        : throw new ArgumentException($"no column {key}", nameof(key));

    /// <summary>Defined name of the header cell of a column.</summary>
    /// <param name="sheet"><c>Acties</c> or <c>Afgesloten</c>.</param>
    /// <param name="key">Key of the column.</param>
    public static string NameOf(string sheet, string key) => $"kol{sheet}_{key}";
}
