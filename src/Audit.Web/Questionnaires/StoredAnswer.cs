using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Questionnaires;

/// <summary>What is stored at a question: its answer, or what was typed before one was chosen.</summary>
/// <param name="Fields">What belongs in the fields.</param>
/// <param name="By">Who saved it.</param>
public sealed record StoredAnswer(TypedAnswer Fields, string By)
{
    /// <summary>Null when nothing is stored.</summary>
    public static StoredAnswer? Of(AnswerRow? answer, StartedAnswerRow? started) =>
        answer is not null ? new(TypedAnswer.Of(answer), answer.By)
        : started is not null ? new(TypedAnswer.Of(started), started.By)
        : null;

    /// <summary>Reads it; from memory when it was just written.</summary>
    public static async Task<StoredAnswer?> ReadAsync(AuditContext db, Guid caseId, string taskKey, string questionId)
    {
        var answer = db.Answers.Local.FirstOrDefault(row => row.AssessmentId == caseId && row.TaskKey == taskKey && row.QuestionId == questionId)
            ?? await db.Answers.FirstOrDefaultAsync(row => row.AssessmentId == caseId && row.TaskKey == taskKey && row.QuestionId == questionId);
        return answer is not null
            ? Of(answer, null)
            : Of(null, await db.StartedAnswers.FirstOrDefaultAsync(row => row.AssessmentId == caseId && row.TaskKey == taskKey && row.QuestionId == questionId));
    }
}
