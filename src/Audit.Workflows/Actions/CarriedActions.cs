using Audit.Core.Actions;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions;

/// <summary>The actions that go along from the newest plan to the one that replaces it.</summary>
/// <remarks>
/// An action goes along as it is, with its identity, and so with its status, dates, owner, notes, measurements and history, when its measure is
/// in the new plan too, when somebody wrote it, or when work on it has begun. What was only planned, and what was dropped, stays in the earlier plan.
/// </remarks>
public sealed class CarriedActions
{
    private readonly List<PlannedMeasureRow> rows;

    private CarriedActions(PlanRow? from, List<PlannedMeasureRow> rows)
    {
        From = from;
        this.rows = rows;
    }

    /// <summary>The plan that they come from; null when there is none.</summary>
    public PlanRow? From { get; }

    /// <summary>How many go along.</summary>
    public int Count => rows.Count;

    /// <summary>Finds what would go along to a new plan.</summary>
    /// <param name="db">The open transaction, or a context for reading.</param>
    /// <param name="assessmentId">The case.</param>
    /// <param name="plans">The new plan per task.</param>
    public static async Task<CarriedActions> FindAsync(AuditContext db, Guid assessmentId, IReadOnlyList<TaskPlan> plans)
    {
        if (await db.Plans.Where(row => row.AssessmentId == assessmentId).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync() is not { } newest)
        {
            return new(null, []);
        }

        var planned = plans.SelectMany(plan => plan.Measures.Select(measure => (plan.TaskId, (string?)measure.Measure.Id))).ToHashSet();
        var rows = await db.PlannedMeasures.AsTracking().Where(row => row.PlanId == newest.Id).OrderBy(row => row.Position).ToListAsync();
        return new(newest, [.. rows.Where(row => GoesAlong(row, planned.Contains((row.TaskKey, row.MeasureId))))]);
    }

    /// <summary>The action that a planned measure was already; null when it is new.</summary>
    public PlannedMeasureRow? For(string taskKey, string measureId) => rows.Find(row => row.TaskKey == taskKey && row.MeasureId == measureId);

    /// <summary>Those of a task that the new plan does not ask for.</summary>
    public IEnumerable<PlannedMeasureRow> OthersOf(TaskPlan plan) =>
        rows.Where(row => row.TaskKey == plan.TaskId && plan.Measures.All(planned => planned.Measure.Id != row.MeasureId));

    private static bool GoesAlong(PlannedMeasureRow row, bool isPlanned) => (ActionStatus)row.Status switch
    {
        ActionStatus.Dropped => false,
        ActionStatus.Planned => isPlanned || row.MeasureId is null,
        ActionStatus.Running or ActionStatus.Waiting or ActionStatus.Done or ActionStatus.Closed => true,
    };
}
