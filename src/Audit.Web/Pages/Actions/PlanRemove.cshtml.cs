using Audit.Core.Actions;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Workflows.Actions;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Actions;

/// <summary>Takes an action out of the plan, with the reason; it stays on the list as dropped.</summary>
[ShowsAnswers]
public sealed class PlanRemoveModel(CaseAccess access, ContentStore contents) : PlanPage(access, contents)
{
    public const string ReasonField = "reden";

    private const int Longest = 4000;

    public MeasureView Measure { get; private set; } = null!;

    public TaskPlanView Task { get; private set; } = null!;

    public string? Reason { get; private set; }

    /// <summary>What the task is expected to come to without it; null when it has no computed effect.</summary>
    public PlanForecast? Without { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid itemId) => await LoadAsync(id, itemId) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid itemId, string? reden, Guid versie)
    {
        if (!await LoadAsync(id, itemId))
        {
            return NotFound();
        }

        Reason = reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        var refusal = Reason.Length == 0 ? Tr($"Schrijf op waarom deze actie uit het plan kan.")
            : Reason.Length > Longest ? Tr($"Maak deze tekst korter: hooguit {Longest} tekens.")
            : null;
        if (refusal is not null)
        {
            ModelState.AddModelError(ReasonField, refusal);
            return Page();
        }

        refusal = await ChangeAsync(id, async (db, edits) =>
            await edits.FindAsync(db, itemId) is { } row ? edits.Drop(db, row, versie, Reason) : PlanEdits.Replaced);
        if (refusal is not null && await LoadAsync(id, itemId))
        {
            ModelState.Clear();
            ModelState.AddModelError(string.Empty, refusal);
            return Page();
        }

        this.Tell(refusal ?? Tr($"De actie is vervallen. U kunt die in het plan terugzetten."));
        return BackTo(itemId);
    }

    private async Task<bool> LoadAsync(Guid id, Guid itemId)
    {
        if (!await LoadAsync(id))
        {
            return false;
        }

        var found = PlanView.Of(Report, Access.User.NowUtc)
            .SelectMany(task => task.Measures.Select(measure => (Task: task, Measure: measure)))
            .FirstOrDefault(pair => pair.Measure.Row.Id == itemId);
        if (found.Measure is null)
        {
            return false;
        }

        (Task, Measure) = found;
        Without = Measure.Effect is null ? null : PlanForecast.Of(
            Report.Run.BasisOf(Task.Task), [.. PlanView.CountedOf(Report, Task.Task.Id).Where(measure => measure.Id != Measure.Action.MeasureId)]);
        return true;
    }
}
