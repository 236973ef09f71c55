using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Ratings;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Ratings;

/// <summary>A question with what auditor and team made of it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Row">The rating.</param>
/// <param name="Auditor">What the auditor rated.</param>
/// <param name="Team">What the team had answered when the round was handed in.</param>
public sealed record ComparedQuestion(Question Question, RatingRow Row, GivenAnswer Auditor, GivenAnswer Team)
{
    public bool Differs => RatingDecisions.Differs(Row);

    /// <summary>Whether the values are the same and the grades of evidence are not.</summary>
    public bool DiffersInEvidence => Row.Value is not null && Row.Value == Row.TeamValue && Row.Evidence != Row.TeamEvidence;

    /// <summary>What was decided; null while nobody did.</summary>
    public string? Decided => Row.DecidedValue is null ? null : GivenAnswer.LabelOf(Question, Row.DecidedValue);

    /// <summary>Name of who decided.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>The answer of the team as it is now; null when it has none.</summary>
    public string? TeamNow { get; init; }

    /// <summary>Whether the team still answers something else than was decided.</summary>
    public bool IsForTeam => Row.DecidedValue is not null && Row.DecidedValue != TeamNow;

    /// <summary>Whether the team changed its answer since.</summary>
    public bool IsChangedSince => Row.TeamValue != TeamNow;

    /// <summary>What the user reads for the answer of the team as it is now.</summary>
    public string TeamNowLabel => TeamNow is null ? Tr($"Nog geen antwoord") : GivenAnswer.LabelOf(Question, TeamNow);
}

/// <summary>Puts the ratings of rounds that were handed in beside the answers of the team.</summary>
public sealed class ComparisonReader
{
    private readonly TeamAnswers team;
    private readonly Dictionary<(string, string, int), AnswerRevisionRow> revisions;
    private readonly Dictionary<Guid, string> names;

    private ComparisonReader(TeamAnswers team, Dictionary<(string, string, int), AnswerRevisionRow> revisions, Dictionary<Guid, string> names) =>
        (this.team, this.revisions, this.names) = (team, revisions, names);

    /// <summary>Reads what belongs to these ratings.</summary>
    public static async Task<ComparisonReader> OfAsync(AuditContext db, CaseView view, (IReadOnlyList<RatingRow> Rows, DateTime NowUtc) read)
    {
        var caseId = view.Id;
        var questions = read.Rows.Select(row => row.QuestionId).Distinct().ToList();
        var revisions = await (
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where answer.AssessmentId == caseId && questions.Contains(answer.QuestionId)
            select new { answer.TaskKey, answer.QuestionId, Row = revision }).ToListAsync();
        var people = read.Rows.Select(row => row.DecidedById).OfType<Guid>().Distinct().ToList();
        var names = await db.Users.Where(user => people.Contains(user.Id)).Select(user => new { user.Id, user.DisplayName }).ToListAsync();
        return new(
            await TeamAnswers.OfAsync(db, view.Case, read.NowUtc),
            revisions.ToDictionary(found => (found.TaskKey, found.QuestionId, found.Row.Revision), found => found.Row),
            names.ToDictionary(user => user.Id, user => user.DisplayName));
    }

    /// <summary>A question with both answers.</summary>
    public ComparedQuestion Compare(Question question, RatingRow row)
    {
        var revision = row.TeamRevision is { } number ? revisions.GetValueOrDefault((row.TaskKey, row.QuestionId, number)) : null;
        return new(question, row, GivenAnswer.OfAuditor(question, row), GivenAnswer.OfTeam(question, row, revision))
        {
            DecidedBy = row.DecidedById is { } person ? names.GetValueOrDefault(person) : null,
            TeamNow = team.At(row.TaskKey, row.QuestionId)?.Answer.Value,
        };
    }
}
