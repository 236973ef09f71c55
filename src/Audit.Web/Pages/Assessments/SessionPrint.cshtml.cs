using Audit.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Assessments;

/// <summary>The script of a session with what was recorded, to print and take along.</summary>
public sealed class SessionPrintModel(CaseAccess access) : SessionPage(access)
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid stepId) => await LoadAsync(id, stepId) && Script is not null ? Page() : NotFound();
}
