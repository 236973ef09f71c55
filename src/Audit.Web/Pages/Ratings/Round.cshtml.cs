using Audit.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>A round that is being rated: its parts and how far they are.</summary>
[ShowsNoAnswers]
public sealed class RoundModel(CaseAccess access) : RoundPage(access)
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid roundId) =>
        !await LoadAsync(id, roundId) ? NotFound() : IsOpen ? Page() : ToComparison();
}
