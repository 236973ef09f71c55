using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>Where one is signed in; each of them can be ended.</summary>
public sealed class SessionsModel(AccountDesk desk, SessionRules rules) : PageModel
{
    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    /// <summary>The session of this page.</summary>
    public Guid Own => desk.User.SessionId;

    public async Task OnGetAsync()
    {
        var (id, now) = (desk.User.Id, desk.User.NowUtc);
        var (idle, longest) = (now - rules.Idle, now - rules.Longest);
        Sessions = await desk.ReadAsync(db => Alive(db, id).Where(row => row.SeenUtc > idle && row.MadeUtc > longest).OrderByDescending(row => row.SeenUtc).ToListAsync());
    }

    public async Task<IActionResult> OnPostEndAsync(Guid sessie)
    {
        await desk.ChangeAsync(async (db, row) =>
        {
            if (await Alive(db, row.Id).AsTracking().SingleOrDefaultAsync(session => session.Id == sessie) is { } found)
            {
                found.EndedUtc = desk.User.NowUtc;
                AccountTrail.Add(db, row, desk.User.Actor, AccountTrail.SessionsEnded);
            }

            return null;
        });
        this.Tell(Tr($"U bent daar uitgelogd."));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await desk.ChangeAsync(async (db, row) =>
        {
            await Workflows.Accounts.Sessions.EndAsync(db, row.Id, desk.User.NowUtc, Own);
            AccountTrail.Add(db, row, desk.User.Actor, AccountTrail.SessionsEnded);
            return null;
        });
        this.Tell(Tr($"U bent overal uitgelogd, behalve hier."));
        return RedirectToPage();
    }

    internal static IQueryable<SessionRow> Alive(AuditContext db, Guid userId) => db.Sessions.Where(row => row.UserId == userId && row.EndedUtc == null);
}
