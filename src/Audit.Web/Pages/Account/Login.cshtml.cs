using Audit.Data.Database;
using Audit.Web.Forms;
using Audit.Web.StartUp;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Audit.Web.Pages.Account;

/// <summary>Signs in with address and password. What is wrong is not told apart, so that addresses cannot be guessed.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class LoginModel(SignInManager<UserRow> signIn) : PageModel
{
    public string Email { get; private set; } = string.Empty;

    public string? ReturnUrl { get; private set; }

    public void OnGet(string? terug) => ReturnUrl = terug;

    public async Task<IActionResult> OnPostAsync(string? email, string? wachtwoord, string? terug)
    {
        Email = email?.Trim() ?? string.Empty;
        ReturnUrl = terug;
        RequireBoth(wachtwoord);
        if (ModelState.IsValid && await RefusalAsync(wachtwoord!) is { } refusal)
        {
            ModelState.AddModelError("email", refusal);
        }

        return ModelState.IsValid ? this.BackTo(terug) : Page();
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

    private async Task<string?> RefusalAsync(string password)
    {
        var result = await signIn.PasswordSignInAsync(Email, password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? null
            : result.IsLockedOut ? Tr($"Er is te vaak een verkeerd wachtwoord gebruikt. Probeer het over een kwartier opnieuw.")
            : Tr($"Het e-mailadres of het wachtwoord klopt niet.");
    }
}
