using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Questions;

/// <summary>Who looks after a question. It gives nobody a right and takes none away.</summary>
public static class QuestionAssignments
{
    /// <summary>Members who can look after questions of a case: those who may answer.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> CandidatesAsync(AuditContext db, Guid caseId)
    {
        var roles = Policies.LookAfterQuestions.Roles;
        var rows = await (
            from user in db.Users
            where db.Members.Any(member => member.AssessmentId == caseId && member.UserId == user.Id && roles.Contains(member.Role))
            orderby user.DisplayName
            select new { user.Id, user.DisplayName }).ToListAsync();
        return [.. rows.Select(row => (row.Id, row.DisplayName))];
    }

    /// <summary>Gives a question to a member, or to nobody.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="trail">Where the record goes.</param>
    /// <param name="place">The question.</param>
    /// <param name="given">Who looks after it, null for nobody, and the version that was looked at.</param>
    /// <param name="actor">Who decides so.</param>
    /// <returns>Why not, for the screen; null when it was done.</returns>
    public static async Task<string?> SetAsync(AuditContext db, CaseTrail trail, QuestionPlace place, (Guid? UserId, Guid? Seen) given, Actor actor)
    {
        var row = await place.Assignment(db).AsTracking().SingleOrDefaultAsync();
        if (row?.UserId == given.UserId)
        {
            return null;
        }

        if (row?.Version != given.Seen)
        {
            return Tr($"Een collega heeft intussen iemand anders gekozen. Kijk hieronder wie het nu doet.");
        }

        var people = await CandidatesAsync(db, place.AssessmentId);
        if (given.UserId is { } id && people.All(person => person.Id != id))
        {
            return Tr($"Kies iemand uit het team.");
        }

        trail.Add(db, actor, "question.assigned", place.Subject, (NameOf(people, row?.UserId), NameOf(people, given.UserId)), null);
        Write(db, (place, row), given.UserId, actor);
        return null;
    }

    private static void Write(AuditContext db, (QuestionPlace Place, QuestionAssignmentRow? Row) current, Guid? userId, Actor actor)
    {
        var (place, row) = current;
        if (userId is not { } id)
        {
            db.QuestionAssignments.Remove(row!);
            return;
        }

        row ??= db.QuestionAssignments.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = place.AssessmentId, TaskKey = place.TaskKey, QuestionId = place.QuestionId }).Entity;
        (row.UserId, row.AssignedByUserId, row.AssignedUtc, row.Version) = (id, actor.UserId!.Value, actor.NowUtc, Guid.NewGuid());
    }

    private static string? NameOf(IReadOnlyList<(Guid Id, string Name)> people, Guid? id) =>
        id is null ? null : people.FirstOrDefault(person => person.Id == id).Name ?? id.ToString();
}
