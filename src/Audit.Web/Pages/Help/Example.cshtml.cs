using Audit.Web.Help;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Help;

/// <summary>A worked example from public sources to look around in: nothing of it is in the database, and nothing can be changed.</summary>
public sealed class ExampleModel(ExampleShelf shelf) : PageModel
{
    public WorkedExample Example { get; private set; } = null!;

    public IActionResult OnGet()
    {
        Example = shelf.Example!;
        return Example is null ? NotFound() : Page();
    }
}
