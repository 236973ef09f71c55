using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Questionnaires;

/// <summary>Reads what pages show of the questions of a part: answers, the round before, what reviewers ask, what colleagues said.</summary>
public sealed class CardDesk(AuditDatabase database, ContentShelf shelf, ContentStore contents)
{
    /// <summary>The cards, in the order asked.</summary>
    /// <param name="view">The case.</param>
    /// <param name="part">The part.</param>
    /// <param name="typed">What was typed and could not all be saved; null to show what is stored.</param>
    /// <param name="given">Question ids with a conflict, and this moment.</param>
    public async Task<IReadOnlyList<QuestionCard>> CardsAsync(CaseView view, QuestionPart part, IReadOnlyDictionary<string, TypedAnswer>? typed, (IReadOnlyList<string> Conflicts, DateTime NowUtc) given)
    {
        await using var db = database.Read();
        var (id, key) = (view.Id, part.TaskKey);
        var rows = await db.Answers.Where(row => row.AssessmentId == id && row.TaskKey == key).ToDictionaryAsync(row => row.QuestionId);
        // What is not an answer yet is not shared either.
        var started = Policies.SeeDrafts.Allows(view.MyRoles)
            ? await db.StartedAnswers.Where(row => row.AssessmentId == id && row.TaskKey == key).ToDictionaryAsync(row => row.QuestionId)
            : [];
        var planned = await ResearchPlan.QuestionsAsync(db, id, key);
        var rounds = await RoundComparison.FindAsync(db, contents, view.Case);
        var points = await ReviewPointsAsync(db, view, key);
        var talk = await QuestionTalk.OfAsync(db, id, key);
        var maker = new CardMaker(view, part, shelf.Glossary, given.NowUtc);
        return [.. part.Questions.Select(question => maker.Make(
            question, typed?.GetValueOrDefault(question.Id), StoredAnswer.Of(rows.GetValueOrDefault(question.Id), started.GetValueOrDefault(question.Id)), given.Conflicts.Contains(question.Id)) with
        {
            Round = rounds?.Of(key, question),
            ResearchHref = planned.TryGetValue(question.Id, out var item) ? StepLinks.OfResearch(id, item) : null,
            ReviewPoints = [.. points[question.Id]],
            Talk = talk.Of(question.Id),
            Href = StepLinks.Question(id, key, part.Id, question.Id),
        })];
    }

    /// <summary>The open items of the review, by question.</summary>
    private static async Task<ILookup<string, ReviewPoint>> ReviewPointsAsync(AuditContext db, CaseView view, string key)
    {
        var id = view.Id;
        var rows = await db.ReviewItems
            .Where(row => row.AssessmentId == id && row.TaskKey == key && row.QuestionId != null && row.Status == ReviewItemStatus.Open)
            .OrderBy(row => row.MadeUtc)
            .ToListAsync();
        return rows.ToLookup(row => row.QuestionId!, row => new ReviewPoint(ReviewTexts.NameOf(row.Kind), row.Text, ReviewLinks.Item(id, row.Id)));
    }
}
