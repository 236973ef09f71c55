using System.Globalization;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Workflows.Actions.Effects;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>An answer that somebody saves.</summary>
/// <param name="TaskKey">Key of the task; empty for answers given once for the body.</param>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Seen">Version that the person was looking at; null when nothing was stored yet.</param>
public sealed record AnswerEdit(string TaskKey, string QuestionId, Answer Answer, Guid? Seen);

/// <summary>What became of saving answers.</summary>
/// <param name="Saved">Number of answers that changed.</param>
/// <param name="Conflicts">Question ids that a colleague changed meanwhile; those were not saved.</param>
/// <param name="Refused">Question ids that cannot be taken, with the reason.</param>
public sealed record SaveResult(int Saved, IReadOnlyList<string> Conflicts, IReadOnlyDictionary<string, AnswerRefusal> Refused)
{
    public bool IsComplete => Conflicts.Count == 0 && Refused.Count == 0;
}

/// <summary>Saves answers with their history. Two colleagues in one list only meet on the same question.</summary>
public static class AnswerRecorder
{
    /// <inheritdoc cref="SaveAsync(AuditContext, AnswerScope, IReadOnlyList{AnswerEdit}, Actor)"/>
    public static Task<SaveResult> SaveAsync(AuditContext db, Case current, IReadOnlyList<AnswerEdit> edits, Actor actor) =>
        SaveAsync(db, new AnswerScope(current.Row, current.Instrument.Value), edits, actor);

    /// <summary>Saves the answers that changed; a conflict or refusal on one question does not hold up the others. What a reviewer sent back counts as answered.</summary>
    public static async Task<SaveResult> SaveAsync(AuditContext db, AnswerScope scope, IReadOnlyList<AnswerEdit> edits, Actor actor)
    {
        var rows = await RowsAsync(db, scope.Row.Id, edits);
        var started = await StartedAnswers.OfAsync(db, scope.Row.Id, [.. edits.Select(edit => (edit.TaskKey, edit.QuestionId)).Where(place => !rows.ContainsKey(place))]);
        var conflicts = new List<string>();
        var refused = new Dictionary<string, AnswerRefusal>();
        var saved = new List<SavedAnswer>();
        foreach (var edit in edits)
        {
            var row = rows.GetValueOrDefault((edit.TaskKey, edit.QuestionId));
            var begun = started.GetValueOrDefault((edit.TaskKey, edit.QuestionId));
            if (AnswerRules.Check(scope.Instrument.AllQuestions.First(question => question.Id == edit.QuestionId), edit.Answer) is { } refusal)
            {
                refused[edit.QuestionId] = refusal;
            }
            else if (row is not null && IsSame(row, edit.Answer))
            {
                // Saving what is there already is no change, whoever saved it first.
            }
            else if ((row?.Version ?? begun?.Version) is { } stored && stored != edit.Seen)
            {
                conflicts.Add(edit.QuestionId);
            }
            else
            {
                saved.Add(new(edit, row is null ? null : Case.AnswerOf(row)));
                Write(db, scope, row, edit, actor);
                db.StartedAnswers.RemoveRange(begun is null ? [] : [begun]);
            }
        }

        await RelapseWatch.AfterAnswersAsync(db, scope, [.. saved.Select(answer => answer.Edit)], actor);
        await SentBackQuestions.AnswerAsync(db, scope, saved, actor);
        await db.SaveChangesAsync();
        return new(saved.Count, conflicts, refused);
    }

    private static async Task<Dictionary<(string, string), AnswerRow>> RowsAsync(AuditContext db, Guid caseId, IReadOnlyList<AnswerEdit> edits)
    {
        if (edits.Count == 0)
        {
            return [];
        }

        var rows = db.Answers.AsTracking().Where(row => row.AssessmentId == caseId);
        if (edits.Count == 1)
        {
            var (taskKey, questionId) = (edits[0].TaskKey, edits[0].QuestionId);
            rows = rows.Where(row => row.TaskKey == taskKey && row.QuestionId == questionId);
        }

        return await rows.ToDictionaryAsync(row => (row.TaskKey, row.QuestionId));
    }

    /// <summary>Takes an answer over into another task or case, as its first revision there: who gave it and when stay as they were.</summary>
    public static void Copy(AuditContext db, AnswerRow source, (Guid AssessmentId, string TaskKey) to, Actor actor)
    {
        var row = new AnswerRow
        {
            Id = Guid.CreateVersion7(),
            AssessmentId = to.AssessmentId,
            TaskKey = to.TaskKey,
            QuestionId = source.QuestionId,
            Value = source.Value,
            Evidence = source.Evidence,
            Motivation = source.Motivation,
            PublicSource = source.PublicSource,
            By = source.By,
            At = source.At,
            Revision = 1,
            Version = Guid.NewGuid(),
        };
        db.Answers.Add(row);
        db.AnswerRevisions.Add(RevisionOf(row, actor));
    }

    /// <summary>The moment of an answer as its row keeps it.</summary>
    internal static string TimeOf(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static bool IsSame(AnswerRow row, Answer answer) =>
        row.Value == answer.Value
        && row.Evidence == (int?)answer.Evidence
        && (row.Motivation ?? string.Empty) == (answer.Motivation ?? string.Empty)
        && (row.PublicSource ?? string.Empty) == (answer.Source ?? string.Empty);

    private static void Write(AuditContext db, AnswerScope scope, AnswerRow? row, AnswerEdit edit, Actor actor)
    {
        var before = row is null ? null : Describe(row);
        if (row is null)
        {
            row = new AnswerRow
            {
                Id = Guid.CreateVersion7(),
                AssessmentId = scope.Row.Id,
                TaskKey = edit.TaskKey,
                QuestionId = edit.QuestionId,
                Value = edit.Answer.Value,
                By = actor.Name,
                At = string.Empty,
            };
            db.Answers.Add(row);
        }

        row.Value = edit.Answer.Value;
        row.Evidence = (int?)edit.Answer.Evidence;
        row.Motivation = edit.Answer.Motivation;
        row.PublicSource = edit.Answer.Source;
        row.By = edit.Answer.By ?? actor.Name;
        row.At = edit.Answer.At ?? TimeOf(actor.NowUtc);
        row.Revision++;
        row.Version = Guid.NewGuid();
        db.AnswerRevisions.Add(RevisionOf(row, actor));
        scope.Trail.Add(db, actor, "answer.saved", SubjectOf(edit.TaskKey, edit.QuestionId), (before, Describe(row)), null);
    }

    /// <summary>How the trail names the question of a task.</summary>
    internal static string SubjectOf(string taskKey, string questionId) => taskKey.Length == 0 ? questionId : $"{taskKey}/{questionId}";

    internal static AnswerRevisionRow RevisionOf(AnswerRow row, Actor actor) => new()
    {
        AnswerId = row.Id,
        Revision = row.Revision,
        Value = row.Value,
        Evidence = row.Evidence,
        Motivation = row.Motivation,
        PublicSource = row.PublicSource,
        By = row.By,
        At = row.At,
        UserId = actor.UserId,
        SavedUtc = actor.NowUtc,
    };

    internal static string Describe(AnswerRow row) =>
        $"{row.Value}{(row.Evidence is { } grade ? $" E{grade}" : string.Empty)}{(row.Motivation is { } motivation ? $" – {motivation}" : string.Empty)}";
}
