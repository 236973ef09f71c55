using Audit.Core.Scoring;
using Audit.Data.Database.Chain;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Results;

/// <summary>The scores of a case: all tasks together first, then one section per task.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReport Report { get; private set; } = null!;

    public IReadOnlyList<TaskView> Tasks { get; private set; } = [];

    /// <summary>The round before; null when there is none that the reader may see.</summary>
    public EarlierRound? Earlier { get; private set; }

    /// <summary>The end of the trail at this moment, so that a printed copy proves what was there.</summary>
    public AnchoredChain? Anchor { get; private set; }

    public RiskMatrix Matrix => Report.Profile.Matrix;

    /// <summary>The tasks as they stand on the map.</summary>
    public IReadOnlyList<HeatMapTask> OnMap =>
    [
        .. Tasks.Select((task, index) => new HeatMapTask(index + 1, task.Task.Name, task.Score.Likelihood, task.Score.Severity)
        {
            Class = task.Score.Class,
            Href = $"#{task.Key}",
        }),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading)
        {
            return NotFound();
        }

        Report = reading.Report;
        Tasks = TaskView.AllOf(Report);
        Earlier = await access.ReadAsync(db => EarlierRound.FindAsync(db, contents, Report.Case, access.User.Actor));
        Anchor = await access.ReadAsync(db => TrailAnchor.OfBodyAsync(db, Report.Case.Row.BodyId, access.User.NowUtc));
        return Page();
    }
}
