using Audit.Core.Actions;
using Audit.Core.Scoring;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Results;
using Audit.Workflows.Actions.Effects;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Progress;

/// <summary>How far the plan of a case has come: per task the class as adopted, as measured and as promised.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReport Report { get; private set; } = null!;

    public IReadOnlyList<TaskProgress> Tasks { get; private set; } = [];

    public IReadOnlyList<double> Thresholds => ((ComputedProfile)Report.Case.Profile.Value).Thresholds;

    /// <summary>Number of actions per status, over all tasks.</summary>
    public IReadOnlyList<(ActionStatus Status, int Count)> Statuses =>
        [.. Enum.GetValues<ActionStatus>().Select(status => (status, Tasks.Sum(task => task.Effects.Actions.Count(action => action.Status == status))))];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading)
        {
            return NotFound();
        }

        Report = reading.Report;
        var effects = await access.ReadAsync(db => CaseEffects.LoadAsync(db, reading.View.Case, access.User.NowUtc));
        Tasks = Report.Plan is null ? [] : [.. effects.Tasks.Select(task => new TaskProgress(task))];
        return Page();
    }
}
