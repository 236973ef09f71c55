using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Data.Excel;

/// <summary>One task with everything that the workbook tells about it.</summary>
/// <param name="Task">The task with its answers.</param>
/// <param name="Score">Its score.</param>
/// <param name="Insights">What helps to go on with the score.</param>
/// <param name="Plan">The plan as it was made.</param>
/// <param name="Actions">The actions as they stand now, closed ones included.</param>
public sealed record ExportedTask(
    PublicTask Task,
    TaskScore Score,
    Insights Insights,
    TaskPlan Plan,
    IReadOnlyList<ActionItem> Actions)
{
    /// <summary>What people decided beside the computed class.</summary>
    public ExportedDecisions Decided { get; init; } = ExportedDecisions.None;
}

/// <summary>What reviewer and jurist decided about one task, in Dutch.</summary>
/// <param name="Class">The class as decided; null when nobody decided anything.</param>
/// <param name="Judgement">The reviewer's class with the reason; null when the computed one was left as it is.</param>
/// <param name="Gates">What a jurist decided, by id of the gate.</param>
public sealed record ExportedDecisions(RiskClass? Class, string? Judgement, IReadOnlyDictionary<string, string> Gates)
{
    /// <summary>Nothing was decided.</summary>
    public static ExportedDecisions None { get; } = new(null, null, new Dictionary<string, string>());
}

/// <summary>Everything that goes into one action-plan workbook.</summary>
public sealed record ActionPlanExport
{
    /// <summary>Under this id the server keeps the exported values, to merge what comes back.</summary>
    public required Guid ExportId { get; init; }

    /// <summary>Time of export; shown as the clock of its own offset shows it.</summary>
    public required DateTimeOffset ExportedAt { get; init; }

    /// <summary>False marks every sheet and page as a draft.</summary>
    public required bool Reviewed { get; init; }

    /// <summary>Classification marking (rubricering) at the foot of every page.</summary>
    public string Classification { get; init; } = "Intern";

    /// <summary>Name of the public body; also the author of the file, never a login name.</summary>
    public required string Body { get; init; }

    /// <summary>Name of the assessment.</summary>
    public required string AssessmentName { get; init; }

    /// <summary>The instrument that was answered.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The parameters of the score.</summary>
    public required ComputedProfile Profile { get; init; }

    /// <summary>Reference date (peildatum): which gates are in force.</summary>
    public required DateOnly ReferenceDate { get; init; }

    /// <summary>SHA-256 of the instrument's canonical JSON, in hexadecimal.</summary>
    public required string InstrumentSha256 { get; init; }

    /// <summary>SHA-256 of the profile's canonical JSON, in hexadecimal.</summary>
    public required string ProfileSha256 { get; init; }

    /// <summary>The owner whose rows these are; null when it is the whole plan.</summary>
    public string? OnlyOf { get; private init; }

    /// <summary>The tasks in the order of the assessment.</summary>
    public required IReadOnlyList<ExportedTask> Tasks { get; init; }

    /// <summary>Every action of every task, in order.</summary>
    public IEnumerable<ActionItem> Actions => Tasks.SelectMany(task => task.Actions);

    /// <summary>The part of the plan that goes to one owner: nothing of the rows, tasks and scores of others is in it.</summary>
    /// <param name="owner">How the owner is called in the guide.</param>
    /// <param name="rows">Keys of the actions of the owner.</param>
    public ActionPlanExport Only(string owner, IReadOnlySet<Guid> rows) => this with
    {
        OnlyOf = owner,
        Tasks =
        [
            .. Tasks.Select(task => task with { Actions = [.. task.Actions.Where(action => rows.Contains(action.RowKey))] }).Where(task => task.Actions.Count > 0),
        ],
    };

    internal IReadOnlyList<ActionItem> RunningActions => [.. Actions.Where(action => !action.Status.IsClosed())];

    internal IReadOnlyList<ActionItem> ClosedActions => [.. Actions.Where(action => action.Status.IsClosed())];
}
