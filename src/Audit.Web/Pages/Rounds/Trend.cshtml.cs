using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Rounds;

/// <summary>The tasks of a case over the rounds that led to it.</summary>
[ShowsAnswers]
public sealed class TrendModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReport Report { get; private set; } = null!;

    /// <summary>The rounds that this member may see, oldest first.</summary>
    public IReadOnlyList<Case> Rounds { get; private set; } = [];

    /// <summary>Names of the rounds that this member may not see.</summary>
    public IReadOnlyList<string> Hidden { get; private set; } = [];

    public IReadOnlyList<TaskTrend> Tasks { get; private set; } = [];

    public IReadOnlyList<double> Thresholds => ((ComputedProfile)Report.Case.Profile.Value).Thresholds;

    /// <summary>This round beside the one before; null when that is none of the reader's business, or when there is none.</summary>
    public RoundComparison? Comparison { get; private set; }

    /// <summary>Measured answers that do not count in this round, because the register still says otherwise.</summary>
    public IReadOnlyList<string> HeldByRegister(TaskTrend trend) => Comparison is { } comparison && Report.Case.Tasks.Any(task => task.Key == trend.TaskKey)
        ? comparison.HeldByRegister(trend.TaskKey, Report.Run.On)
        : [];

    /// <summary>The round itself, or what was measured after it, with its day.</summary>
    public static string NameOf(TrendPoint point) =>
        point.IsMeasured ? Tr($"Gemeten tot en met {Dates.Day(point.AtUtc)}")
        : point.Round.Row.AdoptedUtc is null ? Tr($"Begonnen op {Dates.Day(point.AtUtc)}, nog niet vastgesteld")
        : Tr($"Vastgesteld op {Dates.Day(point.AtUtc)}");

    /// <summary>Rows of the chart: what can be compared as it is, and older rounds calculated again.</summary>
    public static IReadOnlyList<RangeRow> RowsOf(TaskTrend trend) =>
    [
        .. trend.Points.Select(point => (point, score: point.Rescored ?? point.Score)).Select(pair => new RangeRow(
            $"{NameOf(pair.point)}{(pair.point.IsComparable ? string.Empty : Tr($" (herberekend)"))}", pair.score.Residual, DutchText.Classes(pair.score.Class))),
    ];

    /// <summary>Whether a round that this member sees lacks the task.</summary>
    public IReadOnlyList<string> WithoutTask(TaskTrend trend) =>
        [.. Rounds.Where(round => trend.Points.All(point => point.Round.Row.Id != round.Row.Id)).Select(round => round.Row.Name)];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { } reading)
        {
            return NotFound();
        }

        Report = reading.Report;
        await access.ReadAsync(async db =>
        {
            await ReadAsync(db, reading.View);
            return true;
        });
        return Page();
    }

    private async Task ReadAsync(AuditContext db, CaseView view)
    {
        var rows = await RoundChain.RowsAsync(db, view.Case.Row);
        Rounds = await RoundChain.ReadAsync(db, contents, rows, access.User.Id);
        Hidden = [.. rows.Where(row => Rounds.All(round => round.Row.Id != row.Id)).Select(row => row.Name)];
        Comparison = Rounds.Any(round => round.Row.Id == view.Case.Row.PreviousId) ? await RoundComparison.FindAsync(db, contents, view.Case) : null;
        Tasks = await TaskTrend.OfAsync(db, Rounds, access.User.NowUtc);
    }
}
