using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>What the pages about one risk have in common.</summary>
public abstract class OneRiskPage(CaseAccess access, ContentShelf shelf) : RiskPage(access, shelf)
{
    public RegisteredRisk Risk { get; private set; } = null!;

    /// <summary>Whether its task is still examined.</summary>
    public bool IsExamined => View.Case.Tasks.Any(task => task.Key == Risk.Row.TaskKey);

    public string Address => RiskLinks.Risk(View.Id, Risk.Row.Id);

    protected async Task<bool> LoadAsync(Guid id, Guid riskId)
    {
        if (!await LoadAsync(id) || All.FirstOrDefault(risk => risk.Row.Id == riskId) is not { } found)
        {
            return false;
        }

        Risk = found;
        return true;
    }

    /// <summary>Changes this risk in one transaction, with the risk as it stands then.</summary>
    protected Task<string?> ChangeAsync((Predicate<CaseView> May, string Otherwise) may, Func<AuditContext, CaseView, RegisteredRisk, Task<string?>> change)
    {
        var riskId = Risk.Row.Id;
        return ChangeAsync(may, async (db, view) => await FindAsync(db, view, riskId) is { } risk ? await change(db, view, risk) : Tr($"Dit risico is er niet meer."));
    }

    /// <summary>Goes to the page of the risk, with what was done.</summary>
    protected RedirectResult Done(string message)
    {
        this.Tell(message);
        return Redirect(Address);
    }

    /// <summary>Shows the page again with what stands there by now and why it was refused.</summary>
    protected async Task<IActionResult> RefuseAsync(string refusal, string field = "")
    {
        await LoadAsync(View.Id, Risk.Row.Id);
        ModelState.AddModelError(field, refusal);
        return Page();
    }
}
