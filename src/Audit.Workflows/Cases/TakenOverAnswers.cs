using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>An answer that somebody confirms as it stands.</summary>
/// <param name="TaskKey">Key of the task; empty for the body.</param>
/// <param name="QuestionId">The question.</param>
/// <param name="Seen">Version that the person was looking at.</param>
public sealed record AnswerPlace(string TaskKey, string QuestionId, Guid Seen);

/// <summary>The answers that a case took over from an earlier one: whether somebody of this round has looked at them.</summary>
public static class TakenOverAnswers
{
    /// <summary>The answers that nobody has confirmed or changed in this round; none in a case that began empty.</summary>
    /// <remarks>
    /// Such an answer still is its first revision, and that was written when the case began; or it is a copy within the case of one that was, and
    /// then still carries the moment of the earlier round, which is kept to the second.
    /// </remarks>
    public static async Task<IReadOnlySet<(string TaskKey, string QuestionId)>> UnconfirmedAsync(AuditContext db, AssessmentRow round)
    {
        if (round.PreviousId is null)
        {
            return new HashSet<(string, string)>();
        }

        var caseId = round.Id;
        var first = await (
            from answer in db.Answers
            join revision in db.AnswerRevisions on answer.Id equals revision.AnswerId
            where answer.AssessmentId == caseId && answer.Revision == 1 && revision.Revision == 1
            select new { answer.TaskKey, answer.QuestionId, answer.At, revision.SavedUtc }).ToListAsync();
        var taken = first.Where(row => row.SavedUtc == round.CreatedUtc).Select(row => (row.QuestionId, row.At)).ToHashSet();
        return first.Where(row => taken.Contains((row.QuestionId, row.At)) || row.At != AnswerRecorder.TimeOf(row.SavedUtc))
            .Select(row => (row.TaskKey, row.QuestionId))
            .ToHashSet();
    }

    /// <summary>Confirms answers: the same value in a new revision, with who confirmed it and when. An answer that a colleague changed meanwhile is left alone.</summary>
    /// <returns>How many were confirmed, and the questions that were left alone.</returns>
    public static async Task<SaveResult> ConfirmAsync(AuditContext db, Case current, IReadOnlyList<AnswerPlace> places, Actor actor)
    {
        var caseId = current.Row.Id;
        var unconfirmed = await UnconfirmedAsync(db, current.Row);
        var rows = await db.Answers.AsTracking().Where(row => row.AssessmentId == caseId).ToDictionaryAsync(row => (row.TaskKey, row.QuestionId));
        var (confirmed, left) = (0, new List<string>());
        foreach (var place in places.DistinctBy(place => (place.TaskKey, place.QuestionId)).Where(place => unconfirmed.Contains((place.TaskKey, place.QuestionId))))
        {
            var row = rows[(place.TaskKey, place.QuestionId)];
            if (row.Version != place.Seen)
            {
                left.Add(place.QuestionId);
                continue;
            }

            Confirm(db, current, row, actor);
            confirmed++;
        }

        await db.SaveChangesAsync();
        return new(confirmed, left, new Dictionary<string, Core.Assessments.AnswerRefusal>());
    }

    private static void Confirm(AuditContext db, Case current, AnswerRow row, Actor actor)
    {
        row.By = actor.Name;
        row.At = AnswerRecorder.TimeOf(actor.NowUtc);
        row.Revision++;
        row.Version = Guid.NewGuid();
        db.AnswerRevisions.Add(AnswerRecorder.RevisionOf(row, actor));
        new CaseTrail(current.Row.BodyId, current.Row.Id).Add(
            db, actor, "answer.confirmed", AnswerRecorder.SubjectOf(row.TaskKey, row.QuestionId), AnswerRecorder.Describe(row));
    }
}
