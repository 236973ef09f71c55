using Audit.Data.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Account;

/// <summary>Ends the session.</summary>
public sealed class LogoutModel(SignInManager<UserRow> signIn) : PageModel
{
    /// <summary>Asks first: an address alone ends no session.</summary>
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return Redirect("/inloggen");
    }
}
