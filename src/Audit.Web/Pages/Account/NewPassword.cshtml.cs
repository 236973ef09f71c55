using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Web.StartUp;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>Chooses a new password with the link of an e-mail. It does not sign in: a second factor is still asked.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class NewPasswordModel(AccountDatabase database, TimeProvider time) : PageModel
{
    public UserRow? Account { get; private set; }

    private DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    public Task OnGetAsync(string secret) => LoadAsync(secret);

    public async Task<IActionResult> OnPostAsync(string secret, string? wachtwoord)
    {
        await LoadAsync(secret);
        if (Account is null)
        {
            return Page();
        }

        if (PasswordRules.Refusal(Account, wachtwoord) is { } refusal)
        {
            ModelState.AddModelError("wachtwoord", refusal);
            return Page();
        }

        if (await HttpContext.RequestServices.GetRequiredService<PasswordDesk>().HashAsync(Account, wachtwoord!, HttpContext.RequestAborted) is not { } hash)
        {
            ModelState.AddModelError("wachtwoord", HashingGate.Busy);
            return Page();
        }

        var done = await database.WriteAsync(async db =>
        {
            if (await UserOfAsync(db, secret) is not { } user)
            {
                return false;
            }

            await AccountDesk.SetPasswordAsync(db, user, hash, (new(user.Id, user.DisplayName, NowUtc), null));
            return true;
        });
        if (!done)
        {
            Account = null;
            return Page();
        }

        this.Tell(Tr($"Uw nieuwe wachtwoord is opgeslagen. Log ermee in."));
        return Redirect("/inloggen");
    }

    private async Task LoadAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        Account = await database.ReadAsync(db => UserOfAsync(db, secret));
    }

    private async Task<UserRow?> UserOfAsync(AuditContext db, string secret) =>
        await AccountLinks.FindAsync(db, AccountLinkKinds.Password, secret, NowUtc) is { } link
        && await db.Users.AsTracking().SingleAsync(row => row.Id == link.UserId) is var user && !AccountChanges.IsLocked(user) ? user : null;
}
