using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;

namespace Audit.Workflows.Cases;

/// <summary>Puts tasks, answers and distinctions of an assessment into a case that has just begun.</summary>
public static class AnswersIntake
{
    /// <summary>Fills the case in, in the transaction in which it begins.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="contents">For the content of the case.</param>
    /// <param name="into">The case, and what comes into it.</param>
    /// <param name="actor">Who fills it in.</param>
    /// <returns>Why not, in Dutch; null when it was done.</returns>
    public static async Task<string?> FillInAsync(AuditContext db, ContentStore contents, (Guid CaseId, Assessment Answers) into, Actor actor)
    {
        var (caseId, answers) = into;
        return await TaskChoice.SetAsync(db, caseId, [.. answers.Tasks.Select(task => new ChosenTask(task.Id, task.Name))], actor)
            ?? await AnswerAsync(db, (await Case.FindAsync(db, contents, caseId))!, answers, actor);
    }

    private static async Task<string?> AnswerAsync(AuditContext db, Case current, Assessment answers, Actor actor)
    {
        var edits = answers.Tasks.SelectMany(task => EditsOf(task.Id, task.Answers)).Concat(EditsOf(string.Empty, answers.CrossCutting));
        var saved = await AnswerRecorder.SaveAsync(db, current, [.. edits], actor);
        if (!saved.IsComplete)
        {
            return Tr($"niet alle antwoorden zijn overgenomen: {string.Join(", ", saved.Refused.Keys.Concat(saved.Conflicts))}");
        }

        foreach (var (task, distinction) in answers.Tasks.SelectMany(task => task.Distinctions.Select(distinction => (task.Id, distinction))))
        {
            if (await DistinctionRecorder.SaveAsync(db, current, task, new(distinction, null, Guid.CreateVersion7()), actor) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static IEnumerable<AnswerEdit> EditsOf(string taskKey, IReadOnlyDictionary<string, Answer> answers) =>
        answers.Select(pair => new AnswerEdit(taskKey, pair.Key, pair.Value, null));
}
