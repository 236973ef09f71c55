using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Actions;

/// <summary>Adds a measure of the catalogue to the plan, with what each would bring beside it.</summary>
[ShowsAnswers]
public sealed class AddModel(CaseAccess access, ContentStore contents) : PlanPage(access, contents)
{
    public AddFilter Filter { get; private set; } = new();

    public AddView Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, AddFilter filter)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        Show(filter);
        return Page();
    }

    /// <summary>Adds one measure.</summary>
    /// <param name="id">The case.</param>
    /// <param name="filter">What was looked for, and the task.</param>
    /// <param name="maatregel">Id of the measure.</param>
    /// <param name="plek">Plan that was looked at, and the id of the action.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, AddFilter filter, string? maatregel, AddPlace plek)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        var added = plek.Inzending == Guid.Empty ? Guid.CreateVersion7() : plek.Inzending;
        var refusal = await ChangeAsync(id, (db, edits) => edits.AddMeasureAsync(db, (plek.Plan, added), (filter.Taak ?? string.Empty, maatregel ?? string.Empty)));
        if (refusal is null)
        {
            this.Tell(Tr($"De maatregel staat in het plan."));
            return BackTo(added);
        }

        await LoadAsync(id);
        Show(filter);
        ModelState.Clear();
        ModelState.AddModelError(string.Empty, refusal);
        return Page();
    }

    private void Show(AddFilter filter)
    {
        Filter = filter;
        Choices = AddView.Of(Report, filter);
        Filter.Taak = Choices.Task.Id;
    }
}
