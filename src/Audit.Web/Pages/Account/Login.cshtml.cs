using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Web.StartUp;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>Signs in with address and password, a passkey or the account of an organisation. What is wrong is not told apart, so that addresses cannot be guessed.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class LoginModel(SignInManager<UserRow> signIn, IServiceProvider services, OrganisationSettings organisation) : PageModel
{
    public string Email { get; private set; } = string.Empty;

    public string? ReturnUrl { get; private set; }

    /// <summary>Whether somebody who is signed in must do so again.</summary>
    public bool IsAgain { get; private set; }

    /// <summary>Name of the organisation's sign-in; null when there is none.</summary>
    public string? OrganisationName => organisation.IsOn ? organisation.Name : null;

    /// <summary>Whether nobody has an account here yet.</summary>
    public bool IsEmpty { get; private set; }

    public async Task OnGetAsync(string? terug, bool opnieuw)
    {
        (ReturnUrl, IsAgain) = (terug, opnieuw);
        IsEmpty = !await services.GetRequiredService<AccountDatabase>().ReadAsync(db => db.Users.AnyAsync());
    }

    public async Task<IActionResult> OnPostAsync(string? email, string? wachtwoord, string? terug)
    {
        Email = email?.Trim() ?? string.Empty;
        ReturnUrl = terug;
        RequireBoth(wachtwoord);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await services.GetRequiredService<PasswordDesk>().TryAsync(Email, wachtwoord!, HttpContext.RequestAborted))
        {
            case PasswordAnswer.Right:
                return GoOn();
            case PasswordAnswer.AsksSecondFactor:
                return RedirectToPage("/Account/Code", new { terug });
            case PasswordAnswer.Busy:
                ModelState.AddModelError("email", HashingGate.Busy);
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Page();
            default:
                ModelState.AddModelError("email", Tr($"Het e-mailadres of het wachtwoord klopt niet. Na vijf verkeerde pogingen werkt een account een kwartier niet."));
                return Page();
        }
    }

    /// <summary>What the browser needs to ask for a passkey; of which account is not known yet.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? passkey, string? terug)
    {
        ReturnUrl = terug;
        new SignInWay(SignInWays.Passkey, HasSecondFactor: true).TellTo(HttpContext);
        if (await TryPasskeyAsync(passkey))
        {
            return GoOn();
        }

        ModelState.AddModelError("email", Tr($"Inloggen met een passkey is niet gelukt. Probeer het opnieuw, of log in met uw wachtwoord."));
        return Page();
    }

    /// <summary>Leads to the sign-in of the organisation.</summary>
    public async Task<IActionResult> OnPostOrganisationAsync(string? terug)
    {
        ReturnUrl = terug;
        if (!organisation.IsOn)
        {
            return NotFound();
        }

        var properties = signIn.ConfigureExternalAuthenticationProperties(OrganisationSettings.Scheme, Url.Page("/Account/Organisation", new { terug }));
        if (await OrganisationDesk.TryLeadAsync(HttpContext, properties))
        {
            return new EmptyResult();
        }

        ModelState.AddModelError("email", OrganisationDesk.Unreachable);
        return Page();
    }

    private async Task<bool> TryPasskeyAsync(string? passkey)
    {
        try
        {
            return !string.IsNullOrEmpty(passkey) && (await signIn.PasskeySignInAsync(passkey)).Succeeded;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.Text.Json.JsonException)
        {
            // The browser forgot which question this answers, or what it sent is no answer.
            return false;
        }
    }

    private void RequireBoth(string? password)
    {
        if (Email.Length == 0)
        {
            ModelState.AddModelError("email", Tr($"Vul uw e-mailadres in."));
        }

        if (string.IsNullOrEmpty(password))
        {
            ModelState.AddModelError("wachtwoord", Tr($"Vul uw wachtwoord in."));
        }
    }

    private IActionResult GoOn() => this.BackTo(ReturnUrl);
}
