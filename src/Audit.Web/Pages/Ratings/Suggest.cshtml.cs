using Audit.Core.Review;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>The auditor suggests to the keeper of the instrument to look at a question.</summary>
[ShowsAnswers]
public sealed class SuggestModel(CaseAccess access) : RatingPage(access)
{
    public const string TextField = "tekst";

    private LowQuestion low = null!;
    private FiguresView words = null!;

    public string QuestionId => low.Question.Group;

    public string QuestionText => words.TextOf(QuestionId);

    /// <summary>What stands in the field.</summary>
    public string? Text { get; private set; }

    /// <summary>Made when the form was shown.</summary>
    public Guid SubmissionId { get; private set; } = Guid.CreateVersion7();

    public async Task<IActionResult> OnGetAsync(Guid id, string questionId)
    {
        if (!await LoadAsync(id, questionId))
        {
            return NotFound();
        }

        Text = words.SuggestionFor(low);
        return Page();
    }

    /// <param name="id">The case.</param>
    /// <param name="questionId">The question.</param>
    /// <param name="tekst">What is suggested.</param>
    /// <param name="inzending">Made when the form was shown.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string questionId, string? tekst, Guid inzending)
    {
        if (!await LoadAsync(id, questionId))
        {
            return NotFound();
        }

        ModelState.Clear();
        Text = tekst?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        SubmissionId = inzending == Guid.Empty ? SubmissionId : inzending;
        if (Text.Length is 0 or > RatingTexts.MostCharacters)
        {
            ModelState.AddModelError(TextField, Text.Length == 0 ? Tr($"Schrijf op wat u voorstelt.") : Tr($"Maak de tekst korter: hooguit {RatingTexts.MostCharacters} tekens, nu {Text.Length}."));
        }
        else if (await ChangeAsync((db, view) => KeeperSuggestions.SendAsync(db, view.Case, (SubmissionId, QuestionId, Text), Access.User.Actor)) is { } refusal)
        {
            ModelState.AddModelError(TextField, refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        this.Tell(Tr($"De suggestie is verstuurd naar de beheerder van uw organisatie."));
        return Redirect(RatingLinks.Figures(id));
    }

    private async Task<bool> LoadAsync(Guid id, string questionId)
    {
        if (!await LoadAsync(id) || !MayRate)
        {
            return false;
        }

        words = new(View.Case.Instrument.Value, await Access.ReadAsync(db => RatingFigures.OfAsync(db, View.Case)));
        if (words.Low.FirstOrDefault(question => question.Question.Group == questionId) is not { } found)
        {
            return false;
        }

        low = found;
        return true;
    }
}
