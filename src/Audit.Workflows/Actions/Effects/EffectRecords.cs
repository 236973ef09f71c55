using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Core.Assessments;
using Audit.Core.Outcomes;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Effects;

/// <summary>A measurement with the action for which it was made.</summary>
public sealed record RecordedMeasurement(EffectMeasurementRow Row, PlannedMeasureRow Action)
{
    public EffectMeasurement Value { get; } = EffectRecords.Of(Row);

    /// <summary>The new answer, when it counts; null for counts of an indicator and for what is too weak or too early.</summary>
    public MeasuredAnswer? Answer => Value is MeasuredAnswer answer && EffectRule.Counts(answer, Action.StartDate) ? answer : null;
}

/// <summary>Measurements of effect as the database keeps them.</summary>
public static class EffectRecords
{
    /// <summary>The measurement that a row holds.</summary>
    public static EffectMeasurement Of(EffectMeasurementRow row) => row.QuestionId is { } question
        ? new MeasuredAnswer(question, row.Value!, (EvidenceGrade)row.Evidence, row.MeasuredOn)
        : new MeasuredCount(new Proportion(row.Count!.Value, row.Total!.Value), (EvidenceGrade)row.Evidence, row.MeasuredOn);

    /// <summary>Every measurement of a case, also those of earlier plans, in the order in which they were recorded.</summary>
    public static async Task<IReadOnlyList<RecordedMeasurement>> OfCaseAsync(AuditContext db, Guid assessmentId)
    {
        var rows = await (
            from measurement in db.EffectMeasurements
            join action in db.PlannedMeasures on measurement.ActionId equals action.Id
            join plan in db.Plans on action.PlanId equals plan.Id
            where plan.AssessmentId == assessmentId
            orderby measurement.SavedUtc, measurement.Id
            select new { Measurement = measurement, Action = action }).ToListAsync();
        return [.. rows.Select(row => new RecordedMeasurement(row.Measurement, row.Action))];
    }

    /// <summary>The actions of the newest plan of a case.</summary>
    public static IQueryable<PlannedMeasureRow> NewestPlan(AuditContext db, Guid assessmentId) =>
        from action in db.PlannedMeasures
        join plan in db.Plans on action.PlanId equals plan.Id
        where plan.AssessmentId == assessmentId
            && plan.Sequence == db.Plans.Where(other => other.AssessmentId == assessmentId).Max(other => other.Sequence)
        select action;

    /// <summary>The questions that an action should move.</summary>
    public static IReadOnlyList<string> QuestionsOf(PlannedMeasureRow action) => action.Because.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// The measurements that say something about an action: its own, and those of its questions that were made for another action of the same task.
    /// What its owner measured is left out: nobody judges the effect of their own action.
    /// </summary>
    public static IReadOnlyList<RecordedMeasurement> About(PlannedMeasureRow action, IEnumerable<RecordedMeasurement> measured)
    {
        var questions = QuestionsOf(action);
        return
        [
            .. measured.Where(measurement => measurement.Row.UserId != action.OwnerId
                && (measurement.Action.Id == action.Id
                    || (measurement.Action.TaskKey == action.TaskKey && measurement.Row.QuestionId is { } question && questions.Contains(question)))),
        ];
    }

    /// <summary>What the measure was expected to move, as it stood in the catalogue; nothing for an action that somebody wrote.</summary>
    public static IReadOnlyList<MeasureEffect> PromisesOf(PlannedMeasureRow action) => action.MeasureJson is { } json
        ? TemplateReader.Measure((MapNode)DocumentReader.Read(json, new ProblemList($"measure {action.MeasureId}"))!).Effects
        : [];
}
