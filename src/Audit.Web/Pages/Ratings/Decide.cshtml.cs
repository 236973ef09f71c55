using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>The auditor settles one difference, with a reason; the answer of the team stays as it is.</summary>
[ShowsAnswers]
public sealed class DecideModel(CaseAccess access) : RatingPage(access)
{
    public const string ValueField = "besluit";
    public const string ReasonField = "reden";

    public RatingRoundRow Round { get; private set; } = null!;

    public ComparedQuestion Line { get; private set; } = null!;

    public DecideInput Input { get; private set; } = new();

    /// <summary>Whether somebody else decided while this form was open.</summary>
    public bool HasConflict { get; private set; }

    /// <summary>What can be decided.</summary>
    public IReadOnlyList<(string Value, string Label)> Choices => [.. new QuestionCard(Line.Question, TypedAnswer.Nothing).Choices];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid ratingId)
    {
        if (!await LoadAsync(id, ratingId))
        {
            return NotFound();
        }

        Input = new() { Besluit = Line.Row.DecidedValue, Reden = Line.Row.DecisionReason, Gezien = Line.Row.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid ratingId, DecideInput input)
    {
        if (!await LoadAsync(id, ratingId))
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

        if (await DecideAsync(ratingId) is { } refusal)
        {
            await RefuseAsync(refusal);
            return Page();
        }

        this.Tell(Tr($"Het besluit is vastgelegd. Het antwoord van het team is niet gewijzigd: dat doet het team zelf."));
        return Redirect($"{RatingLinks.Comparison(id, Round.Id)}#v-{ratingId:N}");
    }

    private void Check()
    {
        if (Choices.All(choice => choice.Value != Input.Besluit))
        {
            ModelState.AddModelError(ValueField, Tr($"Kies het antwoord waarop u uitkomt."));
        }

        if (Input.Text.Length == 0)
        {
            ModelState.AddModelError(ReasonField, Tr($"Schrijf op waarom u hierop uitkomt."));
        }
        else if (Input.Text.Length > RatingTexts.MostCharacters)
        {
            ModelState.AddModelError(ReasonField, Tr($"Maak de reden korter: hooguit {RatingTexts.MostCharacters} tekens, nu {Input.Text.Length}."));
        }
    }

    private Task<string?> DecideAsync(Guid ratingId) => ChangeAsync((db, view) =>
        RatingDecisions.DecideAsync(db, view.Case, new(ratingId, Input.Gezien, Input.Besluit!, Input.Text), Access.User.Actor));

    private async Task RefuseAsync(string refusal)
    {
        ModelState.AddModelError(refusal == RatingDecisions.Changed ? ValueField : string.Empty, refusal);
        await LoadAsync(View.Id, Line.Row.Id);
        HasConflict = refusal == RatingDecisions.Changed;
        // Who decides again has read the other decision.
        Input.Gezien = HasConflict ? Line.Row.Version : Input.Gezien;
    }

    private async Task<bool> LoadAsync(Guid id, Guid ratingId)
    {
        if (!await LoadAsync(id) || !MayRate
            || await Access.ReadAsync(db => RatingDecisions.FindAsync(db, id, ratingId)) is not { } found
            || QuestionOf(found.Rating) is not { } question || !RatingDecisions.Differs(found.Rating))
        {
            return false;
        }

        Round = found.Round;
        var reader = await Access.ReadAsync(db => ComparisonReader.OfAsync(db, View, ([found.Rating], Access.User.NowUtc)));
        Line = reader.Compare(question, found.Rating);
        return true;
    }

    private Question? QuestionOf(RatingRow row) => View.Case.Instrument.Value.AllQuestions.FirstOrDefault(question => question.Id == row.QuestionId);

    /// <summary>What the form sends.</summary>
    public sealed class DecideInput
    {
        /// <summary>Option id, or one of <see cref="Answer.Unknown"/> and <see cref="Answer.NotApplicable"/>.</summary>
        public string? Besluit { get; set; }

        public string? Reden { get; set; }

        /// <summary>Version of the rating that the person was looking at.</summary>
        public Guid Gezien { get; set; }

        internal string Text => Reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
    }
}
