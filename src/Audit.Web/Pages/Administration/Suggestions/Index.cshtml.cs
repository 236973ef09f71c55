using Audit.Web.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Administration.Suggestions;

/// <summary>What auditors of the body suggest about questions on which raters do not agree.</summary>
public sealed class IndexModel(AdminAccess access) : PageModel
{
    public IReadOnlyList<SuggestionLine> Suggestions { get; private set; } = [];

    public async Task OnGetAsync() => Suggestions = await access.ReadAsync(db => SuggestionLine.OfAsync(db, access.User.BodyId));
}
