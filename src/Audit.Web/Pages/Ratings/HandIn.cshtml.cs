using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>Looking through the ratings of a round and handing them in.</summary>
[ShowsNoAnswers]
public sealed class HandInModel(CaseAccess access) : RoundPage(access)
{
    private static string Changed => Tr($"U hebt intussen in een ander venster een beoordeling gewijzigd. Kijk het overzicht opnieuw na en lever dan in.");

    public async Task<IActionResult> OnGetAsync(Guid id, Guid roundId) =>
        !await LoadAsync(id, roundId) ? NotFound() : IsOpen ? Page() : ToComparison();

    /// <param name="id">The case.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="gezien">Version of the round that the person was looking at.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid roundId, Guid gezien)
    {
        if (!await LoadAsync(id, roundId))
        {
            return NotFound();
        }

        ModelState.Clear();
        if (!IsOpen)
        {
            this.Tell(Tr($"Deze ronde was al ingeleverd."));
            return ToComparison();
        }

        if (await HandInAsync(gezien) is not { } refusal)
        {
            this.Tell(Tr($"De ronde is ingeleverd. Hieronder staan uw beoordelingen naast de antwoorden van het team."));
            return ToComparison();
        }

        ModelState.AddModelError(string.Empty, refusal);
        await LoadAsync(id, roundId);
        return Page();
    }

    private Task<string?> HandInAsync(Guid seen) => ChangeAsync(async (db, view) =>
    {
        // Whoever hands in twice at once has handed in.
        if (await RatingRecorder.OpenAsync(db, view.Id, Round.Id, Access.User.Id) is not { } round)
        {
            return null;
        }

        if (round.Version != seen)
        {
            return Changed;
        }

        await RatingRecorder.RevealAsync(db, view.Case, round, Access.User.Actor);
        return null;
    });
}
