using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Actions;

/// <summary>The action plan of a case; managers and coaches keep the status of its measures.</summary>
[ShowsAnswers]
public sealed class PlanModel(CaseAccess access, ContentStore contents) : PageModel
{
    private const string SavedKey = "SavedMeasure";

    public CaseReport Report { get; private set; } = null!;

    public IReadOnlyList<TaskPlanView> Tasks { get; private set; } = [];

    public bool MayChange { get; private set; }

    public DateOnly Today => DutchText.Day(access.User.NowUtc);

    /// <summary>Anchor of the measure whose status was just saved; empty when none was.</summary>
    public string Saved { get; private set; } = string.Empty;

    /// <summary>What was sent and refused; null when nothing was.</summary>
    public StatusInput? Sent { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Saved = TempData[SavedKey] as string ?? string.Empty;
        return await LoadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, StatusInput input)
    {
        if (input.Read() is not { } change)
        {
            return await ShowAgainAsync(id, input, "Kies een status uit de lijst.");
        }

        var refusal = await access.WriteAsync<string>(id, async (db, view) => await change.WriteAsync(db, view, access.User));
        if (refusal is null)
        {
            return NotFound();
        }

        if (refusal.Length > 0)
        {
            return await ShowAgainAsync(id, input, refusal);
        }

        var anchor = MeasureView.AnchorOf(change.RowId);
        TempData[SavedKey] = anchor;
        return Redirect($"{StepLinks.Hub(id)}/actieplan#{anchor}");
    }

    private async Task<IActionResult> ShowAgainAsync(Guid id, StatusInput input, string reason)
    {
        Sent = input;
        ModelState.AddModelError(Guid.TryParse(input.MeasureId, out var row) ? $"status-{row:N}" : string.Empty, reason);
        return await LoadAsync(id) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading)
        {
            return false;
        }

        Report = reading.Report;
        MayChange = StatusChange.MayChange(reading.View.MyRoles);
        Tasks = PlanView.Of(Report, access.User.NowUtc);
        return true;
    }
}
