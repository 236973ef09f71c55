using Audit.Data.Database;
using Audit.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Ratings;

/// <summary>The rounds of a case: what an auditor is rating, and what was handed in.</summary>
[ShowsNoAnswers]
public sealed class IndexModel(CaseAccess access) : RatingPage(access)
{
    public IReadOnlyList<RoundLine> Rounds { get; private set; } = [];

    /// <summary>The round that this auditor has to hand in; null when there is none.</summary>
    public RoundLine? Mine => Rounds.FirstOrDefault(line => line.Round.RevealedUtc is null && line.Round.AuditorId == Access.User.Id);

    public bool HasFigures => Rounds.Any(line => line.Round.RevealedUtc is not null);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Rounds = await Access.ReadAsync(db => RoundsAsync(db, id));
        return Page();
    }

    private static async Task<IReadOnlyList<RoundLine>> RoundsAsync(AuditContext db, Guid id)
    {
        var rows = await (
            from round in db.RatingRounds
            join user in db.Users on round.AuditorId equals user.Id
            where round.AssessmentId == id
            orderby round.Sequence
            select new
            {
                Round = round,
                user.DisplayName,
                Questions = db.Ratings.Count(rating => rating.RoundId == round.Id),
                Rated = db.Ratings.Count(rating => rating.RoundId == round.Id && rating.Value != null),
            }).ToListAsync();
        return [.. rows.Select(row => new RoundLine(row.Round, row.DisplayName, row.Questions, row.Rated))];
    }

    /// <summary>A round in the list.</summary>
    /// <param name="Round">The round.</param>
    /// <param name="By">Name of the auditor.</param>
    /// <param name="Questions">Number of questions in it.</param>
    /// <param name="Rated">Number of those that are rated.</param>
    public sealed record RoundLine(RatingRoundRow Round, string By, int Questions, int Rated);
}
