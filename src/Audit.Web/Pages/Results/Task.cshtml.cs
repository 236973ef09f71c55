using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Results;

/// <summary>An earlier score of a task, as it was calculated then.</summary>
public sealed record EarlierScore(int Sequence, DateTime CalculatedUtc, Interval? Residual, ClassRange Class, DateOnly ReferenceDate);

/// <summary>Why a task has the score that it has.</summary>
[ShowsAnswers]
public sealed class TaskModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReport Report => Task.Report;

    public TaskView Task { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<EarlierScore> Earlier { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading || TaskView.Find(reading.Report, taskKey) is not { } task)
        {
            return NotFound();
        }

        Task = task;
        Earlier = await access.ReadAsync(db => HistoryAsync(db, id, taskKey));
        return Page();
    }

    private static async Task<IReadOnlyList<EarlierScore>> HistoryAsync(AuditContext db, Guid id, string taskKey)
    {
        var rows = await db.Scores.Where(row => row.AssessmentId == id && row.TaskKey == taskKey)
            .OrderByDescending(row => row.Sequence)
            .Select(row => new { row.Sequence, row.CalculatedUtc, row.ResidualLow, row.ResidualHigh, row.ClassLow, row.ClassHigh, row.ReferenceDate })
            .ToListAsync();
        return
        [
            .. rows.Select(row => new EarlierScore(
                row.Sequence,
                row.CalculatedUtc,
                row.ResidualLow is { } low && row.ResidualHigh is { } high ? new Interval(low, high) : null,
                new ClassRange((RiskClass?)row.ClassLow, (RiskClass?)row.ClassHigh),
                row.ReferenceDate)),
        ];
    }
}
