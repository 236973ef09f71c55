using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reviews;

/// <summary>Questions that a reviewer sends back, and the answers by which the team responds.</summary>
public static class SentBackQuestions
{
    /// <summary>Sends questions back as items of the review, in the transaction of the decision.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="taskKey">The task.</param>
    /// <param name="remarks">Question ids, each with what the reviewer says about it.</param>
    /// <param name="actor">Who sends them back.</param>
    /// <returns>Why not, in Dutch; null when it was done.</returns>
    public static string? Send(AuditContext db, Case current, string taskKey, IReadOnlyDictionary<string, string> remarks, Actor actor)
    {
        if (remarks.Keys.Except(current.Instrument.Value.TaskQuestions.Select(question => question.Id)).FirstOrDefault() is { } unknown)
        {
            return Tr($"Vraag {unknown} hoort niet bij deze taak.");
        }

        foreach (var (question, remark) in remarks)
        {
            var content = new ReviewContent(taskKey, ReviewItemKind.SentBackQuestion, remark) { QuestionId = question };
            ReviewItems.Put(db, current, (Guid.CreateVersion7(), content), actor);
        }

        return null;
    }

    /// <summary>Marks what was sent back as answered, because the team changed the answer.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="scope">The case.</param>
    /// <param name="saved">The answers that were changed, with what they were.</param>
    /// <param name="actor">Who changed them.</param>
    internal static async Task AnswerAsync(AuditContext db, AnswerScope scope, IReadOnlyList<SavedAnswer> saved, Actor actor)
    {
        if (saved.Count == 0 || actor.UserId is null)
        {
            return;
        }

        var caseId = scope.Row.Id;
        var open = await db.ReviewItems.AsTracking()
            .Where(item => item.AssessmentId == caseId && item.Kind == ReviewItemKind.SentBackQuestion && item.Status == ReviewItemStatus.Open)
            .ToListAsync();
        foreach (var item in open)
        {
            if (saved.FirstOrDefault(answer => answer.Edit.TaskKey == item.TaskKey && answer.Edit.QuestionId == item.QuestionId) is var (edit, before))
            {
                var question = scope.Instrument.AllQuestions.First(candidate => candidate.Id == edit.QuestionId);
                var text = Sentence.Of($"Het team heeft het antwoord gewijzigd. Eerst: {Describe(question, before)} Nu: {Describe(question, edit.Answer)}");
                ReviewItems.Enter(db, scope.Trail, item, (Guid.CreateVersion7(), ReviewMove.Respond, text, ReviewItemStatus.Answered), actor);
            }
        }
    }

    private static Sentence Describe(Question question, Answer? answer)
    {
        if (answer is null)
        {
            return Sentence.Of($"geen antwoord.");
        }

        var label = LabelOf(question, answer.Value);
        var said = answer.Evidence is { } grade ? Sentence.Of($"‘{label}’ (bewijs {grade.ToString()}).") : Sentence.Of($"‘{label}’.");
        return answer.Motivation is { } why ? Sentence.Of($"{said} Toelichting: {why}") : said;
    }

    private static object LabelOf(Question question, string value) => value switch
    {
        Answer.Unknown => Sentence.Of($"Weet ik niet"),
        Answer.NotApplicable => Sentence.Of($"Niet van toepassing"),
        _ => question.IndexOf(value) is >= 0 and var index ? question.Scale.Options[index].Label : value,
    };
}
