using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Actions;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Scores and plan of a case, for screens, JSON and the workbook alike.</summary>
/// <param name="Case">The case.</param>
/// <param name="Run">Its score, calculated from the answers as they stand.</param>
/// <param name="Plan">Its newest plan; null when there is none yet.</param>
/// <param name="Plans">That plan per task, in the order of the tasks.</param>
/// <param name="Measures">The rows of that plan.</param>
public sealed record CaseReport(
    Case Case, ScoreRun Run, PlanRow? Plan, IReadOnlyList<TaskPlan> Plans, IReadOnlyList<PlannedMeasureRow> Measures)
{
    /// <summary>True once every task was approved by a reviewer and the plan was adopted by the sponsor.</summary>
    public bool Reviewed { get; private init; }

    /// <summary>What reviewers and jurists decided about classes, beside what is computed.</summary>
    public CaseReviews Reviews { get; private init; } = CaseReviews.None;

    /// <summary>False when the newest plan was made after the sponsor adopted an earlier one.</summary>
    public bool PlanAdopted => Reviewed && (Plan is null || Plan.GeneratedUtc <= Case.Row.AdoptedUtc);

    /// <summary>When the criteria were fixed; null for a case of an earlier version of the program.</summary>
    public CriteriaStamp? Criteria { get; private init; }

    public ComputedProfile Profile => (ComputedProfile)Case.Profile.Value;

    /// <summary>What was decided about one task.</summary>
    public ReviewedTask ReviewOf(TaskScore score) => Reviews.Of(score, Profile);

    /// <summary>The same by key; null when the case has no such task.</summary>
    public ReviewedTask? ReviewOf(string taskKey) =>
        Run.Tasks.FirstOrDefault(task => task.Score.TaskId == taskKey) is { } found ? ReviewOf(found.Score) : null;

    public static async Task<CaseReport?> FindAsync(AuditContext db, ContentStore contents, Guid assessmentId, DateTime nowUtc) =>
        await Case.FindAsync(db, contents, assessmentId) is { } current ? await OfAsync(db, current, nowUtc) : null;

    /// <summary>The report of a case that was read.</summary>
    public static async Task<CaseReport> OfAsync(AuditContext db, Case current, DateTime nowUtc)
    {
        var assessmentId = current.Row.Id;
        var plan = await db.Plans.Where(row => row.AssessmentId == assessmentId).OrderByDescending(row => row.Sequence).FirstOrDefaultAsync();
        var tasks = plan is null ? [] : await db.PlanTasks.Where(row => row.PlanId == plan.Id).ToListAsync();
        var measures = plan is null ? [] : await db.PlannedMeasures.Where(row => row.PlanId == plan.Id).OrderBy(row => row.Position).ToListAsync();
        var order = current.Tasks.Select((task, index) => (task.Key, index)).ToDictionary(pair => pair.Key, pair => pair.index);
        var plans = tasks.OrderBy(row => order[row.TaskKey]).Select(row => PlanOf(row, plan!, measures)).ToList();
        var sorted = measures.OrderBy(row => order[row.TaskKey]).ThenBy(row => row.Position).ToList();
        return new CaseReport(current, current.Score(nowUtc), plan, plans, sorted)
        {
            Reviewed = current.Row.AdoptedUtc is not null,
            Reviews = await CaseReviews.ReadAsync(db, assessmentId, nowUtc),
            Criteria = await Cases.Criteria.StampAsync(db, current),
        };
    }

    /// <summary>The contents of the action-plan workbook.</summary>
    /// <param name="exportId">Identity of this export.</param>
    /// <param name="time">Time of export.</param>
    public ActionPlanExport ToExport(Guid exportId, DateTimeOffset time) => new()
    {
        ExportId = exportId,
        ExportedAt = time,
        Reviewed = PlanAdopted,
        Body = Case.Body.Name,
        AssessmentName = Case.Row.Name,
        Instrument = Case.Instrument.Value,
        Profile = Profile,
        ReferenceDate = Run.On,
        InstrumentSha256 = Case.Instrument.Sha256,
        ProfileSha256 = Case.Profile.Sha256,
        Tasks = [.. Plans.Select(plan => ToExport(plan, Measures.TakeWhile(row => row.TaskKey != plan.TaskId).Count() + 1))],
    };

    /// <summary>The measure that a row was made from, as it was in the catalogue then.</summary>
    public static PlannedMeasure PlannedOf(PlannedMeasureRow row)
    {
        var root = DocumentReader.Read(row.MeasureJson!, new ProblemList($"measure {row.MeasureId}"));
        var because = row.Because.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(TemplateReader.Measure((MapNode)root!), because, row.ResidualHighAfter);
    }

    private ExportedTask ToExport(TaskPlan plan, int firstNumber)
    {
        var scored = Run.Tasks.First(task => task.Score.TaskId == plan.TaskId);
        var task = Case.Answers.Tasks.First(candidate => candidate.Id == plan.TaskId);
        return new ExportedTask(task, scored.Score, scored.Insights, plan, ActionsOf(plan, task, scored.Score, firstNumber))
        {
            Decided = ReviewOf(scored.Score).ToExport(),
        };
    }

    private ActionItem[] ActionsOf(TaskPlan plan, PublicTask task, TaskScore score, int firstNumber)
    {
        var rows = Measures.Where(row => row.TaskKey == plan.TaskId).ToList();
        if (rows.TrueForAll(row => row.Title is not null))
        {
            return [.. rows.Select((row, index) => ActionRecords.Of(row, task.Name, firstNumber + index))];
        }

        var start = new PlanStart(Plan!.Id, DateOnly.FromDateTime(Plan.GeneratedUtc));
        var generated = InitialActions.From(plan, score, Case.Instrument.Value, start).ToDictionary(action => action.RowKey);
        return [.. rows.Select((row, index) => row.Title is null
            ? ActionRecords.Of(row, generated[row.Id], firstNumber + index)
            : ActionRecords.Of(row, task.Name, firstNumber + index))];
    }

    private static TaskPlan PlanOf(PlanTaskRow row, PlanRow plan, IEnumerable<PlannedMeasureRow> measures) => new(
        row.TaskKey,
        (RiskClass)plan.TargetClass,
        new((RiskClass?)row.ClassBeforeLow, (RiskClass?)row.ClassBeforeHigh),
        new((RiskClass?)row.ClassAfterLow, (RiskClass?)row.ClassAfterHigh),
        row.ResidualAfterLow is { } low && row.ResidualAfterHigh is { } high ? new Interval(low, high) : null,
        [.. measures.Where(measure => measure.TaskKey == row.TaskKey && measure.MeasureJson is not null).Select(PlannedOf)],
        row.ProvenLeast);
}
