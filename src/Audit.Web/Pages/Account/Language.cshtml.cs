using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.StartUp;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>Chooses the language of pages, and of e-mails to who is signed in.</summary>
public sealed class LanguageModel(CurrentUser user, AuditDatabase database) : PageModel
{
    public string? ReturnUrl { get; private set; }

    public void OnGet(string? terug) => ReturnUrl = terug;

    public async Task<IActionResult> OnPostAsync(string? taal, string? terug)
    {
        var code = taal == "en" ? "en" : "nl";
        var culture = code == "en" ? Data.Languages.Language.English : Data.Languages.Language.Dutch;
        Response.Cookies.Append(LanguageChoice.CookieOf(Request), CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
        if (user.IsSignedIn)
        {
            var id = user.Id;
            await database.WriteAsync(async db => (await db.Users.AsTracking().SingleAsync(row => row.Id == id)).Language = code);
        }

        return this.BackTo(terug);
    }
}
