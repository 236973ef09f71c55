using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Ratings;

/// <summary>What the pages of blind double rating have in common.</summary>
public abstract class RatingPage(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>Whether this member may rate: an auditor who is not in the team.</summary>
    public bool MayRate => MayRateIn(View);

    /// <summary>Whether this member is of the team, and so can change its answers.</summary>
    public bool IsTeam => Policies.RespondToReview.Allows(View.MyRoles);

    protected CaseAccess Access => access;

    protected static bool MayRateIn(CaseView view) => Policies.Review.Allows(view.MyRoles);

    protected static bool IsQuickScan(CaseView view) => view.Process == Processes.QuickScan;

    protected async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    /// <summary>Changes something in one transaction, if this member may rate.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was made.</returns>
    protected Task<string?> ChangeAsync(Func<AuditContext, CaseView, Task<string?>> change) =>
        access.ChangeAsync(View.Id, (db, view) => MayRateIn(view) ? change(db, view) : Task.FromResult<string?>(RatingTexts.Closed));
}
