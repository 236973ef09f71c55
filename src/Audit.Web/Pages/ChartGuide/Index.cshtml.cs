using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.ChartGuide;

/// <summary>Every chart in all its states, with the words how to read it.</summary>
public sealed class IndexModel : PageModel
{
    public void OnGet()
    {
    }
}
