using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>The public tasks that are examined, and why these.</summary>
[ShowsNoAnswers]
public sealed class TasksModel(CaseAccess access, StepDesk desk) : PageModel
{
    private static string Changed => Tr($"Een collega heeft de lijst intussen gewijzigd. Vergelijk de twee lijsten en sla opnieuw op.");

    public CaseView View { get; private set; } = null!;

    public TasksForm Form { get; private set; } = null!;

    /// <summary>The list as a colleague left it; null when there is no conflict.</summary>
    public IReadOnlyList<PublicTaskRow>? Theirs { get; private set; }

    public bool MayEdit => MyStep(View) is not null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Form = TasksForm.Of(View.Case.Tasks);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, TasksForm form)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Form = form;
        if (form.Actie == "rij")
        {
            form.AddRow();
            return Show();
        }

        form.Check(ModelState);
        return ModelState.IsValid && await SaveAsync() is { } elsewhere ? elsewhere : Show();
    }

    private static OpenStep? MyStep(CaseView view) =>
        view.MySteps.FirstOrDefault(step => step.Activity == ActivityNames.SelectTasks);

    private PageResult Show()
    {
        // The fields show the form, not what the binder remembers: rows may have been added.
        foreach (var key in ModelState.Keys.Where(key => !ModelState.IsWrong(key)).ToList())
        {
            ModelState.Remove(key);
        }

        return Page();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        View = (await access.FindAsync(id))!;
        return View is not null;
    }

    private async Task<IActionResult?> SaveAsync()
    {
        if (Form.Actie == "vaststellen")
        {
            return await FinishAsync();
        }

        var refusal = await access.WriteAsync(View.Id, async (db, view) =>
            MyStep(view) is null ? Tr($"De taken zijn al vastgesteld. Uw wijziging is niet opgeslagen.") : await SetAsync(db, view) ?? string.Empty);
        if (string.IsNullOrEmpty(refusal))
        {
            this.Tell(Tr($"De taken zijn opgeslagen."));
            return Redirect($"{StepLinks.Hub(View.Id)}/taken");
        }

        await RefuseAsync(refusal);
        return null;
    }

    private async Task<IActionResult?> FinishAsync()
    {
        var stepId = MyStep(View)?.StepId ?? await ClosedStepAsync();
        var result = await desk.SubmitAsync(new StepForm(View.Id, stepId, Outcomes.Done, Form.Inzending), SetAsync);
        if (result.Status == SubmitStatus.Refused)
        {
            await RefuseAsync(result.Reason!);
            return null;
        }

        this.Tell(result.Status == SubmitStatus.AlreadyDone ? Tr($"De taken waren al vastgesteld.") : Tr($"De taken zijn vastgesteld."));
        return Redirect(StepLinks.Hub(View.Id));
    }

    private async Task<string?> SetAsync(AuditContext db, CaseView view)
    {
        if (TasksForm.MarkOf(view.Case.Tasks) != Form.Gezien)
        {
            return Changed;
        }

        Form.TrustKeys(view.Case.Tasks);
        return await TaskChoice.SetAsync(db, view.Id, Form.ToChosen(), access.User.Actor);
    }

    private async Task RefuseAsync(string reason)
    {
        ModelState.AddModelError(reason == Changed || View.Case.Tasks.Count == 0 ? TasksForm.Field(0, nameof(TaskInput.Name)) : string.Empty, reason);
        if (reason == Changed && await LoadAsync(View.Id))
        {
            Theirs = View.Case.Tasks;
            Form.Gezien = TasksForm.MarkOf(View.Case.Tasks);
        }
    }

    private Task<Guid> ClosedStepAsync() => access.ReadAsync(db => (
        from step in OpenToMembers.Steps(db, View.Id)
        where step.Activity == ActivityNames.SelectTasks
        orderby step.OpenedUtc descending
        select step.Id).FirstOrDefaultAsync());
}
