using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Effects;

/// <summary>A question that an action should move, with how far measuring it has come.</summary>
/// <param name="Question">The question.</param>
/// <param name="Adopted">The adopted answer as it counts; null when it was open.</param>
/// <param name="Need">How far the measurement has come.</param>
public sealed record QuestionEffect(Question Question, Answer? Adopted, MeasurementNeed Need)
{
    /// <summary>What the measure was expected to bring; null for a question that somebody added by hand.</summary>
    public MeasureEffect? Promised { get; init; }

    /// <summary>The newest measurement that counts; null when there is none.</summary>
    public MeasuredAnswer? Measured { get; init; }

    /// <summary>Whether the measured answer stays behind what was promised.</summary>
    public bool IsShort { get; init; }
}

/// <summary>An action of the newest plan with its effect so far.</summary>
/// <param name="Row">The action.</param>
/// <param name="Questions">The questions that it should move.</param>
/// <param name="Needs">Every measurement that it needs to close.</param>
public sealed record ActionEffect(PlannedMeasureRow Row, IReadOnlyList<QuestionEffect> Questions, IReadOnlyList<MeasurementNeed> Needs)
{
    /// <summary>Fall of R.hi that the plan promised; null when it promised none.</summary>
    public double? Promised { get; init; }

    /// <summary>What came true; null when nothing was measured that counts.</summary>
    public RealisedEffect? Realised { get; init; }

    /// <summary>What was measured about it, in the order of recording; also what does not count.</summary>
    public IReadOnlyList<RecordedMeasurement> Measurements { get; init; } = [];

    /// <summary>Its closings, oldest first.</summary>
    public IReadOnlyList<ActionClosureRow> Closures { get; init; } = [];

    public ActionStatus Status => (ActionStatus)Row.Status;

    /// <summary>The closing that holds; null when the action is open, or was closed without one.</summary>
    public ActionClosureRow? Closure => Status == ActionStatus.Closed ? Closures.LastOrDefault(closure => closure.ReopenedUtc is null) : null;

    /// <summary>The closing that was undone last; null when it never was, or when the action has closed again.</summary>
    public ActionClosureRow? Reopened => Status == ActionStatus.Closed ? null : Closures.LastOrDefault(closure => closure.ReopenedUtc is not null);

    public bool MayClose => Needs.All(need => !need.IsLacking);
}

/// <summary>A task with its score as adopted and as measured, and the effect of its actions.</summary>
/// <param name="Task">The task.</param>
/// <param name="Account">Adopted, measured, and which action brought what.</param>
/// <param name="Plan">What the plan promises; null when it has nothing for this task.</param>
/// <param name="Actions">In the order of the plan.</param>
public sealed record TaskEffects(PublicTaskRow Task, EffectAccount Account, PlanTaskRow? Plan, IReadOnlyList<ActionEffect> Actions);

/// <summary>The effects of the newest plan of a case. Adopted answers stay as they were; measurements are laid over them.</summary>
/// <param name="Case">The case.</param>
/// <param name="On">Reference date of every score.</param>
/// <param name="Tasks">Every task in order.</param>
/// <param name="NewestId">The measurement that was recorded last; null when there is none.</param>
public sealed record CaseEffects(Case Case, DateOnly On, IReadOnlyList<TaskEffects> Tasks, Guid? NewestId)
{
    /// <summary>An action of the newest plan with its task; null when the plan does not have it.</summary>
    public (TaskEffects Task, ActionEffect Action)? Find(Guid actionId) => Tasks
        .SelectMany(task => task.Actions.Select(action => ((TaskEffects, ActionEffect)?)(task, action)))
        .FirstOrDefault(pair => pair!.Value.Item2.Row.Id == actionId);

    /// <summary>Reads plan and measurements and weighs them.</summary>
    public static async Task<CaseEffects> LoadAsync(AuditContext db, Case current, DateTime nowUtc)
    {
        var caseId = current.Row.Id;
        var actions = await EffectRecords.NewestPlan(db, caseId).OrderBy(action => action.Position).ToListAsync();
        var planId = actions.Count > 0 ? actions[0].PlanId : Guid.Empty;
        var plans = await db.PlanTasks.Where(row => row.PlanId == planId).ToListAsync();
        var measured = await EffectRecords.OfCaseAsync(db, caseId);
        var closures = await (
            from closure in db.ActionClosures
            join action in db.PlannedMeasures on closure.ActionId equals action.Id
            where action.PlanId == planId
            orderby closure.ClosedUtc
            select closure).ToListAsync();
        var weighing = new EffectWeighing(current, current.ReferenceDate(nowUtc), measured) { Closures = closures.ToLookup(closure => closure.ActionId) };
        return new(
            current,
            current.ReferenceDate(nowUtc),
            [.. current.Tasks.Select(task => weighing.Of(task, plans.Find(plan => plan.TaskKey == task.Key), [.. actions.Where(action => action.TaskKey == task.Key)]))],
            measured.Count > 0 ? measured[^1].Row.Id : null);
    }
}
