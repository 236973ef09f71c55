using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Account;

/// <summary>Where the provider of the organisation sends people back to. An account is never found by its e-mail address: it was linked before, with an invitation or from the account itself.</summary>
public sealed class OrganisationModel(SignInManager<UserRow> signIn, OrganisationSettings settings, OrganisationDesk desk) : PageModel
{
    public string Refusal { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(string? terug, string? uitnodiging, bool koppelen)
    {
        // The one who links must be the one who began: the properties carry their id, and are sealed.
        var linking = koppelen && User.Identity?.IsAuthenticated == true ? signIn.UserManager.GetUserId(User) : null;
        if (!settings.IsOn || (koppelen && linking is null) || await signIn.GetExternalLoginInfoAsync(linking) is not { } info)
        {
            return Refuse(Tr($"Inloggen met uw organisatie is niet gelukt of afgebroken. Probeer het later opnieuw, of log in met uw wachtwoord."));
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (linking is not null)
        {
            return await LinkAsync(Guid.Parse(linking), info);
        }

        new SignInWay(SignInWays.Organisation, settings.HasSecondFactor(info.Principal)).TellTo(HttpContext);
        if (uitnodiging is not null && await desk.AcceptAsync(uitnodiging, info) is { } refusal)
        {
            return Refuse(refusal);
        }

        var result = await signIn.ExternalLoginSignInAsync(info.LoginProvider, OrganisationDesk.KeyOf(info), isPersistent: false, bypassTwoFactor: settings.HasSecondFactor(info.Principal));
        return result.Succeeded ? this.BackTo(terug)
            : result.RequiresTwoFactor ? RedirectToPage("/Account/Code", new { terug })
            : Refuse(Tr($"Dit account van uw organisatie is hier niet bekend, of mag niet inloggen. Bent u uitgenodigd? Gebruik dan de link in de uitnodiging. Hebt u al een account? Log in met uw wachtwoord en koppel daarna bij ‘Uw account’."));
    }

    private async Task<IActionResult> LinkAsync(Guid userId, ExternalLoginInfo info)
    {
        if (await desk.LinkAsync(userId, info) is { } refusal)
        {
            return Refuse(refusal);
        }

        this.Tell(Tr($"Uw account is gekoppeld aan {settings.Name}."));
        return Redirect("/account");
    }

    private PageResult Refuse(string refusal)
    {
        Refusal = refusal;
        return Page();
    }
}
