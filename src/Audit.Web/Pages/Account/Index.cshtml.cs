using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>The own account: who one is here, and how one signs in.</summary>
public sealed class IndexModel(AccountDesk desk, SignInManager<UserRow> signIn, OrganisationSettings organisation) : PageModel
{
    public new CurrentUser User => desk.User;

    public UserRow Account { get; private set; } = null!;

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public bool HasPassword => Account.PasswordHash is not null;

    public int RecoveryCodes { get; private set; }

    public int Passkeys { get; private set; }

    public int Sessions { get; private set; }

    public bool IsLinked { get; private set; }

    public string? OrganisationName => organisation.IsOn ? organisation.Name : null;

    public async Task OnGetAsync() => await LoadAsync();

    /// <summary>Leads to the provider, from where the account is linked.</summary>
    public async Task<IActionResult> OnPostLinkAsync()
    {
        await LoadAsync();
        if (!organisation.IsOn || IsLinked)
        {
            return NotFound();
        }

        if (User.NowUtc - User.SignedInUtc > FreshSessionAttribute.Longest)
        {
            return Redirect("/inloggen?opnieuw=true&terug=/account");
        }

        var back = Url.Page("/Account/Organisation", new { koppelen = true });
        if (await OrganisationDesk.TryLeadAsync(HttpContext, signIn.ConfigureExternalAuthenticationProperties(OrganisationSettings.Scheme, back, User.Id.ToString())))
        {
            return new EmptyResult();
        }

        ModelState.AddModelError(string.Empty, OrganisationDesk.Unreachable);
        return Page();
    }

    public async Task<IActionResult> OnPostUnlinkAsync()
    {
        await LoadAsync();
        if (!HasPassword && Passkeys == 0)
        {
            ModelState.AddModelError(string.Empty, Tr($"Stel eerst een wachtwoord of een passkey in. Anders kunt u niet meer inloggen."));
            return Page();
        }

        await desk.ChangeAsync(async (db, row) =>
        {
            db.RemoveRange(await db.UserLogins.AsTracking().Where(login => login.UserId == row.Id).ToListAsync());
            AccountTrail.Add(db, row, User.Actor, AccountTrail.OrganisationUnlinked);
            return null;
        });
        this.Tell(Tr($"De koppeling is verwijderd."));
        return RedirectToPage();
    }

    private async Task LoadAsync()
    {
        var id = User.Id;
        Account = (await signIn.UserManager.FindByIdAsync(id.ToString()))!;
        RecoveryCodes = await signIn.UserManager.CountRecoveryCodesAsync(Account);
        (Roles, Passkeys, Sessions, IsLinked) = await desk.ReadAsync(async db => (
            await db.BodyRoles.Where(row => row.UserId == id).Select(row => row.Role).ToListAsync(),
            await db.Set<IdentityUserPasskey<Guid>>().CountAsync(row => row.UserId == id),
            await SessionsModel.Alive(db, id).CountAsync(),
            await db.UserLogins.AnyAsync(row => row.UserId == id)));
    }
}
