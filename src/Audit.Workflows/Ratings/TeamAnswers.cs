using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Ratings;

/// <summary>An answer of the team as it counts.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Revision">Revision of the answer that the team gave; null when the register of distinctions gives it.</param>
public sealed record TeamAnswer(Answer Answer, int? Revision);

/// <summary>What the team answered, question by question, with what its register of distinctions adds.</summary>
public sealed class TeamAnswers
{
    private readonly Dictionary<(string TaskKey, string QuestionId), TeamAnswer> answers;

    private TeamAnswers(Dictionary<(string TaskKey, string QuestionId), TeamAnswer> answers) => this.answers = answers;

    /// <summary>Reads the answers of a case as they stand.</summary>
    public static async Task<TeamAnswers> OfAsync(AuditContext db, Case current, DateTime nowUtc)
    {
        var caseId = current.Row.Id;
        var revisions = (await db.Answers.Where(row => row.AssessmentId == caseId).Select(row => new { row.TaskKey, row.QuestionId, row.Value, row.Revision }).ToListAsync())
            .ToDictionary(row => (row.TaskKey, row.QuestionId), row => (row.Value, row.Revision));
        var on = current.ReferenceDate(nowUtc);
        var counting = current.Answers.Tasks
            .SelectMany(task => RegisterAnswers.Effective(current.Instrument.Value, task, on).Select(pair => (Place: (task.Id, pair.Key), Answer: pair.Value)))
            .Concat(current.Answers.CrossCutting.Select(pair => (Place: (string.Empty, pair.Key), Answer: pair.Value)));
        return new(counting.ToDictionary(
            pair => pair.Place,
            pair => new TeamAnswer(pair.Answer, revisions.TryGetValue(pair.Place, out var own) && own.Value == pair.Answer.Value ? own.Revision : null)));
    }

    /// <summary>What the team answered; null when nothing.</summary>
    public TeamAnswer? At(string taskKey, string questionId) => answers.GetValueOrDefault((taskKey, questionId));
}
