using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Actions;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Actions;

/// <summary>What the pages have in common on which a manager or coach changes which actions are in the plan.</summary>
public abstract class PlanPage(CaseAccess access, ContentStore contents) : PageModel
{
    private static string NotYours => Tr($"Alleen de manager of de begeleider van deze doorlichting kan het actieplan wijzigen.");

    public CaseReport Report { get; private set; } = null!;

    public string PlanAddress => $"{StepLinks.Hub(Report.Case.Row.Id)}/actieplan";

    protected CaseAccess Access => access;

    /// <summary>Reads a case with a plan that this person may change; false otherwise, which a page answers with 404.</summary>
    protected async Task<bool> LoadAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { Report.Plan: not null } reading || !StatusChange.MayChange(reading.View.MyRoles))
        {
            return false;
        }

        Report = reading.Report;
        return true;
    }

    /// <summary>Changes the plan in one transaction, if the person may.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was made.</returns>
    protected Task<string?> ChangeAsync(Guid id, Func<AuditContext, PlanEdits, Task<string?>> change) =>
        access.ChangeAsync(id, (db, view) => StatusChange.MayChange(view.MyRoles) ? change(db, new(view.Case, access.User.Actor)) : Task.FromResult<string?>(NotYours));

    protected IActionResult BackTo(Guid actionId) => Redirect($"{PlanAddress}#{MeasureView.AnchorOf(actionId)}");
}
