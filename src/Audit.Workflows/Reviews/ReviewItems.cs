using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reviews;

/// <summary>Findings, requests for evidence and questions sent back, with their course. Nothing is changed or removed; every method works inside the caller's transaction.</summary>
public static class ReviewItems
{
    /// <summary>Why a turn was not taken because of a colleague.</summary>
    public static string Changed => Tr($"Iemand anders heeft intussen op dit punt gereageerd. Lees de nieuwe reactie en stuur daarna opnieuw.");

    /// <summary>Longest text of an item or turn.</summary>
    public const int MostCharacters = 4000;

    /// <summary>Every item of a case, oldest first.</summary>
    public static async Task<IReadOnlyList<ReviewItemRow>> OfCaseAsync(AuditContext db, Guid assessmentId)
    {
        var rows = await db.ReviewItems.Where(row => row.AssessmentId == assessmentId).ToListAsync();
        return [.. rows.OrderBy(row => row.MadeUtc).ThenBy(row => row.Id)];
    }

    /// <summary>Adds an item.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="added">The item, with an id made when its form was shown.</param>
    /// <param name="actor">Who asks.</param>
    /// <returns>Why it was not added, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> AddAsync(AuditContext db, Case current, (Guid Id, ReviewContent Content) added, Actor actor)
    {
        if (await db.ReviewItems.SingleOrDefaultAsync(row => row.Id == added.Id) is { } known)
        {
            return known.AssessmentId == current.Row.Id ? null : Tr($"Dit formulier hoort bij een andere doorlichting. Open de bladzijde opnieuw.");
        }

        if (RefusalOf(current, added.Content) is { } refusal)
        {
            return refusal;
        }

        Put(db, current, added, actor);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Takes a turn.</summary>
    /// <returns>Why it was not taken, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> TurnAsync(AuditContext db, Case current, ReviewTurn turn, Actor actor)
    {
        if (await db.ReviewEntries.AnyAsync(entry => entry.Id == turn.EntryId && entry.ItemId == turn.ItemId))
        {
            return null;
        }

        var caseId = current.Row.Id;
        var row = await db.ReviewItems.AsTracking().SingleOrDefaultAsync(item => item.Id == turn.ItemId && item.AssessmentId == caseId);
        if (row is null || row.Version != turn.Seen || turn.Move.After(row.Status) is not { } after)
        {
            return Changed;
        }

        Enter(db, TrailOf(current), row, (turn.EntryId, turn.Move, Sentence.Fixed(turn.Text), after), actor);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Adds a turn to an item that is tracked; its text is what somebody typed, or a sentence of the program.</summary>
    internal static void Enter(AuditContext db, CaseTrail trail, ReviewItemRow row, (Guid Id, ReviewMove Move, Sentence Text, ReviewItemStatus After) turn, Actor actor)
    {
        var text = turn.Text.ToString();
        var before = row.Status;
        row.Status = turn.After;
        row.Version = Guid.NewGuid();
        db.ReviewEntries.Add(new ReviewEntryRow
        {
            Id = turn.Id,
            ItemId = row.Id,
            Text = SentenceJson.Stored(turn.Text),
            Status = turn.After,
            UserId = actor.UserId!.Value,
            AtUtc = actor.NowUtc,
        });
        trail.Add(db, actor, EventOf(turn.Move), SubjectOf(row), (before.ToString(), turn.After.ToString()), text.Length == 0 ? null : text);
    }

    /// <summary>Adds an item whose content was checked.</summary>
    internal static void Put(AuditContext db, Case current, (Guid Id, ReviewContent Content) added, Actor actor)
    {
        var (id, content) = added;
        var row = new ReviewItemRow
        {
            Id = id,
            AssessmentId = current.Row.Id,
            TaskKey = content.TaskKey,
            QuestionId = content.QuestionId,
            ComponentId = content.ComponentId ?? (content.QuestionId is { } question ? current.Instrument.Value.ComponentOf(question)?.Id : null),
            Kind = content.Kind,
            Text = content.Text,
            DueDate = content.DueDate,
            Status = ReviewItemStatus.Open,
            UserId = actor.UserId!.Value,
            MadeUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        };
        db.ReviewItems.Add(row);
        TrailOf(current).Add(db, actor, "review-item.added", SubjectOf(row), $"{content.Kind}: {content.Text}");
    }

    private static string? RefusalOf(Case current, ReviewContent content)
    {
        var instrument = current.Instrument.Value;
        var forBody = content.TaskKey.Length == 0;
        if (!forBody && current.Tasks.All(task => task.Key != content.TaskKey))
        {
            return Tr($"Deze taak is er niet (meer). Kies een andere taak.");
        }

        var questions = forBody ? instrument.BodyQuestions : instrument.TaskQuestions;
        var parts = forBody ? instrument.CrossCutting : instrument.Components;
        var fits = (content.QuestionId is null || questions.Any(question => question.Id == content.QuestionId))
            && (content.ComponentId is null || parts.Any(part => part.Id == content.ComponentId));
        return fits ? null
            : forBody ? Tr($"Dit onderdeel of deze vraag hoort bij een taak. Kies ook de taak.")
            : Tr($"Dit onderdeel of deze vraag geldt voor de hele organisatie. Kies ‘Hele organisatie’ als taak.");
    }

    private static CaseTrail TrailOf(Case current) => new(current.Row.BodyId, current.Row.Id);

    private static string SubjectOf(ReviewItemRow row) =>
        string.Join('/', new[] { row.Id.ToString(), row.TaskKey, row.QuestionId }.Where(part => !string.IsNullOrEmpty(part)));

    private static string EventOf(ReviewMove move) => move switch
    {
        ReviewMove.Respond => "review-item.answered",
        ReviewMove.Settle => "review-item.settled",
        ReviewMove.Reopen => "review-item.reopened",
        ReviewMove.Withdraw => "review-item.withdrawn",
    };
}
