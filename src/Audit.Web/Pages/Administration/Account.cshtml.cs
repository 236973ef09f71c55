using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Web.Pages.Account;
using Audit.Workflows.Accounts;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>One account of the body: roles, help with signing in, and closing it. Everything is in the trail.</summary>
public sealed class AccountModel(AdminAccess access, AccountLetters letters) : PageModel
{
    private const int MostCharacters = 4000;

    public AccountLine Line { get; private set; } = null!;

    public IReadOnlyList<SessionRow> Sessions { get; private set; } = [];

    public int Passkeys { get; private set; }

    /// <summary>The link to hand over, when no e-mail is sent.</summary>
    public string? Link { get; private set; }

    /// <summary>Whether the account is closed, by an administrator or after wrong passwords.</summary>
    public bool MayUnlock => Line.User.LockoutEnd > access.User.NowUtc;

    /// <summary>Why this administrator may change nothing here; null when they may.</summary>
    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid accountId) => await LoadAsync(accountId) ? Page() : NotFound();

    public Task<IActionResult> OnPostRolesAsync(Guid accountId, string[]? rollen) => ChangeAsync(
        accountId, "rollen", Tr($"De rollen zijn opgeslagen."), (db, row) => AccountChanges.SetRolesAsync(db, row, rollen ?? [], access.User.Actor));

    public Task<IActionResult> OnPostLockAsync(Guid accountId, string? reden)
    {
        var reason = reden?.Trim() ?? string.Empty;
        return ChangeAsync(accountId, "reden", Tr($"Het account is geblokkeerd."), async (db, row) =>
            reason.Length == 0 ? Tr($"Schrijf op waarom u dit account blokkeert.")
            : reason.Length > MostCharacters ? Tr($"Maak de reden korter: hooguit {MostCharacters} tekens.")
            : await AccountChanges.LockAsync(db, row, access.User.Actor, reason));
    }

    public Task<IActionResult> OnPostUnlockAsync(Guid accountId) => ChangeAsync(accountId, string.Empty, Tr($"De blokkade is opgeheven."), (db, row) =>
    {
        AccountChanges.Unlock(db, row, access.User.Actor);
        return Task.FromResult<string?>(null);
    });

    public Task<IActionResult> OnPostEndSessionsAsync(Guid accountId) => ChangeAsync(accountId, string.Empty, Tr($"Deze persoon is overal uitgelogd."), async (db, row) =>
    {
        await Workflows.Accounts.Sessions.EndAsync(db, row.Id, access.User.NowUtc);
        AccountTrail.Add(db, row, access.User.Actor, AccountTrail.SessionsEnded);
        return null;
    });

    public Task<IActionResult> OnPostResetAsync(Guid accountId) => ChangeAsync(
        accountId, string.Empty, Tr($"De tweede stap en de passkeys zijn gewist. Controleer dat u echt met deze persoon te maken hebt."), async (db, row) =>
        {
            await AccountChanges.ResetSecondFactorAsync(db, row, access.User.Actor);
            return null;
        });

    public async Task<IActionResult> OnPostLinkAsync(Guid accountId)
    {
        var kind = string.Empty;
        var secret = string.Empty;
        var result = await ChangeAsync(accountId, string.Empty, Tr($"De e-mail wordt verstuurd."), async (db, row) =>
        {
            if (AccountChanges.IsLocked(row))
            {
                return Tr($"Dit account is geblokkeerd. Hef eerst de blokkade op.");
            }

            (kind, secret) = await letters.RenewAsync(db, row, access.User.Actor);
            return null;
        });
        if (letters.AreSent || result is not RedirectResult)
        {
            return result;
        }

        TempData.Clear();
        Link = letters.AddressOf(Request, kind, secret);
        Response.Headers.CacheControl = "no-store";
        await LoadAsync(accountId);
        return Page();
    }

    private async Task<IActionResult> ChangeAsync(Guid accountId, string field, string done, Func<AuditContext, UserRow, Task<string?>> change)
    {
        var bodyId = access.User.BodyId;
        var refusal = await access.WriteAsync<string>(async db =>
            await db.Users.AsTracking().SingleOrDefaultAsync(row => row.Id == accountId && row.BodyId == bodyId) is not { } row ? null : await RefusalAsync(db, row) ?? await change(db, row) ?? string.Empty);
        if (refusal is null || !await LoadAsync(accountId))
        {
            return NotFound();
        }

        if (refusal.Length > 0)
        {
            ModelState.AddModelError(Refusal is null ? field : string.Empty, refusal);
            return Page();
        }

        this.Tell(done);
        return Redirect(AccountPages.Of(accountId));
    }

    /// <summary>Whoever has a hold on an account can sign in with it: that of who administers the installation is for others with that role.</summary>
    private async Task<string?> RefusalAsync(AuditContext db, UserRow user) =>
        await InstallationRights.IsAdminAsync(db, user.Id) && !await InstallationRights.IsAdminAsync(db, access.User.Id)
            ? Tr($"Dit account beheert de hele installatie. Alleen iemand met die rol kan het wijzigen.")
            : null;

    private Task<bool> LoadAsync(Guid accountId) => access.ReadAsync(async db =>
    {
        var bodyId = access.User.BodyId;
        if (await db.Users.SingleOrDefaultAsync(row => row.Id == accountId && row.BodyId == bodyId) is not { } user)
        {
            return false;
        }

        Refusal = await RefusalAsync(db, user);
        Line = new(user, await db.BodyRoles.Where(row => row.UserId == accountId).Select(row => row.Role).ToListAsync());
        Sessions = await SessionsModel.Alive(db, accountId).ToListAsync();
        Passkeys = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(row => row.UserId == accountId);
        return true;
    });
}
