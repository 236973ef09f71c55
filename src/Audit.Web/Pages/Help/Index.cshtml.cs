using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Help;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Help;

/// <summary>What the program is for and how it works, in plain words; and whether the guide stands on the start page.</summary>
public sealed class IndexModel(AuditDatabase database, CurrentUser user) : PageModel
{
    public bool ShowsGuide { get; private set; }

    public async Task OnGetAsync()
    {
        await using var db = database.Read();
        var userId = user.Id;
        ShowsGuide = await db.Users.AnyAsync(row => row.Id == userId && row.GuideClosedUtc == null);
    }

    /// <summary>Puts the guide away, or calls it back.</summary>
    public async Task<IActionResult> OnPostGidsAsync(string? tonen)
    {
        var (userId, show) = (user.Id, tonen == "ja");
        await database.WriteAsync(async db =>
        {
            var row = await db.Users.AsTracking().SingleAsync(known => known.Id == userId);
            row.GuideClosedUtc = show ? null : row.GuideClosedUtc ?? user.NowUtc;
        });
        this.Tell(show ? Tr($"De uitleg staat weer op de startpagina.") : Tr($"De uitleg is weggezet. U vindt haar terug bij Hulp."));
        return Redirect(show ? HelpLinks.Home : "/");
    }
}
