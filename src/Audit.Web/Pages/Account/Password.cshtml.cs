using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>Changes the own password, or sets one where there was none.</summary>
[FreshSession]
public sealed class PasswordModel(AccountDesk desk) : PageModel
{
    public bool HasPassword { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? huidig, string? wachtwoord)
    {
        var account = await LoadAsync();
        var passwords = HttpContext.RequestServices.GetRequiredService<PasswordDesk>();
        if (HasPassword && !await passwords.IsOwnAsync(account.Id, huidig ?? string.Empty, HttpContext.RequestAborted))
        {
            ModelState.AddModelError("huidig", Tr($"Dit is niet uw huidige wachtwoord. Na vijf verkeerde pogingen werkt een account een kwartier niet."));
        }

        if (PasswordRules.Refusal(account, wachtwoord) is { } refusal)
        {
            ModelState.AddModelError("wachtwoord", refusal);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await passwords.HashAsync(account, wachtwoord!, HttpContext.RequestAborted) is not { } hash)
        {
            ModelState.AddModelError("wachtwoord", HashingGate.Busy);
            return Page();
        }

        await desk.ChangeAsync(async (db, row) =>
        {
            await AccountDesk.SetPasswordAsync(db, row, hash, (desk.User.Actor, desk.User.SessionId));
            return null;
        });
        this.Tell(Tr($"Uw nieuwe wachtwoord is opgeslagen."));
        return Redirect("/account");
    }

    private async Task<UserRow> LoadAsync()
    {
        var id = desk.User.Id;
        var account = await desk.ReadAsync(db => db.Users.SingleAsync(row => row.Id == id));
        HasPassword = account.PasswordHash is not null;
        return account;
    }
}
