using Audit.Web.Questionnaires;
using Audit.Web.StartUp;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Questions;

/// <summary>Saving while somebody types, for the script; without script the buttons do the same.</summary>
public sealed partial class DetailsModel
{
    /// <summary>Saves the one answer. 200 saved, 404 no such question, 409 a colleague was first, 422 cannot be taken, 423 no longer open.</summary>
    [SavesWhileTyping]
    public async Task<IActionResult> OnPostBewaarAsync([FromRoute] QuestionRoute route)
    {
        var fields = new AnswerFields(route.QuestionId);
        var typed = TypedAnswer.Read(Request.Form, fields);
        if (await desk.SaveAsync(new(route.Id, route.TaskKey, route.Part, route.QuestionId), typed) is not { } result)
        {
            return NotFound();
        }

        return result.Outcome switch
        {
            DeskOutcome.Saved => new JsonResult(new { versie = result.Stored?.Fields.Seen, melding = SavedAt(typed, Dates.Time(access.User.NowUtc)) }),
            DeskOutcome.Conflict => Conflict(result),
            DeskOutcome.Refused => Answer(StatusCodes.Status422UnprocessableEntity, SaveErrors.TextOf(result.Save!.Refused[route.QuestionId], result.Question)),
            DeskOutcome.Closed => Answer(StatusCodes.Status423Locked, Tr($"Deze vraag is niet meer open. Uw antwoord is niet opgeslagen.")),
        };
    }

    private static string SavedAt(TypedAnswer typed, string time) =>
        typed.LacksAnswer ? Tr($"Tekst bewaard om {time}. Kies nog een antwoord.") : Tr($"Bewaard om {time}");

    private static JsonResult Conflict(DeskResult result)
    {
        var (theirs, name) = result.Stored!;
        var card = new QuestionCard(result.Question, theirs);
        return new(new
        {
            melding = theirs.LacksAnswer
                ? Tr($"{name} is intussen ook aan deze vraag begonnen. Uw tekst staat er nog. Kies welke tekst klopt.")
                : Tr($"{name} heeft deze vraag intussen beantwoord. Uw tekst staat er nog. Kies welk antwoord klopt."),
            titel = Tr($"Antwoord van {name}"),
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
