using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Actions;
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

    /// <summary>What the plan was asked to reach; null while there is no plan.</summary>
    public PlanAim? Aim => Report.Plan is { } plan ? PlanAims.Of(plan) : null;

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
            return await ShowAgainAsync(id, input, Tr($"Kies een status uit de lijst."));
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

    /// <summary>Moves an action one place up or down.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actie">The action.</param>
    /// <param name="plek">Its place when the page was shown: a form that is sent twice moves it once.</param>
    /// <param name="richting">"omhoog" or "omlaag".</param>
    public Task<IActionResult> OnPostPlaatsAsync(Guid id, Guid actie, int plek, string? richting) => EditAsync(id, actie, async (db, edits, row) =>
    {
        if (row.Position == plek)
        {
            await edits.MoveAsync(db, row, up: richting == "omhoog");
        }

        return null;
    });

    /// <summary>Puts a dropped action back.</summary>
    /// <param name="id">The case.</param>
    /// <param name="actie">The action.</param>
    /// <param name="versie">Version that the person was looking at.</param>
    public Task<IActionResult> OnPostTerugAsync(Guid id, Guid actie, Guid versie) =>
        EditAsync(id, actie, (db, edits, row) => Task.FromResult(edits.PutBack(db, row, versie)));

    private async Task<IActionResult> EditAsync(Guid id, Guid actionId, Func<AuditContext, PlanEdits, PlannedMeasureRow, Task<string?>> change)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var refusal = await access.ChangeAsync(id, async (db, view) =>
        {
            var edits = new PlanEdits(view.Case, access.User.Actor);
            return !StatusChange.MayChange(view.MyRoles) ? Tr($"Alleen de manager of de begeleider van deze doorlichting kan het actieplan wijzigen.")
                : await edits.FindAsync(db, actionId) is { } row ? await change(db, edits, row)
                : PlanEdits.Replaced;
        });
        if (refusal is not null)
        {
            await LoadAsync(id);
            ModelState.Clear();
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        return Redirect($"{StepLinks.Hub(id)}/actieplan#{MeasureView.AnchorOf(actionId)}");
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
