using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Desk;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Help;

/// <summary>A first assessment step by step, with links to the right place in the reader's own case.</summary>
public sealed class FirstCaseModel(CaseAccess access) : PageModel
{
    /// <summary>The reader's newest case that runs; null when there is none.</summary>
    public (Guid Id, string Name)? Case { get; private set; }

    public bool MayStart { get; private set; }

    /// <summary>Address in the own case; null without one.</summary>
    public string? In(string rest) => Case is { } own ? StepLinks.Hub(own.Id) + rest : null;

    public async Task OnGetAsync()
    {
        MayStart = await access.ReadAsync(db => StartRights.MayStartAsync(db, access.User));
        var newest = await access.ReadAsync(db => MyCases.InUse(db, access.User)
            .OrderBy(row => row.Status != AssessmentStatus.Running).ThenByDescending(row => row.CreatedUtc)
            .Select(row => new { row.Id, row.Name }).FirstOrDefaultAsync());
        Case = newest is null ? null : (newest.Id, newest.Name);
    }
}
