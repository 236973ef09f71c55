using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Forms;

/// <summary>Leads back to where somebody came from, on this site and nowhere else.</summary>
internal static class ReturnAddress
{
    /// <summary>To the address when it is one of this site, else to the start page.</summary>
    public static IActionResult BackTo(this PageModel page, string? address) => page.Url.IsLocalUrl(address)
        ? new LocalRedirectResult(new Uri(address, UriKind.Relative).GetComponents(UriComponents.SerializationInfoString, UriFormat.UriEscaped))
        : new RedirectResult("/");
}
