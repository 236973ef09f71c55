using System.Diagnostics.Metrics;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Questionnaires;

/// <summary>Saves one answer while somebody types. It reads no more of the case than rights need, so that fifty people can do so at once.</summary>
public sealed class AnswerDesk(AuditDatabase database, IWorkflowEngine engine, ContentStore contents, CurrentUser user)
{
    private static readonly Counter<long> Answers =
        new Meter("Audit").CreateCounter<long>("audit.answers", "{answer}", "Answers that were sent one by one, by what became of them");

    /// <summary>Saves an answer, or what was typed before one is chosen, with its history and trail, in one transaction.</summary>
    /// <param name="place">Where the answer belongs.</param>
    /// <param name="typed">What was typed.</param>
    /// <returns>What became of it; null when there is no such question for this person.</returns>
    public async Task<DeskResult?> SaveAsync(AnswerAddress place, TypedAnswer typed)
    {
        var result = await database.WriteAsync(async db =>
            await ScopeAsync(db, place.CaseId) is var (scope, roles) && await PartAsync(db, scope, place) is { } part
                ? await SaveAsync(db, new(scope, part, new(roles, await engine.OpenStepsAsync(db, place.CaseId, part.TaskKey))), (place.QuestionId, typed))
                : null);
        Answers.Add(1, new KeyValuePair<string, object?>("outcome", result?.Outcome.ToString() ?? "Unknown"));
        return result;
    }

    private async Task<DeskResult?> SaveAsync(AuditContext db, Open open, (string QuestionId, TypedAnswer Typed) given)
    {
        var (id, typed) = given;
        if (open.Part.Questions.FirstOrDefault(question => question.Id == id) is not { } question)
        {
            return null;
        }

        if (open.Scope.Row.IsReadOnly || !EditRights.MayEdit(open.Rights, open.Part))
        {
            return new(question, DeskOutcome.Closed, null);
        }

        var saved = await TypedAnswers.SaveAsync(db, open.Scope, open.Part.TaskKey, new Dictionary<string, TypedAnswer> { [id] = typed }, user.Actor);
        var stored = await StoredAnswer.ReadAsync(db, open.Scope.Row.Id, open.Part.TaskKey, id);
        var outcome = saved.Conflicts.Count > 0 ? DeskOutcome.Conflict : saved.Refused.Count > 0 ? DeskOutcome.Refused : DeskOutcome.Saved;
        return new(question, outcome, stored) { Save = saved };
    }

    private async Task<(AnswerScope Scope, IReadOnlyCollection<string> Roles)?> ScopeAsync(AuditContext db, Guid caseId)
    {
        var (userId, bodyId) = (user.Id, user.BodyId);
        var found = await (
            from row in db.Assessments.AsNoTracking()
            join member in db.Members on row.Id equals member.AssessmentId
            where row.Id == caseId && row.BodyId == bodyId && member.UserId == userId
            select new { Row = row, member.Role }).ToListAsync();
        return found.Count == 0
            ? null
            : (new AnswerScope(found[0].Row, (await contents.InstrumentAsync(db, found[0].Row.InstrumentId)).Value), [.. found.Select(item => item.Role)]);
    }

    private static async Task<QuestionPart?> PartAsync(AuditContext db, AnswerScope scope, AnswerAddress place)
    {
        var (caseId, segment) = (place.CaseId, place.TaskSegment);
        var hasTask = await db.PublicTasks.AnyAsync(task => task.AssessmentId == caseId && task.Key == segment && task.DroppedUtc == null);
        return QuestionPart.Find(scope.Instrument, hasTask, segment, place.Part);
    }

    private sealed record Open(AnswerScope Scope, QuestionPart Part, MemberRights Rights);
}

/// <summary>Address of an answer as pages have it.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="TaskSegment">Key of the task, or the word for the whole body.</param>
/// <param name="Part">Id of the part.</param>
/// <param name="QuestionId">The question.</param>
public sealed record AnswerAddress(Guid CaseId, string TaskSegment, string Part, string QuestionId);

/// <summary>What became of one answer.</summary>
public enum DeskOutcome
{
    Saved,
    Conflict,
    Refused,

    /// <summary>The answers are not open for this person any more.</summary>
    Closed,
}

/// <summary>What became of one answer, and what is stored now.</summary>
/// <param name="Question">The question.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Stored">What is stored; null when nothing is.</param>
public sealed record DeskResult(Question Question, DeskOutcome Outcome, StoredAnswer? Stored)
{
    /// <summary>What saving said; null when the answers are closed.</summary>
    public SaveResult? Save { get; init; }
}
