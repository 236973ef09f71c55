using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Questionnaires;

/// <summary>How much colleagues said and added about the questions of a task, in numbers.</summary>
public sealed class QuestionTalk
{
    private readonly Dictionary<string, int> comments;
    private readonly Dictionary<string, int> files;
    private readonly Dictionary<string, string> assigned;

    private QuestionTalk(Dictionary<string, int> comments, Dictionary<string, int> files, Dictionary<string, string> assigned) =>
        (this.comments, this.files, this.assigned) = (comments, files, assigned);

    public static async Task<QuestionTalk> OfAsync(AuditContext db, Guid caseId, string taskKey) => new(
        await db.Comments.Where(row => row.AssessmentId == caseId && row.TaskKey == taskKey && row.WithdrawnUtc == null && row.SettledUtc == null)
            .GroupBy(row => row.QuestionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count),
        await db.Attachments.Where(row => row.AssessmentId == caseId && row.TaskKey == taskKey && row.RemovedUtc == null)
            .GroupBy(row => row.QuestionId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count),
        await (
            from row in db.QuestionAssignments
            join user in db.Users on row.UserId equals user.Id
            where row.AssessmentId == caseId && row.TaskKey == taskKey
            select new { row.QuestionId, user.DisplayName }).ToDictionaryAsync(pair => pair.QuestionId, pair => pair.DisplayName));

    /// <summary>What there is about a question.</summary>
    public TalkCounts Of(string questionId) => new(comments.GetValueOrDefault(questionId), files.GetValueOrDefault(questionId), assigned.GetValueOrDefault(questionId));
}

/// <summary>What colleagues said and added about a question.</summary>
/// <param name="Comments">Comments that are not settled.</param>
/// <param name="Files">Attachments.</param>
/// <param name="Assignee">Who looks after it; null when nobody in particular does.</param>
public sealed record TalkCounts(int Comments, int Files, string? Assignee)
{
    /// <summary>The same in words.</summary>
    public string Words => string.Join(" · ", new[]
    {
        Assignee is null ? null : Tr($"Toegewezen aan {Assignee}"),
        Comments == 0 ? null : Comments == 1 ? Tr($"1 opmerking") : Tr($"{Comments} opmerkingen"),
        Files == 0 ? null : Files == 1 ? Tr($"1 bijlage") : Tr($"{Files} bijlagen"),
    }.OfType<string>());
}
