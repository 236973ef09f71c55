using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions;

/// <summary>An action that somebody writes.</summary>
/// <param name="TaskKey">Key of the task.</param>
/// <param name="Title">What is done.</param>
public sealed record OwnAction(string TaskKey, string Title)
{
    /// <summary>Title of the component; empty when it belongs to none.</summary>
    public string Component { get; init; } = string.Empty;

    public string Why { get; init; } = string.Empty;

    public string Goal { get; init; } = string.Empty;
}

/// <summary>Adds actions to the newest plan of a case, takes them out, puts them back and orders them. Every method works inside the caller's transaction.</summary>
/// <param name="Case">The case.</param>
/// <param name="Actor">Who changes the plan, and when.</param>
public sealed record PlanEdits(Case Case, Actor Actor)
{
    /// <summary>Why a change was not made because a colleague made a new plan.</summary>
    public static string Replaced => Tr($"Een collega heeft intussen een nieuw plan gemaakt. Bekijk dat plan en kies opnieuw.");

    /// <summary>Why a change was not made because of a colleague.</summary>
    public static string Changed => Tr($"Een collega heeft deze actie intussen gewijzigd. Lees wat er nu staat en kies opnieuw.");

    private CaseTrail Trail => new(Case.Row.BodyId, Case.Row.Id);

    /// <summary>Adds a measure of the catalogue to a task.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="place">The plan that the person was looking at, and the id that the action gets.</param>
    /// <param name="choice">The task and the measure.</param>
    /// <returns>Why it was not added, in Dutch; null when it was, or was so already.</returns>
    public async Task<string?> AddMeasureAsync(AuditContext db, (Guid PlanId, Guid RowId) place, (string TaskKey, string MeasureId) choice)
    {
        var measure = Case.Measures.Value.Measures.FirstOrDefault(candidate => candidate.Id == choice.MeasureId);
        var task = Case.Answers.Tasks.FirstOrDefault(candidate => candidate.Id == choice.TaskKey);
        if (measure is null || task is null)
        {
            return Tr($"Kies een taak en een maatregel uit de lijst.");
        }

        var (rows, refusal) = await OpenAsync(db, place);
        if (rows is null)
        {
            return refusal;
        }

        if (rows.Find(row => row.TaskKey == task.Id && row.MeasureId == measure.Id) is { } known)
        {
            return (ActionStatus)known.Status == ActionStatus.Dropped
                ? Tr($"Deze maatregel stond al in het plan en is vervallen. Zet die in het actieplan terug.")
                : Tr($"Deze maatregel staat al in het plan voor deze taak.");
        }

        var (item, because) = ItemOf(place, measure, task.Id);
        var row = RowOf(place, rows, item);
        (row.MeasureId, row.MeasureJson, row.Because) = (measure.Id, PlanRecorder.TextOf(Case, measure.Id), string.Join(' ', because));
        await AddAsync(db, row, item);
        return null;
    }

    /// <summary>Adds an action that somebody wrote.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="place">The plan that the person was looking at, and the id that the action gets.</param>
    /// <param name="own">The action.</param>
    /// <returns>Why it was not added, in Dutch; null when it was, or was so already.</returns>
    public async Task<string?> AddOwnAsync(AuditContext db, (Guid PlanId, Guid RowId) place, OwnAction own)
    {
        if (Case.Tasks.All(task => task.Key != own.TaskKey))
        {
            return Tr($"Kies een taak uit de lijst.");
        }

        var (rows, refusal) = await OpenAsync(db, place);
        if (rows is null)
        {
            return refusal;
        }

        var item = new ActionItem
        {
            RowKey = place.RowId,
            Number = 1,
            TaskId = own.TaskKey,
            TaskName = NameOf(own.TaskKey),
            Measure = own.Title,
            Component = own.Component,
            Class = Case.Score(Actor.NowUtc, own.TaskKey).Tasks[0].Score.Class.Working,
            Why = own.Why,
            Goal = own.Goal,
        };
        await AddAsync(db, RowOf(place, rows, item), item);
        return null;
    }

    /// <summary>Takes an action out of the plan: it stays on the list as dropped.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="row">The action, tracked.</param>
    /// <param name="seen">Version that the person was looking at.</param>
    /// <param name="reason">Why.</param>
    /// <returns>Why it was not taken out, in Dutch; null when it was, or was so already.</returns>
    public string? Drop(AuditContext db, PlannedMeasureRow row, Guid seen, string reason)
    {
        var isOut = (ActionStatus)row.Status == ActionStatus.Dropped;
        return isOut ? null : SetStatus(db, row, seen, (ActionStatus.Dropped, reason));
    }

    /// <summary>Puts a dropped action back, as planned.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="row">The action, tracked.</param>
    /// <param name="seen">Version that the person was looking at.</param>
    /// <returns>Why it was not put back, in Dutch; null when it was, or was so already.</returns>
    public string? PutBack(AuditContext db, PlannedMeasureRow row, Guid seen)
    {
        var isOut = (ActionStatus)row.Status == ActionStatus.Dropped;
        return isOut ? SetStatus(db, row, seen, (ActionStatus.Planned, null)) : null;
    }

    /// <summary>Moves an action one place up or down among those of its task.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="row">The action, tracked.</param>
    /// <param name="up">Up, or else down.</param>
    public async Task MoveAsync(AuditContext db, PlannedMeasureRow row, bool up)
    {
        var rows = (await db.PlannedMeasures.AsTracking().Where(other => other.PlanId == row.PlanId && other.TaskKey == row.TaskKey).ToListAsync())
            .OrderBy(other => other.Position).ThenBy(other => other.Id).ToList();
        var (from, to) = (rows.IndexOf(row), rows.IndexOf(row) + (up ? -1 : 1));
        if (to < 0 || to >= rows.Count)
        {
            return;
        }

        (rows[from], rows[to]) = (rows[to], rows[from]);
        for (var position = 0; position < rows.Count; position++)
        {
            rows[position].Position = position;
        }

        Trail.Add(db, Actor, "action.moved", ActionChanges.SubjectOf(row.Id, "Nr"), ($"{from + 1}", $"{to + 1}"), null);
    }

    /// <summary>An action of the newest plan, tracked; null when it is not in it.</summary>
    public Task<PlannedMeasureRow?> FindAsync(AuditContext db, Guid actionId)
    {
        var caseId = Case.Row.Id;
        return (
            from action in db.PlannedMeasures.AsTracking()
            join plan in db.Plans on action.PlanId equals plan.Id
            where action.Id == actionId && plan.AssessmentId == caseId
                && plan.Sequence == db.Plans.Where(other => other.AssessmentId == caseId).Max(other => other.Sequence)
            select action).SingleOrDefaultAsync();
    }

    /// <summary>The actions of the newest plan; null with a reason when it is another plan, or with none when the action is in already.</summary>
    private async Task<(List<PlannedMeasureRow>? Rows, string? Refusal)> OpenAsync(AuditContext db, (Guid PlanId, Guid RowId) place)
    {
        var caseId = Case.Row.Id;
        var newest = await db.Plans.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.Sequence).Select(row => row.Id).FirstOrDefaultAsync();
        if (await db.PlannedMeasures.AnyAsync(row => row.Id == place.RowId))
        {
            return (null, await db.PlannedMeasures.AnyAsync(row => row.Id == place.RowId && row.PlanId == newest) ? null : Replaced);
        }

        return newest == place.PlanId ? (await db.PlannedMeasures.Where(row => row.PlanId == newest).ToListAsync(), null) : (null, Replaced);
    }

    private (ActionItem Item, IReadOnlyList<string> Because) ItemOf((Guid PlanId, Guid RowId) place, Measure measure, string taskKey)
    {
        var run = Case.Score(Actor.NowUtc, taskKey);
        var forecast = PlanForecast.Of(run.BasisOf(run.Answers.Value.Tasks[0]), [measure]);
        var planned = new PlannedMeasure(measure, forecast.Measures[0].Because, forecast.Measures[0].ResidualHighAlone);
        var plan = new TaskPlan(taskKey, Case.Target, forecast.Before, forecast.After, forecast.ResidualAfter, [planned], ProvenLeast: false);
        var start = new PlanStart(place.PlanId, DateOnly.FromDateTime(Actor.NowUtc));
        var item = InitialActions.From(plan, run.Tasks[0].Score, Case.Instrument.Value, start).Single();
        // What it brings depends on the rest of the plan, which the page of the plan shows.
        return (item with { RowKey = place.RowId, ExpectedEffect = string.Empty }, planned.Because);
    }

    private static PlannedMeasureRow RowOf((Guid PlanId, Guid RowId) place, List<PlannedMeasureRow> rows, ActionItem item) => new()
    {
        Id = place.RowId,
        PlanId = place.PlanId,
        TaskKey = item.TaskId,
        Position = rows.Where(other => other.TaskKey == item.TaskId).Max(other => (int?)other.Position) + 1 ?? 0,
        Because = string.Empty,
        Version = Guid.NewGuid(),
    };

    private async Task AddAsync(AuditContext db, PlannedMeasureRow row, ActionItem item)
    {
        ActionRecords.Write(row, item);
        db.PlannedMeasures.Add(row);
        Trail.Add(db, Actor, "action.added", ActionChanges.SubjectOf(row.Id, "Maatregel"), item.Measure);
        await db.SaveChangesAsync();
    }

    private string? SetStatus(AuditContext db, PlannedMeasureRow row, Guid seen, (ActionStatus Status, string? Reason) to)
    {
        if (row.Version != seen)
        {
            return Changed;
        }

        if (row.Title is not null)
        {
            var before = ActionRecords.Of(row, NameOf(row.TaskKey), row.Position + 1);
            ActionChanges.Write(db, Trail, row, (before, before with { Status = to.Status }), Actor, to.Reason);
            return null;
        }

        // Of before the texts were kept in the row: only the status can be written.
        var change = (((ActionStatus)row.Status).Dutch(), to.Status.Dutch());
        (row.Status, row.ChangedUtc, row.Version) = ((int)to.Status, Actor.NowUtc, Guid.NewGuid());
        Trail.Add(db, Actor, ActionChanges.Changed, ActionChanges.SubjectOf(row.Id, "Status"), change, to.Reason);
        return null;
    }

    private string NameOf(string taskKey) => Case.Tasks.FirstOrDefault(task => task.Key == taskKey)?.Name ?? taskKey;
}
