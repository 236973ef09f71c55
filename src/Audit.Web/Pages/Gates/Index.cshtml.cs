using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Results;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Gates;

/// <summary>Every gate of every task with its state, sources and what a jurist decided about it.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReading Reading { get; private set; } = null!;

    public IReadOnlyList<TaskView> Tasks => TaskView.AllOf(Reading.Report);

    public bool MayLift => ReviewRights.MayLift(Reading.View.Case.Row, Reading.View.MyRoles);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading)
        {
            return NotFound();
        }

        Reading = reading;
        return Page();
    }
}
