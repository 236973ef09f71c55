using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages;

/// <summary>The front door leads to the list of cases.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet() => Redirect("/doorlichtingen");
}
