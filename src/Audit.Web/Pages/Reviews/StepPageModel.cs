using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Reviews;

/// <summary>A page on which somebody looks at results and finishes an open step with a choice and an explanation.</summary>
[ShowsAnswers]
public abstract class StepPageModel(CaseAccess access, ContentStore contents, StepDesk desk) : PageModel
{
    public CaseReading Reading { get; private set; } = null!;

    public CaseReport Report => Reading.Report;

    public OpenStep Step { get; private set; } = null!;

    public DecisionForm Form { get; private set; } = null!;

    /// <summary>Whether this member may finish the step; other members of the case only read.</summary>
    public bool MayDecide => Reading.View.MayAct(Step);

    protected CaseAccess Access => access;

    /// <summary>Type of the activity that this page is for.</summary>
    protected abstract string Activity { get; }

    protected abstract DecisionForm NewForm();

    public async Task<IActionResult> OnGetAsync(Guid id, Guid stepId) => await LoadAsync(id, stepId) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid stepId, DecisionInput input)
    {
        if (await LoadAsync(id, stepId) is { } elsewhere)
        {
            return elsewhere;
        }

        Form = Form with { Input = input };
        if (input.Check(Form.Options, ModelState) is not { } chosen || !CheckMore(chosen, input))
        {
            return Page();
        }

        var form = new StepForm(id, stepId, chosen.Outcome, input.SubmissionId);
        var result = await desk.SubmitAsync(form, (db, view) => WriteAsync(db, new(view, view.Find(stepId)!, access.User.Actor, chosen.Outcome, input.Text)));
        if (result.Status is SubmitStatus.Refused)
        {
            await RefreshAsync(id, stepId, input);
        }

        return Answer(id, result, chosen);
    }

    /// <summary>Looks at what else this page sends; false when it is not in order, with the reason at its field.</summary>
    protected virtual bool CheckMore(DecisionOption chosen, DecisionInput input) => true;

    /// <summary>Writes what belongs to the choice, in the transaction that finishes the step; a text refuses it.</summary>
    protected abstract Task<string?> WriteAsync(AuditContext db, MadeDecision decision);

    /// <summary>Reads what else the page shows; false when the page does not exist after all.</summary>
    protected abstract Task<bool> LoadMoreAsync(AuditContext db);

    /// <summary>Shows what there is now beside what was refused.</summary>
    private async Task RefreshAsync(Guid id, Guid stepId, DecisionInput input)
    {
        await LoadAsync(id, stepId);
        Form = Form with { Input = input };
    }

    private async Task<IActionResult?> LoadAsync(Guid id, Guid stepId)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading)
        {
            return NotFound();
        }

        if (reading.View.Find(stepId) is not { } step)
        {
            return await access.ReadAsync(db => WasThereAsync(db, id, stepId)) ? ToHub(id, Tr($"Deze stap is al afgerond.")) : NotFound();
        }

        (Reading, Step) = (reading, step);
        var found = step.Activity == Activity && await access.ReadAsync(LoadMoreAsync);
        Form = NewForm();
        return found ? null : NotFound();
    }

    private IActionResult Answer(Guid id, SubmitResult result, DecisionOption chosen)
    {
        switch (result.Status)
        {
            case SubmitStatus.Refused:
                ModelState.AddModelError(string.Empty, result.Reason!);
                return Page();
            case SubmitStatus.AwaitsSecond:
                return ToHub(id, Tr($"Uw besluit is vastgelegd. Een tweede persoon moet ook nog akkoord geven."));
            case SubmitStatus.AlreadyDone:
                return ToHub(id, Tr($"Deze stap was al afgerond."));
            default:
                return ToHub(id, chosen.Done);
        }
    }

    private RedirectResult ToHub(Guid id, string message)
    {
        this.Tell(message);
        return Redirect(StepLinks.Hub(id));
    }

    private static Task<bool> WasThereAsync(AuditContext db, Guid id, Guid stepId) => (
        from step in OpenToMembers.Steps(db, id)
        where step.Id == stepId
        select step.Id).AnyAsync();
}
