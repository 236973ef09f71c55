using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.ActionItems;

/// <summary>What the pages on which actions are followed have in common.</summary>
public abstract class TrackingPage(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>The actions of the newest plan.</summary>
    public ActionBook Book { get; private set; } = null!;

    public ActionRights Rights => ActionRights.Of(View, access.User);

    public DateOnly Today => DutchText.Day(access.User.NowUtc);

    protected CaseAccess Access => access;

    /// <summary>Reads case and actions; false when the case is not the user's, or has no plan.</summary>
    protected async Task<bool> LoadAsync(Guid id) => await FindAsync(id) && await ReadBookAsync();

    /// <summary>Reads the case; false when it is not the user's.</summary>
    protected async Task<bool> FindAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }

    /// <summary>Reads the actions as they are now; false when there is no plan.</summary>
    protected async Task<bool> ReadBookAsync()
    {
        if (await access.ReadAsync(db => ActionBook.ReadAsync(db, View.Case, access.User.NowUtc)) is not { } book)
        {
            return false;
        }

        Book = book;
        return true;
    }

    /// <summary>Changes actions in one transaction.</summary>
    /// <param name="change">The change; a text refuses it, with the reason in Dutch.</param>
    /// <returns>Why it was refused; null when it was made.</returns>
    protected Task<string?> ChangeAsync(Func<Work, Task<string?>> change) => access.ChangeAsync(View.Id, async (db, view) =>
    {
        var desk = DeskOf(db, view);
        return await desk.BookAsync() is { } book ? await change(new(desk, book, ActionRights.Of(view, access.User))) : ActionDesk.Gone;
    });

    protected ActionDesk DeskOf(AuditContext db, CaseView view) => new(db, view.Case, access.User.Actor);
}

/// <summary>What a change of actions works with, all read in its transaction.</summary>
/// <param name="Desk">The transaction, the case and the person.</param>
/// <param name="Book">The actions.</param>
/// <param name="Rights">What the person may do.</param>
public sealed record Work(ActionDesk Desk, ActionBook Book, ActionRights Rights);
