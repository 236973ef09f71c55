using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions;

/// <summary>Writes a plan down as the newest one of a case, with its actions; an earlier plan stays as it was.</summary>
/// <param name="Case">The case.</param>
/// <param name="Run">Its scores, which explain the actions.</param>
/// <param name="Actor">Who had it made, and when.</param>
public sealed record PlanRecorder(Case Case, ScoreRun Run, Actor Actor)
{
    /// <summary>Adds the plan and its trail in the caller's transaction.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="asked">What the plan was asked to reach: goal and budget.</param>
    /// <param name="plans">The plan of every task, in order.</param>
    public async Task<PlanRow> WriteAsync(AuditContext db, (PlanGoal Goal, int? Budget) asked, IReadOnlyList<TaskPlan> plans)
    {
        var row = new PlanRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = Case.Row.Id,
            Sequence = await db.Plans.Where(earlier => earlier.AssessmentId == Case.Row.Id).CountAsync() + 1,
            TargetClass = Case.Row.TargetClass,
            Goal = asked.Goal,
            EffortBudget = asked.Budget,
            MadeById = Actor.UserId,
            GeneratedUtc = Actor.NowUtc,
        };
        db.Plans.Add(row);
        foreach (var plan in plans)
        {
            Write(db, row, plan);
        }

        new CaseTrail(Case.Row.BodyId, Case.Row.Id).Add(db, Actor, "plan.generated", $"plan {row.Sequence}");
        return row;
    }

    /// <summary>A measure as it stands in the catalogue of the case, as canonical JSON.</summary>
    public static string TextOf(Case current, string measureId) =>
        CanonicalJson.Of(CanonicalJson.ToJson(((ListNode)current.Measures.Root.Find("measures")!).Items.OfType<MapNode>().First(map => map.Text("id") == measureId)));

    private void Write(AuditContext db, PlanRow row, TaskPlan plan)
    {
        db.PlanTasks.Add(new PlanTaskRow
        {
            Id = Guid.CreateVersion7(),
            PlanId = row.Id,
            TaskKey = plan.TaskId,
            ClassBeforeLow = (int?)plan.Before.Low,
            ClassBeforeHigh = (int?)plan.Before.High,
            ClassAfterLow = (int?)plan.After.Low,
            ClassAfterHigh = (int?)plan.After.High,
            ProvenLeast = plan.ProvenLeast,
            ResidualAfterLow = plan.ResidualAfter?.Low,
            ResidualAfterHigh = plan.ResidualAfter?.High,
        });
        var score = Run.Tasks.First(task => task.Score.TaskId == plan.TaskId).Score;
        var actions = InitialActions.From(plan, score, Case.Instrument.Value, new PlanStart(row.Id, DateOnly.FromDateTime(Actor.NowUtc)));
        for (var i = 0; i < actions.Count; i++)
        {
            db.PlannedMeasures.Add(RowOf(row, plan.Measures[i], actions[i], i));
        }
    }

    private PlannedMeasureRow RowOf(PlanRow plan, PlannedMeasure planned, ActionItem action, int position)
    {
        var row = new PlannedMeasureRow
        {
            Id = action.RowKey,
            PlanId = plan.Id,
            TaskKey = action.TaskId,
            Position = position,
            MeasureId = planned.Measure.Id,
            MeasureJson = TextOf(Case, planned.Measure.Id),
            Because = string.Join(' ', planned.Because),
            ResidualHighAfter = planned.ResidualHighAfter,
            Version = Guid.NewGuid(),
        };
        ActionRecords.Write(row, action);
        return row;
    }
}
