using Audit.Core.Actions;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions;

/// <summary>Writes a plan down as the newest one of a case, with its actions; an earlier plan keeps what does not go along.</summary>
/// <param name="Case">The case.</param>
/// <param name="Run">Its scores, which explain the actions.</param>
/// <param name="Actor">Who had it made, and when.</param>
public sealed record PlanRecorder(Case Case, ScoreRun Run, Actor Actor)
{
    private CaseTrail Trail => new(Case.Row.BodyId, Case.Row.Id);

    /// <summary>Adds the plan and its trail in the caller's transaction.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="aim">What the plan was asked to reach.</param>
    /// <param name="plans">The plan of every task, in order.</param>
    /// <param name="id">Id of the plan, made when a form was shown; null lets one be made.</param>
    public async Task<PlanRow> WriteAsync(AuditContext db, PlanAim aim, IReadOnlyList<TaskPlan> plans, Guid? id = null)
    {
        var carried = await CarriedActions.FindAsync(db, Case.Row.Id, plans);
        var row = new PlanRow
        {
            Id = id ?? Guid.CreateVersion7(),
            AssessmentId = Case.Row.Id,
            Sequence = (carried.From?.Sequence ?? 0) + 1,
            MadeById = Actor.UserId,
            GeneratedUtc = Actor.NowUtc,
        };
        PlanAims.Write(row, aim, Case.Target);
        db.Plans.Add(row);
        foreach (var plan in plans)
        {
            db.PlanTasks.Add(TaskRowOf(row, plan));
            Write(db, row, plan, carried);
        }

        Trail.Add(db, Actor, "plan.generated", $"plan {row.Sequence}");
        await db.SaveChangesAsync();
        return row;
    }

    /// <summary>A measure as it stands in the catalogue of the case, as canonical JSON.</summary>
    public static string TextOf(Case current, string measureId) =>
        CanonicalJson.Of(CanonicalJson.ToJson(((ListNode)current.Measures.Root.Find("measures")!).Items.OfType<MapNode>().First(map => map.Text("id") == measureId)));

    private static PlanTaskRow TaskRowOf(PlanRow row, TaskPlan plan) => new()
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
    };

    private void Write(AuditContext db, PlanRow row, TaskPlan plan, CarriedActions carried)
    {
        var actions = InitialActions.From(plan, ScoreOf(plan.TaskId), Case.Instrument.Value, new PlanStart(row.Id, DateOnly.FromDateTime(Actor.NowUtc)));
        for (var i = 0; i < actions.Count; i++)
        {
            if (carried.For(plan.TaskId, plan.Measures[i].Measure.Id) is { } known)
            {
                Carry(db, (carried.From!, row), (known, plan), i);
                known.Because = string.Join(' ', plan.Measures[i].Because);
                known.ResidualHighAfter = plan.Measures[i].ResidualHighAfter;
            }
            else
            {
                db.PlannedMeasures.Add(RowOf(row, plan.Measures[i], actions[i], i));
            }
        }

        var position = actions.Count;
        foreach (var other in carried.OthersOf(plan))
        {
            Carry(db, (carried.From!, row), (other, plan), position++);
            // Not asked for by this plan: only the plan that was made with it promised something.
            other.ResidualHighAfter = null;
        }
    }

    private void Carry(AuditContext db, (PlanRow From, PlanRow To) plans, (PlannedMeasureRow Row, TaskPlan Plan) action, int position)
    {
        var row = action.Row;
        if (row.Title is null)
        {
            // Of before the texts were kept in the row: its earlier plan can no longer give them.
            ActionRecords.Write(row, ActionRecords.Of(row, ItemOf(row, action.Plan), position + 1));
        }

        row.PlanId = plans.To.Id;
        row.Position = position;
        Trail.Add(db, Actor, "action.carried", ActionChanges.SubjectOf(row.Id, "Plan"), ($"plan {plans.From.Sequence}", $"plan {plans.To.Sequence}"), null);
    }

    private ActionItem ItemOf(PlannedMeasureRow row, TaskPlan plan)
    {
        var known = Case.Instrument.Value.AllQuestions.Select(question => question.Id).ToHashSet();
        var planned = CaseReport.PlannedOf(row);
        var alone = plan with { Measures = [planned with { Because = [.. planned.Because.Where(known.Contains)] }] };
        return InitialActions.From(alone, ScoreOf(plan.TaskId), Case.Instrument.Value, new PlanStart(row.PlanId, DateOnly.FromDateTime(Actor.NowUtc))).Single();
    }

    private TaskScore ScoreOf(string taskId) => Run.Tasks.First(task => task.Score.TaskId == taskId).Score;

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
