using Audit.Core.Assessments;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>What somebody typed at a question without choosing an answer.</summary>
/// <param name="TaskKey">Key of the task; empty for questions of the body.</param>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="Grade">Strength of the proof; null when not given.</param>
/// <param name="Motivation">Explanation; null when none.</param>
/// <param name="Source">Where it can be looked up; null when not given.</param>
/// <param name="Seen">Version that the person was looking at; null when nothing was stored yet.</param>
public sealed record StartedEdit(string TaskKey, string QuestionId, EvidenceGrade? Grade, string? Motivation, string? Source, Guid? Seen)
{
    public bool IsEmpty => Grade is null && Motivation is null && Source is null;
}

/// <summary>Keeps what was typed before an answer is chosen, so that it is not lost. It counts nowhere: not for progress or scores, not in files, and only the team sees it.</summary>
public static class StartedAnswers
{
    /// <summary>How the trail calls it.</summary>
    public const string Event = "answer.started";

    /// <summary>Saves what changed; emptied fields remove it. A colleague's answer or text at the same question is a conflict, as with answers.</summary>
    public static async Task<SaveResult> SaveAsync(AuditContext db, AnswerScope scope, IReadOnlyList<StartedEdit> edits, Actor actor)
    {
        var typed = edits.Where(edit => !edit.IsEmpty || edit.Seen is not null).ToList();
        var rows = await OfAsync(db, scope.Row.Id, [.. typed.Select(edit => (edit.TaskKey, edit.QuestionId))]);
        var answered = await AnsweredAsync(db, scope.Row.Id, typed);
        var conflicts = new List<string>();
        var saved = 0;
        foreach (var edit in typed)
        {
            var row = rows.GetValueOrDefault((edit.TaskKey, edit.QuestionId));
            if (answered.Contains((edit.TaskKey, edit.QuestionId)))
            {
                conflicts.AddRange(edit.IsEmpty ? [] : [edit.QuestionId]);
            }
            else if (IsSame(row, edit))
            {
                // Saving what is there already is no change.
            }
            else if (row is not null && row.Version != edit.Seen)
            {
                conflicts.Add(edit.QuestionId);
            }
            else
            {
                saved++;
                Write(db, scope, row, edit, actor);
            }
        }

        await db.SaveChangesAsync();
        return new(saved, conflicts, new Dictionary<string, AnswerRefusal>());
    }

    /// <summary>Takes what was started over into another task of the case.</summary>
    internal static async Task CopyAsync(AuditContext db, (Guid CaseId, string TaskKey) from, string to)
    {
        foreach (var row in await db.StartedAnswers.Where(row => row.AssessmentId == from.CaseId && row.TaskKey == from.TaskKey).ToListAsync())
        {
            (row.Id, row.TaskKey, row.Version) = (Guid.CreateVersion7(), to, Guid.NewGuid());
            db.StartedAnswers.Add(row);
        }
    }

    /// <summary>What was started at questions that have no answer yet.</summary>
    /// <param name="db">The database.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="places">Task key and question id; nothing is read when there are none.</param>
    internal static async Task<Dictionary<(string TaskKey, string QuestionId), StartedAnswerRow>> OfAsync(AuditContext db, Guid caseId, IReadOnlyList<(string TaskKey, string QuestionId)> places)
    {
        if (places.Count == 0)
        {
            return [];
        }

        var rows = db.StartedAnswers.AsTracking().Where(row => row.AssessmentId == caseId);
        if (places.Count == 1)
        {
            var (taskKey, questionId) = places[0];
            rows = rows.Where(row => row.TaskKey == taskKey && row.QuestionId == questionId);
        }

        return await rows.ToDictionaryAsync(row => (row.TaskKey, row.QuestionId));
    }

    private static async Task<HashSet<(string, string)>> AnsweredAsync(AuditContext db, Guid caseId, List<StartedEdit> edits)
    {
        if (edits.Count == 0)
        {
            return [];
        }

        var keys = edits.Select(edit => edit.TaskKey).Distinct().ToList();
        var ids = edits.Select(edit => edit.QuestionId).Distinct().ToList();
        var rows = await db.Answers.Where(row => row.AssessmentId == caseId && keys.Contains(row.TaskKey) && ids.Contains(row.QuestionId)).Select(row => new { row.TaskKey, row.QuestionId }).ToListAsync();
        return [.. rows.Select(row => (row.TaskKey, row.QuestionId))];
    }

    private static bool IsSame(StartedAnswerRow? row, StartedEdit edit) =>
        row?.Evidence == (int?)edit.Grade
        && (row?.Motivation ?? string.Empty) == (edit.Motivation ?? string.Empty)
        && (row?.PublicSource ?? string.Empty) == (edit.Source ?? string.Empty);

    private static void Write(AuditContext db, AnswerScope scope, StartedAnswerRow? row, StartedEdit edit, Actor actor)
    {
        var before = row is null ? null : Describe(row);
        if (edit.IsEmpty)
        {
            db.StartedAnswers.Remove(row!);
        }
        else
        {
            row ??= db.StartedAnswers.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = scope.Row.Id, TaskKey = edit.TaskKey, QuestionId = edit.QuestionId, By = actor.Name }).Entity;
            (row.Evidence, row.Motivation, row.PublicSource, row.By, row.Version) = ((int?)edit.Grade, edit.Motivation, edit.Source, actor.Name, Guid.NewGuid());
        }

        scope.Trail.Add(db, actor, Event, AnswerRecorder.SubjectOf(edit.TaskKey, edit.QuestionId), (before, edit.IsEmpty ? null : Describe(row!)), null);
    }

    private static string Describe(StartedAnswerRow row) =>
        string.Join(" – ", new[] { row.Evidence is { } grade ? $"E{grade}" : null, row.Motivation, row.PublicSource }.OfType<string>());
}
