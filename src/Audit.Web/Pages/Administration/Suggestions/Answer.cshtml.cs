using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration.Suggestions;

/// <summary>The keeper of the instrument answers a suggestion, with a reason.</summary>
public sealed class AnswerModel(AdminAccess access) : PageModel
{
    public const string ChoiceField = "keuze";
    public const string ReasonField = "reden";
    public const string Accept = "overnemen";
    public const string Decline = "niet";

    public SuggestionLine Line { get; private set; } = null!;

    public AnswerInput Input { get; private set; } = new();

    public bool IsOpen => Line.Row.Accepted is null;

    public async Task<IActionResult> OnGetAsync(Guid suggestionId)
    {
        if (!await LoadAsync(suggestionId))
        {
            return NotFound();
        }

        Input = new() { Gezien = Line.Row.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid suggestionId, AnswerInput input)
    {
        if (!await LoadAsync(suggestionId))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = input;
        Check();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await AnswerAsync(suggestionId) is { } refusal)
        {
            ModelState.AddModelError(ReasonField, refusal);
            await LoadAsync(suggestionId);
            return Page();
        }

        this.Tell(Tr($"Uw antwoord is vastgelegd. De auditor ziet het bij de cijfers van de doorlichting."));
        return Redirect(RatingLinks.Suggestions);
    }

    private void Check()
    {
        if (Input.Keuze is not (Accept or Decline))
        {
            ModelState.AddModelError(ChoiceField, Tr($"Kies of u de suggestie overneemt."));
        }

        if (Input.Text.Length == 0)
        {
            ModelState.AddModelError(ReasonField, Tr($"Schrijf op waarom. De auditor leest dit."));
        }
        else if (Input.Text.Length > RatingTexts.MostCharacters)
        {
            ModelState.AddModelError(ReasonField, Tr($"Maak de reden korter: hooguit {RatingTexts.MostCharacters} tekens, nu {Input.Text.Length}."));
        }
    }

    private async Task<string?> AnswerAsync(Guid suggestionId)
    {
        var bodyId = access.User.BodyId;
        var answer = new KeeperAnswer(Input.Gezien, Input.Keuze == Accept, Input.Text);
        string? refusal = null;
        var row = await access.WriteAsync(async db =>
        {
            var found = await db.KeeperSuggestions.AsTracking().SingleAsync(known => known.Id == suggestionId && known.BodyId == bodyId);
            refusal = await KeeperSuggestions.AnswerAsync(db, found, answer, access.User.Actor);
            return found;
        });
        return row is null ? Tr($"U bent geen beheerder meer. Uw antwoord is niet opgeslagen.") : refusal;
    }

    private async Task<bool> LoadAsync(Guid suggestionId)
    {
        var all = await access.ReadAsync(db => SuggestionLine.OfAsync(db, access.User.BodyId));
        if (all.FirstOrDefault(line => line.Row.Id == suggestionId) is not { } found)
        {
            return false;
        }

        Line = found;
        return true;
    }

    /// <summary>What the form sends.</summary>
    public sealed class AnswerInput
    {
        /// <summary><see cref="Accept"/> or <see cref="Decline"/>.</summary>
        public string? Keuze { get; set; }

        public string? Reden { get; set; }

        /// <summary>Version of the suggestion that the person was looking at.</summary>
        public Guid Gezien { get; set; }

        internal string Text => Reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
    }
}
