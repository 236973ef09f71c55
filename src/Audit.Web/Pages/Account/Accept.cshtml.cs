using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Web.StartUp;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>Takes an account into use with the link of an invitation, which then works no more.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class AcceptModel(AccountDatabase database, SignInManager<UserRow> signIn, OrganisationSettings organisation, TimeProvider time) : PageModel
{
    public UserRow? Account { get; private set; }

    public string BodyName { get; private set; } = string.Empty;

    public string? OrganisationName => organisation.IsOn ? organisation.Name : null;

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

        if (await UseAsync(secret, hash) is not { } user)
        {
            Account = null;
            return Page();
        }

        await signIn.SignInAsync(user, isPersistent: false);
        this.Tell(Tr($"Uw account is klaar. Maak het veiliger met een app voor codes of een passkey."));
        return Redirect("/account");
    }

    /// <summary>Leads to the sign-in of the organisation; the link is used when that comes back.</summary>
    public async Task<IActionResult> OnPostOrganisationAsync(string secret)
    {
        await LoadAsync(secret);
        if (Account is null || !organisation.IsOn)
        {
            return Page();
        }

        var properties = signIn.ConfigureExternalAuthenticationProperties(OrganisationSettings.Scheme, Url.Page("/Account/Organisation", new { uitnodiging = secret }));
        if (await OrganisationDesk.TryLeadAsync(HttpContext, properties))
        {
            return new EmptyResult();
        }

        ModelState.AddModelError("wachtwoord", OrganisationDesk.Unreachable);
        return Page();
    }

    private async Task LoadAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        (Account, BodyName) = await database.ReadAsync(async db =>
        {
            var user = await UserOfAsync(db, secret);
            var body = user is null ? null : await db.Bodies.SingleAsync(row => row.Id == user.BodyId);
            return (user, body?.Name ?? string.Empty);
        });
    }

    private async Task<UserRow?> UserOfAsync(AuditContext db, string secret) =>
        await AccountLinks.FindAsync(db, AccountLinkKinds.Invitation, secret, NowUtc) is { } link
        && await db.Users.AsTracking().SingleAsync(row => row.Id == link.UserId) is var user && !AccountChanges.IsLocked(user) ? user : null;

    private Task<UserRow?> UseAsync(string secret, string hash) => database.WriteAsync(async db =>
    {
        if (await UserOfAsync(db, secret) is not { } user)
        {
            return null;
        }

        await AccountDesk.SetPasswordAsync(db, user, hash, (new(user.Id, user.DisplayName, NowUtc), null));
        AccountTrail.Add(db, user, new(user.Id, user.DisplayName, NowUtc), AccountTrail.Accepted);
        user.EmailConfirmed = true;
        return user;
    });
}
