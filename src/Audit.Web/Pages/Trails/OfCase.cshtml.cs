using Audit.Data.Database;
using Audit.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Trails;

/// <summary>The trail of a case with the values before and after, for members who may see the answers.</summary>
[ShowsAnswers]
public sealed class OfCaseModel(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public TrailList List { get; private set; } = null!;

    /// <summary>The last verification of the chain; null before the first.</summary>
    public TrailCheckRow? Check { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, TrailFilter filter)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        View = view;
        var bodyId = view.Case.Row.BodyId;
        List = await access.ReadAsync(db => TrailList.ReadAsync(db, Seen(db), filter, ShowsValues, searchesValues: true)) with
        {
            Tasks = [.. view.Case.Tasks.Concat(view.Case.DroppedTasks).Select(task => (task.Key, task.Name))],
        };
        Check = await access.ReadAsync(db => db.TrailChecks.Where(row => row.BodyId == bodyId).OrderByDescending(row => row.CheckedUtc).FirstOrDefaultAsync());
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(Guid id, TrailFilter filter)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return File(await access.ReadAsync(db => TrailList.CsvAsync(db, Seen(db), filter, ShowsValues, searchesValues: true)), "text/csv; charset=utf-8", "spoor.csv");
    }

    /// <summary>Without what is said of suspicions that the reader may not know of, and without ratings, which are private until they are compared.</summary>
    private IQueryable<TrailRow> Seen(AuditContext db)
    {
        var (caseId, suspicions) = (View.Id, View.Suspicions.Select(row => (Guid?)row.Id).ToList());
        return db.Trail.Where(row => row.AssessmentId == caseId && !row.Event.StartsWith("rating.") && !row.Event.StartsWith("suggestion.")
            && (row.SuspicionId == null ? !row.Event.StartsWith("suspicion.") : suspicions.Contains(row.SuspicionId)));
    }

    private static bool ShowsValues(TrailRow row) => true;
}
