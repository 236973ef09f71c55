using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Ratings;

/// <summary>What the keeper of the instrument makes of a suggestion.</summary>
/// <param name="Seen">Version that the person was looking at.</param>
/// <param name="IsAccepted">Whether it is taken over.</param>
/// <param name="Response">Why.</param>
public sealed record KeeperAnswer(Guid Seen, bool IsAccepted, string Response);

/// <summary>Suggestions to the keeper of the instrument about questions on which raters do not agree.</summary>
public static class KeeperSuggestions
{
    /// <summary>Why a suggestion was not taken.</summary>
    public static string AlreadySent => Tr($"Over deze vraag ligt al een suggestie bij de beheerder. Wacht het antwoord af.");

    /// <summary>Why an answer was not written.</summary>
    public static string AlreadyAnswered => Tr($"Deze suggestie is intussen al beantwoord. Uw antwoord is niet opgeslagen.");

    /// <summary>Sends a suggestion.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="sent">The suggestion, with an id made when its form was shown: a form that is sent twice is one suggestion.</param>
    /// <param name="actor">Who sends it.</param>
    /// <returns>Why it was not sent, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> SendAsync(AuditContext db, Case current, (Guid Id, string QuestionId, string Text) sent, Actor actor)
    {
        var caseId = current.Row.Id;
        if (await db.KeeperSuggestions.SingleOrDefaultAsync(row => row.Id == sent.Id) is { } known)
        {
            return known.AssessmentId == caseId ? null : Tr($"Dit formulier hoort bij een andere doorlichting. Open de bladzijde opnieuw.");
        }

        if (await db.KeeperSuggestions.AnyAsync(row => row.AssessmentId == caseId && row.QuestionId == sent.QuestionId && row.Accepted == null))
        {
            return AlreadySent;
        }

        db.KeeperSuggestions.Add(new KeeperSuggestionRow
        {
            Id = sent.Id,
            BodyId = current.Row.BodyId,
            AssessmentId = caseId,
            InstrumentId = current.Row.InstrumentId,
            QuestionId = sent.QuestionId,
            Text = sent.Text,
            MadeById = actor.UserId!.Value,
            MadeUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        });
        new CaseTrail(current.Row.BodyId, caseId).Add(db, actor, "suggestion.sent", $"{sent.Id}/{sent.QuestionId}", sent.Text);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Answers a suggestion, once.</summary>
    /// <returns>Why it was not written, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> AnswerAsync(AuditContext db, KeeperSuggestionRow row, KeeperAnswer answer, Actor actor)
    {
        if ((row.Accepted, row.Response, row.HandledById) == (answer.IsAccepted, answer.Response, actor.UserId))
        {
            return null;
        }

        if (row.Accepted is not null || row.Version != answer.Seen)
        {
            return AlreadyAnswered;
        }

        (row.Accepted, row.Response) = (answer.IsAccepted, answer.Response);
        (row.HandledById, row.HandledUtc, row.Version) = (actor.UserId, actor.NowUtc, Guid.NewGuid());
        new CaseTrail(row.BodyId, row.AssessmentId).Add(
            db, actor, "suggestion.answered", $"{row.Id}/{row.QuestionId}", ("open", answer.IsAccepted ? "overgenomen" : "niet overgenomen"), answer.Response);
        await db.SaveChangesAsync();
        return null;
    }
}
