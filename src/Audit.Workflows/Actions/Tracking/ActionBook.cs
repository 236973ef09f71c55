using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>The actions of the newest plan of a case, each with how it stands; read in a handful of queries, however many actions there are.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Actions">Its actions in the order of their numbers.</param>
/// <param name="People">Everybody who takes part in the case, by name.</param>
/// <param name="Dependencies">Which action waits for which.</param>
public sealed record ActionBook(
    PlanRow Plan, IReadOnlyList<TrackedAction> Actions, IReadOnlyList<CasePerson> People, ActionDependencies Dependencies)
{
    /// <summary>Reads the actions; null when there is no plan yet. In a transaction that writes, the rows are tracked.</summary>
    /// <param name="db">The open transaction, or a context for reading.</param>
    /// <param name="current">The case.</param>
    /// <param name="nowUtc">The moment to which the standing refers.</param>
    public static async Task<ActionBook?> ReadAsync(AuditContext db, Case current, DateTime nowUtc)
    {
        var caseId = current.Row.Id;
        if (await db.Plans.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync() is not { } plan)
        {
            return null;
        }

        var rows = await db.PlannedMeasures.Where(row => row.PlanId == plan.Id).ToListAsync();
        var dependencies = await (
            from dependency in db.ActionDependencies
            join row in db.PlannedMeasures on dependency.ActionId equals row.Id
            where row.PlanId == plan.Id
            select dependency).ToListAsync();
        var facts = new ActionFacts(
            plan,
            new([.. dependencies.Select(row => new ActionDependency(row.ActionId, row.DependsOnId))]),
            await CasePerson.AllAsync(db, caseId),
            await OpenEscalation.AllAsync(db, plan.Id),
            ActionRecords.DayOf(nowUtc));
        return new(plan, facts.ActionsOf(await ItemsAsync(db, current, rows, nowUtc)), facts.People, facts.Dependencies);
    }

    /// <summary>An action; null when it is not in the newest plan.</summary>
    public TrackedAction? Find(Guid rowId) => Actions.FirstOrDefault(action => action.Row.Id == rowId);

    /// <summary>The actions that an action waits for.</summary>
    public IEnumerable<TrackedAction> DependenciesOf(TrackedAction action) => Dependencies.Of(action.Row.Id).Select(Find).OfType<TrackedAction>().OrderBy(other => other.Item.Number);

    /// <summary>The actions that wait for an action.</summary>
    public IEnumerable<TrackedAction> DependentsOf(TrackedAction action) => Actions.Where(other => Dependencies.Of(other.Row.Id).Contains(action.Row.Id));

    private static async Task<IReadOnlyList<(PlannedMeasureRow, ActionItem)>> ItemsAsync(
        AuditContext db, Case current, List<PlannedMeasureRow> rows, DateTime nowUtc)
    {
        if (rows.Exists(row => row.Title is null))
        {
            // Plans of before the texts were kept: score and catalogue give them.
            var export = (await CaseReport.OfAsync(db, current, nowUtc)).ToExport(Guid.Empty, new DateTimeOffset(nowUtc, TimeSpan.Zero));
            var byId = rows.ToDictionary(row => row.Id);
            return [.. export.Tasks.SelectMany(task => task.Actions).Select(item => (byId[item.RowKey], item))];
        }

        var tasks = current.Tasks.Concat(current.DroppedTasks).Select((task, place) => (task.Key, task.Name, place)).ToDictionary(task => task.Key);
        return
        [
            .. rows.OrderBy(row => tasks[row.TaskKey].place).ThenBy(row => row.Position)
                .Select((row, index) => (row, ActionRecords.Of(row, tasks[row.TaskKey].Name, index + 1))),
        ];
    }

    /// <summary>What is known beside the rows.</summary>
    private sealed record ActionFacts(
        PlanRow Plan,
        ActionDependencies Dependencies,
        IReadOnlyList<CasePerson> People,
        IReadOnlyDictionary<Guid, OpenEscalation> Escalations,
        DateOnly Today)
    {
        public IReadOnlyList<TrackedAction> ActionsOf(IReadOnlyList<(PlannedMeasureRow Row, ActionItem Item)> items)
        {
            var byId = items.ToDictionary(pair => pair.Row.Id, pair => pair.Item);
            var names = People.ToDictionary(person => person.Id, person => person.Name);
            return [.. items.Select(pair => new TrackedAction(pair.Row, pair.Item)
            {
                Standing = ActionStanding.Of(
                    pair.Item,
                    ActionRecords.DayOf(pair.Row.ChangedUtc ?? Plan.GeneratedUtc),
                    Dependencies.Of(pair.Row.Id).Select(id => byId.GetValueOrDefault(id)).OfType<ActionItem>(),
                    Today),
                Person = pair.Row.OwnerId is { } owner ? names.GetValueOrDefault(owner) ?? Tr(CasePerson.Left) : pair.Row.OwnerEmail,
                Escalation = Escalations.GetValueOrDefault(pair.Row.Id),
            })];
        }
    }
}

/// <summary>An action as it is followed.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Item">What stands in it.</param>
public sealed record TrackedAction(PlannedMeasureRow Row, ActionItem Item)
{
    /// <summary>How it stands today.</summary>
    public required ActionStanding Standing { get; init; }

    /// <summary>Name or address of the owner that was chosen; null when nobody was.</summary>
    public string? Person { get; init; }

    /// <summary>The escalation that waits for a decision; null when none does.</summary>
    public OpenEscalation? Escalation { get; init; }

    /// <summary>Who owns it, as lists show it: the person, or else the function.</summary>
    public string Owner => Person ?? Item.Accountable;

    /// <summary>The action with its owner, for the checks.</summary>
    public OwnedAction Owned => new(Item, Person);
}
