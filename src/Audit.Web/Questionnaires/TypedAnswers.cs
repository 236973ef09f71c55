using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Web.Questionnaires;

/// <summary>Saves what stands in the fields of questions: answers, and what was typed where none is chosen yet.</summary>
public static class TypedAnswers
{
    /// <summary>Saves what changed; what is in conflict or refused does not hold up the rest.</summary>
    /// <param name="db">The database.</param>
    /// <param name="scope">The case.</param>
    /// <param name="taskKey">Key of the task; empty for questions of the body.</param>
    /// <param name="typed">Question ids with what was typed.</param>
    /// <param name="actor">Who saves.</param>
    public static async Task<SaveResult> SaveAsync(AuditContext db, AnswerScope scope, string taskKey, IReadOnlyDictionary<string, TypedAnswer> typed, Actor actor)
    {
        var edits = typed.Where(pair => pair.Value.Value is not null).Select(pair => new AnswerEdit(taskKey, pair.Key, pair.Value.ToAnswer(), pair.Value.Seen));
        var starts = typed.Where(pair => pair.Value.Value is null).Select(pair => pair.Value.ToStart(taskKey, pair.Key));
        var saved = await AnswerRecorder.SaveAsync(db, scope, [.. edits], actor);
        var started = await StartedAnswers.SaveAsync(db, scope, [.. starts], actor);
        return saved with { Saved = saved.Saved + started.Saved, Conflicts = [.. saved.Conflicts, .. started.Conflicts] };
    }
}
