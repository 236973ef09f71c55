using Audit.Data.Database;

namespace Audit.Workflows.Questions;

/// <summary>A question of a case, for one task or for the whole body.</summary>
/// <param name="AssessmentId">The case.</param>
/// <param name="TaskKey">Key of the task; empty for questions of the body.</param>
/// <param name="QuestionId">The question.</param>
public sealed record QuestionPlace(Guid AssessmentId, string TaskKey, string QuestionId)
{
    /// <summary>What the trail calls it.</summary>
    public string Subject => TaskKey.Length == 0 ? QuestionId : $"{TaskKey}/{QuestionId}";

    public IQueryable<CommentRow> Comments(AuditContext db)
    {
        var (id, taskKey, questionId) = (AssessmentId, TaskKey, QuestionId);
        return db.Comments.Where(row => row.AssessmentId == id && row.TaskKey == taskKey && row.QuestionId == questionId);
    }

    public IQueryable<QuestionAssignmentRow> Assignment(AuditContext db)
    {
        var (id, taskKey, questionId) = (AssessmentId, TaskKey, QuestionId);
        return db.QuestionAssignments.Where(row => row.AssessmentId == id && row.TaskKey == taskKey && row.QuestionId == questionId);
    }

    public IQueryable<AttachmentRow> Attachments(AuditContext db)
    {
        var (id, taskKey, questionId) = (AssessmentId, TaskKey, QuestionId);
        return db.Attachments.Where(row => row.AssessmentId == id && row.TaskKey == taskKey && row.QuestionId == questionId);
    }

    /// <summary>Answer and revisions, newest first.</summary>
    public IQueryable<AnswerRevisionRow> Revisions(AuditContext db)
    {
        var (id, taskKey, questionId) = (AssessmentId, TaskKey, QuestionId);
        return from revision in db.AnswerRevisions
               join answer in db.Answers on revision.AnswerId equals answer.Id
               where answer.AssessmentId == id && answer.TaskKey == taskKey && answer.QuestionId == questionId
               orderby revision.Revision descending
               select revision;
    }
}
