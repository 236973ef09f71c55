using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Questions;

/// <summary>Saving while somebody types, for the script; without script the buttons do the same.</summary>
public sealed partial class DetailsModel
{
    /// <summary>Saves the one answer. 200 saved, 404 no such question, 409 a colleague was first, 422 cannot be taken, 423 no longer open.</summary>
    public async Task<IActionResult> OnPostBewaarAsync([FromRoute] QuestionRoute route)
    {
        var fields = new AnswerFields(route.QuestionId);
        var typed = TypedAnswer.Read(Request.Form, fields);
        if (typed.Value is null)
        {
            return Answer(StatusCodes.Status422UnprocessableEntity, Tr($"Nog niet bewaard: kies eerst een antwoord."));
        }

        if (await desk.SaveAsync(new(route.Id, route.TaskKey, route.Part, route.QuestionId), typed) is not { } result)
        {
            return NotFound();
        }

        return result.Outcome switch
        {
            DeskOutcome.Saved => new JsonResult(new { versie = result.Stored!.Version, melding = Tr($"Bewaard om {Dates.Time(access.User.NowUtc)}") }),
            DeskOutcome.Conflict => Conflict(result),
            DeskOutcome.Refused => Answer(StatusCodes.Status422UnprocessableEntity, SaveErrors.TextOf(result.Save!.Refused[route.QuestionId], result.Question)),
            DeskOutcome.Closed => Answer(StatusCodes.Status423Locked, Tr($"Deze vraag is niet meer open. Uw antwoord is niet opgeslagen.")),
        };
    }

    private static JsonResult Conflict(DeskResult result)
    {
        var theirs = TypedAnswer.Of(result.Stored);
        var card = new QuestionCard(result.Question, theirs);
        return new(new
        {
            melding = Tr($"{result.Stored!.By} heeft deze vraag intussen beantwoord. Uw tekst staat er nog. Kies welk antwoord klopt."),
            titel = Tr($"Antwoord van {result.Stored.By}"),
            versie = theirs.Seen,
            waarde = theirs.Value,
            bewijs = theirs.Grade,
            toelichting = theirs.Motivation,
            bron = theirs.Source,
            regels = new[] { card.LabelOf(theirs.Value), EvidenceTexts.Of(theirs.Grade), theirs.Motivation, theirs.Source }.OfType<string>(),
        })
        { StatusCode = StatusCodes.Status409Conflict };
    }

    private static JsonResult Answer(int status, string message) => new(new { melding = message }) { StatusCode = status };
}
