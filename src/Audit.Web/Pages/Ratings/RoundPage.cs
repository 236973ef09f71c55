using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Ratings;

/// <summary>A page on which an auditor works on a round; for anybody else it is not there.</summary>
public abstract class RoundPage(CaseAccess access) : RatingPage(access)
{
    public RatingRoundRow Round { get; private set; } = null!;

    /// <summary>The questions of the round by page.</summary>
    public IReadOnlyList<RoundPart> Parts { get; private set; } = [];

    public int Total => Parts.Sum(part => part.Rows.Count);

    public int Rated => Parts.Sum(part => part.Rated);

    public bool IsOpen => Round.RevealedUtc is null;

    protected async Task<bool> LoadAsync(Guid id, Guid roundId)
    {
        var userId = Access.User.Id;
        if (!await LoadAsync(id) || !MayRate
            || await Access.ReadAsync(db => db.RatingRounds.SingleOrDefaultAsync(row => row.Id == roundId && row.AssessmentId == id && row.AuditorId == userId)) is not { } round)
        {
            return false;
        }

        Round = round;
        var rows = await Access.ReadAsync(db => db.Ratings.Where(row => row.RoundId == roundId).OrderBy(row => row.Position).ToListAsync());
        Parts = RoundPart.Of(View.Case, rows);
        return true;
    }

    protected RedirectResult ToComparison() => Redirect(RatingLinks.Comparison(View.Id, Round.Id));
}
