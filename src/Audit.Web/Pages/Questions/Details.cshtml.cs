using Audit.Core.Instruments;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Questions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Questions;

/// <summary>One question with everything around it: help, the answer, who looks after it, proof, what colleagues say, and how the answer came about.</summary>
[ShowsAnswers]
public sealed partial class DetailsModel(CaseAccess access, CardDesk cards, AnswerDesk desk, QuestionDesk around) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public QuestionPart Part { get; private set; } = null!;

    public QuestionCard Card { get; private set; } = null!;

    /// <summary>Comments, files, assignment and history.</summary>
    public QuestionSurroundings Around { get; private set; } = null!;

    public bool MayEdit { get; private set; }

    /// <summary>Whether the fields are shown: to fill in, or to keep what could not be saved.</summary>
    public bool ShowsFields { get; private set; }

    public Question? Previous => Neighbour(-1);

    public Question? Next => Neighbour(+1);

    public int Number => Index + 1;

    public string? TaskName => View.Case.Tasks.FirstOrDefault(task => task.Key == Part.TaskKey)?.Name;

    /// <summary>Made when a form was shown, so that a double click adds nothing twice.</summary>
    public Guid SubmissionId { get; private set; } = Guid.CreateVersion7();

    /// <summary>What was typed as a comment and could not be added.</summary>
    public string? TypedComment { get; private set; }

    internal QuestionPlace Place => new(View.Id, Part.TaskKey, Card.Question.Id);

    /// <summary>Who looks at the page.</summary>
    public Guid UserId => access.User.Id;

    private Question Asked { get; set; } = null!;

    private int Index => Part.Questions.ToList().FindIndex(question => question.Id == Asked.Id);

    public async Task<IActionResult> OnGetAsync([FromRoute] QuestionRoute route)
    {
        if (!await FindAsync(route))
        {
            return NotFound();
        }

        await ShowAsync(null, []);
        if (Around.UnreadForMe > 0)
        {
            await access.ChangeAsync(View.Id, async (db, _) =>
            {
                await Comments.SeeAsync(db, Place, access.User.Id, access.User.NowUtc);
                return null;
            });
        }

        return Page();
    }

    /// <summary>Saves the answer and goes on: to the next question, back to the part, or stays.</summary>
    public async Task<IActionResult> OnPostAsync([FromRoute] QuestionRoute route, string? actie)
    {
        if (!await FindAsync(route))
        {
            return NotFound();
        }

        var typed = TypedAnswer.Read(Request.Form, Asked);
        var result = await desk.SaveAsync(new(route.Id, route.TaskKey, route.Part, Asked.Id), typed);
        if (result is { Outcome: DeskOutcome.Saved })
        {
            return GoOn(actie, SavedText(typed));
        }

        if (result is null)
        {
            return NotFound();
        }

        Refuse(result);
        await ShowAsync(typed, result is { Outcome: DeskOutcome.Conflict } ? [Asked.Id] : []);
        ShowsFields = true;
        return Page();
    }

    private void Refuse(DeskResult result)
    {
        if (result is { Outcome: DeskOutcome.Closed })
        {
            ModelState.AddModelError(string.Empty, Tr($"Deze vraag is niet meer open. Uw antwoord is niet opgeslagen; hieronder staat het nog."));
            return;
        }

        SaveErrors.Add(ModelState, [Asked], result.Save!);
    }

    /// <summary>What was saved; null when the fields were empty.</summary>
    private string? SavedText(TypedAnswer typed) =>
        typed.Value is not null ? Tr($"Uw antwoord op vraag {Asked.Id} is opgeslagen.")
        : typed.LacksAnswer ? Tr($"Uw tekst bij vraag {Asked.Id} is bewaard, maar er is nog geen antwoord gekozen.")
        : null;

    private RedirectResult GoOn(string? button, string? saved)
    {
        if (saved is not null)
        {
            this.Tell(saved);
        }

        return Redirect(button switch
        {
            "volgende" when Next is { } next => StepLinks.Question(View.Id, Part.TaskKey, Part.Id, next.Id),
            "volgende" => StepLinks.Check(View.Id, Part.TaskKey, Part.Id),
            "terug" => $"{StepLinks.Questions(View.Id, Part.TaskKey, Part.Id)}#vraag-{Asked.Id}",
            _ => StepLinks.Question(View.Id, Part.TaskKey, Part.Id, Asked.Id),
        });
    }

    private async Task<bool> FindAsync(QuestionRoute route)
    {
        if (await access.FindAsync(route.Id) is not { } view
            || QuestionPart.Find(view.Case, route.TaskKey, route.Part) is not { } part
            || part.Questions.FirstOrDefault(question => question.Id == route.QuestionId) is not { } question)
        {
            return false;
        }

        (View, Part, Asked) = (view, part, question);
        MayEdit = ShowsFields = EditRights.MayEdit(view, part);
        return true;
    }

    private async Task ShowAsync(TypedAnswer? typed, IReadOnlyList<string> conflicts)
    {
        var one = Part with { Questions = [Asked] };
        var kept = typed is null ? null : new Dictionary<string, TypedAnswer> { [Asked.Id] = typed };
        Card = (await cards.CardsAsync(View, one, kept, (conflicts, access.User.NowUtc)))[0] with { Href = null };
        Around = await around.ReadAsync(View, Place, access.User.Id);
    }

    private Question? Neighbour(int step) => Part.Questions.ElementAtOrDefault(Index + step);
}

/// <summary>Address of the page.</summary>
public sealed class QuestionRoute
{
    public Guid Id { get; set; }

    public string TaskKey { get; set; } = string.Empty;

    public string Part { get; set; } = string.Empty;

    public string QuestionId { get; set; } = string.Empty;
}
