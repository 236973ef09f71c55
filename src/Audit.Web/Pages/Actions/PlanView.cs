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
    /// <summary>What it does in the plan as it stands; null for an action that somebody wrote or that was dropped.</summary>
    public MeasureForecast? Effect { get; init; }

    /// <summary>Measures inside the body that it leans on and that are not in the plan, by title.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    public ActionStatus Status => (ActionStatus)Row.Status;

    /// <summary>Id of its place on the page.</summary>
    public string Anchor => AnchorOf(Row.Id);

    public static string AnchorOf(Guid rowId) => $"maatregel-{rowId:N}";

    public bool IsOverdue(DateOnly today) => Status.IsOpen() && Row.DueDate < today;
}

/// <summary>The plan of one task.</summary>
public sealed record TaskPlanView(PublicTask Task, TaskPlan Plan, Interval? ResidualNow, IReadOnlyList<MeasureView> Measures)
{
    /// <summary>What the plan is expected to bring as it stands now, without the actions that were dropped.</summary>
    public required PlanForecast Forecast { get; init; }

    public bool TargetReached => Forecast.After.Working <= Plan.Target;

    /// <summary>Effort of the measures that count; an action that somebody wrote has none.</summary>
    public int Effort => Measures.Where(measure => measure.Effect is not null).Sum(measure => measure.Planned!.Measure.Effort);

    /// <summary>Whether the measures that count are still those of the plan as it was made.</summary>
    public bool IsAsMade => (Forecast.After, Forecast.ResidualAfter) == (Plan.After, Plan.ResidualAfter) && Measures.All(measure => measure is { Effect: not null, Row.ResidualHighAfter: not null });
}

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
        var forecast = PlanForecast.Of(report.Run.BasisOf(task.Task), CountedOf(report, task.Task.Id));
        var effects = forecast.Measures.ToDictionary(measure => measure.MeasureId);
        var measures = task.Actions.Select(action =>
        {
            var measure = action.MeasureId is { } id ? planned[id] : null;
            return new MeasureView(action, measure, rows[action.RowKey], measure is null ? [] : MovesOf(report, task, measure))
            {
                Effect = action.MeasureId is null ? null : effects.GetValueOrDefault(action.MeasureId),
                Missing = measure is null || action.Status == ActionStatus.Dropped ? [] : MissingOf(report, measure.Measure),
            };
        });
        return new TaskPlanView(task.Task, task.Plan, task.Score.Residual, [.. measures]) { Forecast = forecast };
    }

    /// <summary>The measures of a task that count in a forecast: everything that was not dropped.</summary>
    public static IReadOnlyList<Measure> CountedOf(CaseReport report, string taskKey) =>
        [.. report.Measures.Where(row => row.TaskKey == taskKey && row.MeasureJson is not null && Counts(row)).Select(row => CaseReport.PlannedOf(row).Measure)];

    private static bool Counts(PlannedMeasureRow row) => (ActionStatus)row.Status != ActionStatus.Dropped;

    /// <summary>The titles of the measures that a measure leans on and that are in the plan of no task.</summary>
    public static IReadOnlyList<string> MissingOf(CaseReport report, Measure measure)
    {
        var chosen = report.Measures.Where(Counts).Select(row => row.MeasureId).OfType<string>().ToHashSet();
        var titles = report.Case.Measures.Value.Measures.ToDictionary(other => other.Id, other => other.Title.Shown());
        return [.. Preconditions.MissingOf(measure, chosen).Where(titles.ContainsKey).Select(id => $"{titles[id]} ({id})")];
    }

    private static IReadOnlyList<AnswerMove> MovesOf(CaseReport report, ExportedTask task, PlannedMeasure measure)
    {
        var questions = report.Case.Instrument.Value.AllQuestions.ToDictionary(question => question.Id);
        var traces = task.Score.Trace.ToDictionary(trace => trace.QuestionId);
        return [.. measure.Because.Where(questions.ContainsKey).Select(id => MoveOf(measure.Measure, questions[id], traces[id]))];
    }

    private static AnswerMove MoveOf(Measure measure, Question question, QuestionTrace trace)
    {
        var from = trace is { State: QuestionState.Answered, Option: { } option } ? LabelOf(question, option) : Tr($"nog onbekend");
        var effect = measure.Effects.First(candidate => candidate.QuestionId == question.Id);
        var proof = effect.Evidence is { } grade ? Tr($" (bewijs {grade})") : string.Empty;
        return new AnswerMove(question.Id, question.Text.Shown(), from, LabelOf(question, effect.To) + proof);
    }

    private static string LabelOf(Question question, string option) =>
        question.IndexOf(option) is >= 0 and var index ? question.Scale.Options[index].Label.Shown() : option;
}
