using Audit.Core.Research;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>Keeps the research plan of a case, with its trail. Every method works inside the caller's transaction. Dutch: <c>onderzoeksplan</c>.</summary>
public static class ResearchPlan
{
    /// <summary>Why a change was not made because of a colleague.</summary>
    public static string Changed => Tr($"Een collega heeft deze onderzoeksvraag intussen gewijzigd. Vergelijk de twee teksten en sla opnieuw op.");

    /// <summary>Why a change was not made because a colleague took the question out of the plan.</summary>
    public static string Gone => Tr($"Een collega heeft deze onderzoeksvraag intussen uit het plan gehaald. Uw tekst staat hieronder nog. Slaat u op, dan komt de vraag terug in het plan.");

    /// <summary>The plan in the order in which its questions came in.</summary>
    public static async Task<IReadOnlyList<ResearchItemRow>> ItemsAsync(AuditContext db, Guid assessmentId)
    {
        var rows = await db.ResearchItems.Where(row => row.AssessmentId == assessmentId).ToListAsync();
        return [.. rows.OrderBy(row => row.Position).ThenBy(row => row.Id)];
    }

    public static async Task<bool> IsEmptyAsync(AuditContext db, Guid assessmentId) => !await db.ResearchItems.AnyAsync(row => row.AssessmentId == assessmentId);

    /// <summary>The questions of the instrument that are in the plan for a task, each with the first research question that belongs to it.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> QuestionsAsync(AuditContext db, Guid assessmentId, string taskKey)
    {
        var rows = await db.ResearchItems
            .Where(row => row.AssessmentId == assessmentId && row.TaskKey == taskKey && row.QuestionId != null)
            .Select(row => new { row.QuestionId, row.Id, row.Position })
            .ToListAsync();
        return rows.GroupBy(row => row.QuestionId!).ToDictionary(same => same.Key, same => same.MinBy(row => row.Position)!.Id);
    }

    /// <summary>What the answers so far suggest and is not in the plan yet.</summary>
    public static async Task<IReadOnlyList<ResearchProposal>> ProposalsAsync(AuditContext db, Case current, DateTime nowUtc)
    {
        var caseId = current.Row.Id;
        var planned = await db.ResearchItems
            .Where(row => row.AssessmentId == caseId && row.QuestionId != null)
            .Select(row => new { row.TaskKey, row.QuestionId })
            .ToListAsync();
        var model = new ScoringModel(current.Instrument.Value, (ComputedProfile)current.Profile.Value);
        var places = planned.Select(row => new ResearchPlace(row.TaskKey, row.QuestionId!)).ToHashSet();
        return ResearchProposals.Of(model, current.Answers, places, current.ReferenceDate(nowUtc));
    }

    /// <summary>Adds those proposals that were chosen and that still hold.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddProposalsAsync(AuditContext db, Case current, IReadOnlySet<ResearchPlace> chosen, Actor actor)
    {
        var proposals = (await ProposalsAsync(db, current, actor.NowUtc)).Where(proposal => chosen.Contains(proposal.Place)).ToList();
        var next = await NextPositionAsync(db, current.Row.Id);
        foreach (var proposal in proposals)
        {
            Put(db, current, (Guid.CreateVersion7(), next++), ResearchContent.Of(proposal), actor);
        }

        await db.SaveChangesAsync();
        return proposals.Count;
    }

    /// <summary>Adds a question.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="added">The question, with an id made when its form was shown: a form that is sent twice adds it once.</param>
    /// <param name="actor">Who adds it.</param>
    /// <returns>Why it was not added, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> AddAsync(AuditContext db, Case current, (Guid Id, ResearchContent Content) added, Actor actor)
    {
        if (await db.ResearchItems.SingleOrDefaultAsync(row => row.Id == added.Id) is { } known)
        {
            return known.AssessmentId == current.Row.Id ? null : Tr($"Dit formulier hoort bij een andere doorlichting. Open de bladzijde opnieuw.");
        }

        if (await RefusalAsync(db, current, added.Content, before: null) is { } refusal)
        {
            return refusal;
        }

        Put(db, current, (added.Id, await NextPositionAsync(db, current.Row.Id)), added.Content, actor);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Changes a question; the question of the instrument to which it belongs stays the same.</summary>
    /// <returns>Why it was not changed, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> ChangeAsync(AuditContext db, Case current, (Guid Id, Guid Seen, ResearchContent Content) edit, Actor actor)
    {
        if (await FindAsync(db, current, edit.Id) is not { } row)
        {
            return Gone;
        }

        var before = ResearchContent.Of(row);
        var after = edit.Content with { QuestionId = before.QuestionId };
        if (after == before)
        {
            return null;
        }

        if ((row.Version != edit.Seen ? Changed : await RefusalAsync(db, current, after, before)) is { } refusal)
        {
            return refusal;
        }

        after.WriteTo(row);
        Record(db, current, row.Id, (before, after), actor);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes a question out of the plan; what it said stays in the trail.</summary>
    /// <returns>Why it was not removed, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> RemoveAsync(AuditContext db, Case current, (Guid Id, Guid Seen) removal, Actor actor)
    {
        if (await FindAsync(db, current, removal.Id) is not { } row)
        {
            return null;
        }

        if (row.Version != removal.Seen)
        {
            return Tr($"Een collega heeft deze onderzoeksvraag intussen gewijzigd. Lees de nieuwe tekst en kies opnieuw.");
        }

        db.ResearchItems.Remove(row);
        Record(db, current, row.Id, (ResearchContent.Of(row), null), actor);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes the questions that are still open over into a case that follows on an earlier one. Their dates are past and have to be agreed again.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="fromId">The earlier case.</param>
    /// <param name="current">The new case, with its tasks and members.</param>
    /// <param name="actor">Who begins it.</param>
    internal static async Task CopyOpenAsync(AuditContext db, Guid fromId, Case current, Actor actor)
    {
        var caseId = current.Row.Id;
        var members = await db.Members.Where(member => member.AssessmentId == caseId).Select(member => member.UserId).ToListAsync();
        var asked = current.Instrument.Value.AllQuestions.Select(question => question.Id).ToHashSet();
        var tasks = current.Tasks.Select(task => task.Key).Append(string.Empty).ToHashSet();
        var next = await NextPositionAsync(db, caseId);
        foreach (var row in (await ItemsAsync(db, fromId)).Where(row => row.Status is ResearchStatus.Open or ResearchStatus.Running && tasks.Contains(row.TaskKey)))
        {
            var content = ResearchContent.Of(row);
            Put(db, current, (Guid.CreateVersion7(), next++), content with
            {
                QuestionId = content.QuestionId is { } question && asked.Contains(question) ? question : null,
                OwnerId = content.OwnerId is { } owner && members.Contains(owner) ? owner : null,
                DueDate = null,
            }, actor);
        }
    }

    private static Task<ResearchItemRow?> FindAsync(AuditContext db, Case current, Guid id)
    {
        var caseId = current.Row.Id;
        return db.ResearchItems.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.AssessmentId == caseId);
    }

    /// <summary>Why this content cannot be taken; what stood there before may stay, even if it could not be chosen any more.</summary>
    private static async Task<string?> RefusalAsync(AuditContext db, Case current, ResearchContent content, ResearchContent? before)
    {
        if (content.TaskKey.Length > 0 && content.TaskKey != before?.TaskKey && current.Tasks.All(task => task.Key != content.TaskKey))
        {
            return Tr($"Deze taak is er niet (meer). Kies een andere taak.");
        }

        var (caseId, owner) = (current.Row.Id, content.OwnerId);
        return owner is null || owner == before?.OwnerId || await db.Members.AnyAsync(member => member.AssessmentId == caseId && member.UserId == owner)
            ? null
            : Tr($"Kies iemand die meedoet aan deze doorlichting.");
    }

    private static async Task<int> NextPositionAsync(AuditContext db, Guid assessmentId) =>
        await db.ResearchItems.Where(row => row.AssessmentId == assessmentId).MaxAsync(row => (int?)row.Position) + 1 ?? 0;

    private static void Put(AuditContext db, Case current, (Guid Id, int Position) place, ResearchContent content, Actor actor)
    {
        var row = new ResearchItemRow { Id = place.Id, AssessmentId = current.Row.Id, TaskKey = string.Empty, Question = string.Empty, Position = place.Position };
        content.WriteTo(row);
        db.ResearchItems.Add(row);
        Record(db, current, row.Id, (null, content), actor);
    }

    private static void Record(AuditContext db, Case current, Guid id, (ResearchContent? Before, ResearchContent? After) change, Actor actor) => db.Trail.Add(new TrailRow
    {
        BodyId = current.Row.BodyId,
        AssessmentId = current.Row.Id,
        UserId = actor.UserId,
        AtUtc = actor.NowUtc,
        Event = change.Before is null ? "research.added" : change.After is null ? "research.removed" : "research.changed",
        Subject = id.ToString(),
        Before = change.Before?.Describe(),
        After = change.After?.Describe(),
    });
}
