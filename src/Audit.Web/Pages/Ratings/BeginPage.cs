using System.Security.Cryptography;
using Audit.Core.Review;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>What drawing questions and choosing them by hand have in common.</summary>
public abstract class BeginPage(CaseAccess access) : RatingPage(access)
{
    /// <summary>The questions that can be drawn or chosen.</summary>
    public IReadOnlyList<RatingPlace> Pool { get; private set; } = [];

    /// <summary>Since when this auditor can have seen answers; null when never.</summary>
    public DateTime? SeenSince { get; private set; }

    /// <summary>How many of the questions have no answer of the team yet.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Made when the form was shown.</summary>
    public Guid SubmissionId { get; protected set; } = Guid.CreateVersion7();

    /// <summary>Shows the page, or leads to the round that is open.</summary>
    protected async Task<IActionResult> ShowAsync(Guid id)
    {
        if (!await LoadAsync(id) || !MayRate)
        {
            return NotFound();
        }

        return await LoadPoolAsync() ?? Page();
    }

    /// <summary>Reads what can be drawn; leads to the round that is open when there is one.</summary>
    protected async Task<IActionResult?> LoadPoolAsync()
    {
        var user = Access.User;
        if (await Access.ReadAsync(db => RatingRounds.OpenAsync(db, View.Id, user.Id)) is { } open)
        {
            return Redirect(RatingLinks.Round(View.Id, open.Id));
        }

        Pool = await Access.ReadAsync(db => RatingRounds.PoolAsync(db, View.Case, IsQuickScan(View), user.Actor));
        SeenSince = await Access.ReadAsync(db => AnswerSights.FirstAsync(db, View.Id, user.Id));
        var team = await Access.ReadAsync(db => TeamAnswers.OfAsync(db, View.Case, user.NowUtc));
        Unanswered = Pool.Count(place => team.At(place.TaskKey, place.QuestionId) is null);
        return null;
    }

    /// <summary>Begins the round; where to go then, or null when it was refused, with the reason at a field.</summary>
    protected async Task<IActionResult?> BeginAsync(string field, NewRound input)
    {
        var refusal = await ChangeAsync((db, view) => RatingRounds.BeginAsync(db, view.Case, input with { IsQuickScan = IsQuickScan(view) }, Access.User.Actor));
        if (refusal is not null)
        {
            ModelState.AddModelError(refusal == RatingRounds.AlreadyOpen || refusal == RatingTexts.Closed ? string.Empty : field, refusal);
            return null;
        }

        this.Tell(Tr($"De ronde is begonnen. U kunt stoppen en later verdergaan: wat u opslaat, blijft bewaard."));
        return Redirect(RatingLinks.Round(View.Id, input.Id));
    }

    /// <summary>A seed that nobody chose, so that nobody can look for a convenient draw.</summary>
    protected static int NewSeed() => RandomNumberGenerator.GetInt32(1, int.MaxValue);
}
