using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Results;
using Audit.Workflows.Activities;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Reviews;

/// <summary>An answer as it was at some moment.</summary>
public sealed record AnswerVersion(int Revision, Answer Answer, DateTime SavedUtc);

/// <summary>Somebody who did not fill in judges the answers and the score of one task.</summary>
public sealed class TaskModel(CaseAccess access, ContentStore contents, StepDesk desk) : StepPageModel(access, contents, desk)
{
    private ILookup<string, AnswerVersion> versions = Enumerable.Empty<AnswerVersion>().ToLookup(_ => string.Empty);

    public TaskView Task { get; private set; } = null!;

    /// <summary>Earlier decisions on this task, newest first.</summary>
    public IReadOnlyList<EarlierDecision> Earlier { get; private set; } = [];

    protected override string Activity => ActivityNames.ReviewStep;

    /// <summary>What the answer has been, newest first.</summary>
    public IReadOnlyList<AnswerVersion> VersionsOf(string questionId) => [.. versions[questionId]];

    protected override DecisionForm NewForm() => new(
        "Wat is uw besluit over deze taak?",
        [
            new("akkoord", Outcomes.Approved, "Akkoord", "De antwoorden zijn goed onderbouwd. De taak gaat door naar het actieplan.")
            {
                Done = "De taak is akkoord.",
            },
            new("terug", Outcomes.SendBack, "Terug naar het team", "Het team vult aan of verbetert. Daarna komt de taak weer bij u.")
            {
                NeedsMotivation = true,
                Done = "De taak is teruggestuurd naar het team.",
            },
        ],
        "Besluit vastleggen");

    protected override async Task<string?> WriteAsync(AuditContext db, MadeDecision decision)
    {
        await decision.WriteAsync(db);
        return null;
    }

    protected override async Task<bool> LoadMoreAsync(AuditContext db)
    {
        if (TaskView.Find(Report, Step.TaskKey) is not { } task)
        {
            return false;
        }

        Task = task;
        Earlier = [.. (await EarlierDecision.AllAsync(db, Report.Case.Row.Id)).Where(decision => decision.TaskKey == Step.TaskKey)];
        versions = await VersionsAsync(db);
        return true;
    }

    private async Task<ILookup<string, AnswerVersion>> VersionsAsync(AuditContext db)
    {
        var (id, key) = (Report.Case.Row.Id, Step.TaskKey);
        var rows = await (
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where answer.AssessmentId == id && (answer.TaskKey == key || answer.TaskKey == string.Empty)
            orderby revision.Revision descending
            select new { answer.QuestionId, Row = revision }).ToListAsync();
        return rows.ToLookup(pair => pair.QuestionId, pair => new AnswerVersion(
            pair.Row.Revision,
            new Answer(pair.Row.Value, (EvidenceGrade?)pair.Row.Evidence, pair.Row.Motivation, pair.Row.PublicSource, pair.Row.By, pair.Row.At),
            pair.Row.SavedUtc));
    }
}
