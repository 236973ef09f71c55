using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Reviews;

/// <summary>What the pages of the review of a case have in common.</summary>
public abstract class ReviewPage(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>Whether this member asks, settles, chooses a class and signs.</summary>
    public bool MayReview => ReviewRights.MayReview(View.Case.Row, View.MyRoles);

    /// <summary>Whether this member answers for the team.</summary>
    public bool MayRespond => ReviewRights.MayRespond(View.Case.Row, View.MyRoles);

    protected CaseAccess Access => access;

    protected async Task<bool> FindAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    /// <summary>Changes the review in one transaction, if a member with this right may.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was made.</returns>
    protected Task<string?> ChangeAsync(Func<AssessmentRow, IReadOnlyCollection<string>, bool> right, Func<AuditContext, CaseView, Task<string?>> change) =>
        access.ChangeAsync(View.Id, (db, view) => right(view.Case.Row, view.MyRoles) ? change(db, view) : Task.FromResult<string?>(ReviewRights.NotYours));

    /// <summary>Id of a form that was sent; a form without one counts as a new one.</summary>
    protected static Guid IdOf(string? submission) => Guid.TryParse(submission, out var known) && known != Guid.Empty ? known : Guid.CreateVersion7();
}
