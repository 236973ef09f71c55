using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Results;

/// <summary>The scores of a case, one section per public task.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReport Report { get; private set; } = null!;

    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading)
        {
            return NotFound();
        }

        Report = reading.Report;
        Tasks = TaskView.AllOf(Report);
        return Page();
    }
}
