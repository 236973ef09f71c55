using Audit.Web.Access;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.ActionItems;

/// <summary>All actions of a case in a table: sorted, filtered, and ticked to be changed or escalated together.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access) : TrackingPage(access)
{
    public ActionFilter Filter { get; private set; } = new();

    /// <summary>Whether there is a plan at all.</summary>
    public bool HasPlan { get; private set; }

    /// <summary>Whether every row comes ticked.</summary>
    public bool AllTicked { get; private set; }

    /// <summary>What the filter lets through.</summary>
    public IReadOnlyList<TrackedAction> Shown { get; private set; } = [];

    public (IReadOnlyList<TrackedAction> Rows, int Page, int Pages) Part { get; private set; }

    public FilterView FilterView => new(this, Filter, IsBoard: false, Access.User.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, ActionFilter filter, string? vink)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        HasPlan = await ReadBookAsync();
        if (HasPlan)
        {
            Filter = filter;
            AllTicked = vink == "alle";
            Shown = filter.Of(Book.Actions, Access.User.Id);
            Part = filter.PageOf(Shown);
        }

        return Page();
    }
}
