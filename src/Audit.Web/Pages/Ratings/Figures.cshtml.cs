using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Ratings;

/// <summary>How far auditors and team agree, over all rounds of the case that were handed in.</summary>
[ShowsAnswers]
public sealed class FiguresModel(CaseAccess access) : RatingPage(access)
{
    public RatingFigures Figures { get; private set; } = null!;

    public FiguresView Words { get; private set; } = null!;

    /// <summary>Whether rounds that were not blind are left out.</summary>
    public bool OnlyBlind { get; private set; }

    /// <summary>Whether some rounds were blind and others not.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>The suggestions that came from this case, newest first.</summary>
    public IReadOnlyList<KeeperSuggestionRow> Suggestions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string? rondes)
    {
        OnlyBlind = rondes == "blind";
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var all = await Access.ReadAsync(db => RatingFigures.OfAsync(db, View.Case));
        if (all.Rounds.Count == 0)
        {
            return NotFound();
        }

        IsMixed = all.Rounds.Select(round => round.SeenBefore).Distinct().Count() > 1;
        Figures = OnlyBlind ? await Access.ReadAsync(db => RatingFigures.OfAsync(db, View.Case, onlyBlind: true)) : all;
        Words = new(View.Case.Instrument.Value, Figures);
        Suggestions = await Access.ReadAsync(db => db.KeeperSuggestions.Where(row => row.AssessmentId == id).OrderByDescending(row => row.MadeUtc).ToListAsync());
        return Page();
    }

    /// <summary>Whether a suggestion about a question waits for the keeper.</summary>
    public bool IsWaiting(string questionId) => Suggestions.Any(row => row.QuestionId == questionId && row.Accepted is null);
}
