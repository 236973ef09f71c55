using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Actions;

/// <summary>One answer that a measure is expected to move.</summary>
public sealed record AnswerMove(string QuestionId, string Question, string From, string To);

/// <summary>One measure of the plan with what it is for and how far it is.</summary>
public sealed record MeasureView(ActionItem Action, PlannedMeasure? Planned, PlannedMeasureRow Row, IReadOnlyList<AnswerMove> Moves)
{
    public ActionStatus Status => (ActionStatus)Row.Status;

    /// <summary>Id of its place on the page.</summary>
    public string Anchor => AnchorOf(Row.Id);

    public static string AnchorOf(Guid rowId) => $"maatregel-{rowId:N}";

    public bool IsOverdue(DateOnly today) => Status.IsOpen() && Row.DueDate < today;
}

/// <summary>The plan of one task.</summary>
public sealed record TaskPlanView(PublicTask Task, TaskPlan Plan, Interval? ResidualNow, IReadOnlyList<MeasureView> Measures);

/// <summary>The newest plan of a case, ready to be shown.</summary>
public static class PlanView
{
    /// <summary>The plan per task; empty when there is none yet.</summary>
    public static IReadOnlyList<TaskPlanView> Of(CaseReport report, DateTime nowUtc)
    {
        if (report.Plan is null)
        {
            return [];
        }

        var export = report.ToExport(Guid.Empty, new DateTimeOffset(nowUtc, TimeSpan.Zero));
        return [.. export.Tasks.Select(task => Of(report, task))];
    }

    private static TaskPlanView Of(CaseReport report, ExportedTask task)
    {
        var rows = report.Measures.ToDictionary(row => row.Id);
        var planned = task.Plan.Measures.ToDictionary(measure => measure.Measure.Id);
        var questions = report.Case.Instrument.Value.AllQuestions.ToDictionary(question => question.Id);
        var traces = task.Score.Trace.ToDictionary(trace => trace.QuestionId);
        var measures = task.Actions.Select(action =>
        {
            var measure = action.MeasureId is { } id ? planned[id] : null;
            return new MeasureView(action, measure, rows[action.RowKey], measure is null ? [] : [.. measure.Because.Select(question => MoveOf(measure.Measure, questions[question], traces[question]))]);
        });
        return new TaskPlanView(task.Task, task.Plan, task.Score.Residual, [.. measures]);
    }

    private static AnswerMove MoveOf(Measure measure, Question question, QuestionTrace trace)
    {
        var from = trace is { State: QuestionState.Answered, Option: { } option } ? LabelOf(question, option) : "nog onbekend";
        var effect = measure.Effects.First(candidate => candidate.QuestionId == question.Id);
        var proof = effect.Evidence is { } grade ? $" (bewijs {grade})" : string.Empty;
        return new AnswerMove(question.Id, question.Text.Nl, from, LabelOf(question, effect.To) + proof);
    }

    private static string LabelOf(Question question, string option) =>
        question.IndexOf(option) is >= 0 and var index ? question.Scale.Options[index].Label.Nl : option;
}
