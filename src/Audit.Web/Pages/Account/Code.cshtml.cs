using System.Security.Claims;
using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Web.StartUp;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Audit.Web.Pages.Account;

/// <summary>Asks the second factor after the password: a code of the app, or a recovery code.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class CodeModel(SignInManager<UserRow> signIn, AccountDatabase database, AccountManager accounts, TimeProvider time) : PageModel
{
    private const string Field = "code";

    public string? ReturnUrl { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? terug)
    {
        ReturnUrl = terug;
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/Login", new { terug }) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? terug)
    {
        ReturnUrl = terug;
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return RedirectToPage("/Account/Login", new { terug });
        }

        var given = new string([.. (code ?? string.Empty).Where(letter => !char.IsWhiteSpace(letter))]);
        if (given.Length == 0)
        {
            ModelState.AddModelError(Field, Tr($"Vul de code in."));
        }
        else if (!await IsRightAsync(user, given))
        {
            ModelState.AddModelError(Field, Tr($"Deze code klopt niet of is al gebruikt. Wacht op de volgende code en probeer het opnieuw. Na vijf verkeerde pogingen werkt een account een kwartier niet."));
        }

        return !ModelState.IsValid ? Page() : this.BackTo(terug);
    }

    private async Task<bool> IsRightAsync(UserRow user, string code)
    {
        new SignInWay(await FirstWayAsync(), HasSecondFactor: true).TellTo(HttpContext);
        return code.Length == OneTimeCodes.Length && code.All(char.IsAsciiDigit)
            ? await IsFreshAsync(user.Id, code) && (await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)).Succeeded
            : await TryRecoveryAsync(user, code);
    }

    /// <summary>What came before the code: Identity keeps the provider, when there was one.</summary>
    private async Task<string> FirstWayAsync() =>
        (await HttpContext.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal?.HasClaim(ClaimTypes.AuthenticationMethod, OrganisationSettings.Scheme) == true
            ? SignInWays.Organisation
            : SignInWays.Password;

    /// <summary>In a transaction of its own: of two requests with one code, one is first.</summary>
    private async Task<bool> IsFreshAsync(Guid userId, string code) =>
        await database.ChangeAsync(userId, async (db, row) => await OneTimeCodes.IsFreshAsync(accounts.Over(db), row, code) ? row : null) is not null;

    /// <summary>A wrong recovery code counts as a wrong password does.</summary>
    private async Task<bool> TryRecoveryAsync(UserRow user, string code)
    {
        if (await signIn.UserManager.IsLockedOutAsync(user))
        {
            return false;
        }

        var redeemed = await database.ChangeAsync(user.Id, async (db, row) =>
        {
            if (!(await accounts.Over(db).RedeemTwoFactorRecoveryCodeAsync(row, code)).Succeeded)
            {
                return null;
            }

            row.AccessFailedCount = 0;
            AccountTrail.Add(db, row, new(row.Id, row.DisplayName, time.GetUtcNow().UtcDateTime), AccountTrail.RecoveryCodeUsed);
            return row;
        });
        if (redeemed is null)
        {
            await signIn.UserManager.AccessFailedAsync(user);
            return false;
        }

        await HttpContext.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await signIn.SignInAsync(redeemed, isPersistent: false);
        return true;
    }
}
