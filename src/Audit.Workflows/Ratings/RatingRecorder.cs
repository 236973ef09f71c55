using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Ratings;

/// <summary>Keeps what an auditor rates and, at the end of the round, what the team had answered. Every method works inside the caller's transaction.</summary>
/// <remarks>The trail says that a round began and what was handed in, not what is rated meanwhile: the team can read the trail.</remarks>
public static class RatingRecorder
{
    /// <summary>The round of an auditor for changing it; null when it is not there, not of that person, or handed in.</summary>
    public static Task<RatingRoundRow?> OpenAsync(AuditContext db, Guid assessmentId, Guid roundId, Guid userId) => db.RatingRounds.AsTracking()
        .SingleOrDefaultAsync(row => row.Id == roundId && row.AssessmentId == assessmentId && row.AuditorId == userId && row.RevealedUtc == null);

    /// <summary>Saves the ratings that changed; a conflict with another window or a refusal on one question does not hold up the others.</summary>
    public static async Task<SaveResult> SaveAsync(AuditContext db, Case current, RatingRoundRow round, (IReadOnlyList<AnswerEdit> Edits, DateTime NowUtc) save)
    {
        var questions = current.Instrument.Value.AllQuestions.ToDictionary(question => question.Id);
        var rows = await db.Ratings.AsTracking().Where(row => row.RoundId == round.Id).ToDictionaryAsync(row => (row.TaskKey, row.QuestionId));
        var conflicts = new List<string>();
        var refused = new Dictionary<string, AnswerRefusal>();
        var saved = 0;
        foreach (var edit in save.Edits)
        {
            var row = rows[(edit.TaskKey, edit.QuestionId)];
            if (AnswerRules.Check(questions[edit.QuestionId], edit.Answer) is { } refusal)
            {
                refused[edit.QuestionId] = refusal;
            }
            else if (!IsSame(row, edit.Answer))
            {
                if (row.Version != edit.Seen)
                {
                    conflicts.Add(edit.QuestionId);
                    continue;
                }

                Write(row, edit.Answer, save.NowUtc);
                saved++;
            }
        }

        // Who hands in meanwhile in another window and who saves here notice each other by the round.
        round.Version = saved > 0 ? Guid.NewGuid() : round.Version;
        await db.SaveChangesAsync();
        return new(saved, conflicts, refused);
    }

    /// <summary>Ends a round: the ratings are locked, and what the team has answered at this moment is kept beside them.</summary>
    public static async Task RevealAsync(AuditContext db, Case current, RatingRoundRow round, Actor auditor)
    {
        var rows = await db.Ratings.AsTracking().Where(row => row.RoundId == round.Id).OrderBy(row => row.Position).ToListAsync();
        var team = await TeamAnswers.OfAsync(db, current, auditor.NowUtc);
        foreach (var row in rows)
        {
            var answer = team.At(row.TaskKey, row.QuestionId);
            row.TeamValue = answer?.Answer.Value;
            row.TeamEvidence = (int?)answer?.Answer.Evidence;
            row.TeamRevision = answer?.Revision;
            row.Version = Guid.NewGuid();
        }

        round.RevealedUtc = auditor.NowUtc;
        round.Version = Guid.NewGuid();
        // The answers may have been seen in a case that shares them, while the round was open.
        round.SeenBefore |= await AnswerSights.FirstAsync(db, current.Row.Id, round.AuditorId) is not null;
        new CaseTrail(current.Row.BodyId, current.Row.Id).Add(
            db, auditor, "rating.revealed", $"{round.Id}/ronde-{round.Sequence}", string.Join(", ", rows.Select(Describe)), round.SeenBefore ? "niet blind" : null);
        await db.SaveChangesAsync();
    }

    private static bool IsSame(RatingRow row, Answer answer) =>
        row.Value == answer.Value && row.Evidence == (int?)answer.Evidence && (row.Motivation ?? string.Empty) == (answer.Motivation ?? string.Empty);

    private static void Write(RatingRow row, Answer answer, DateTime nowUtc)
    {
        row.Value = answer.Value;
        row.Evidence = (int?)answer.Evidence;
        row.Motivation = answer.Motivation;
        row.RatedUtc = nowUtc;
        row.Version = Guid.NewGuid();
    }

    private static string Describe(RatingRow row) =>
        $"{(row.TaskKey.Length == 0 ? string.Empty : $"{row.TaskKey}/")}{row.QuestionId}: auditor {row.Value ?? "–"}, team {row.TeamValue ?? "–"}";
}
