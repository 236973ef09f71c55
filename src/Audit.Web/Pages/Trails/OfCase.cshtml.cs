using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Pages.Ratings;
using Audit.Web.StartUp;
using Audit.Workflows.Cases;
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
        List = await access.ReadAsync(db => TrailList.ReadAsync(Sight(db), filter)) with
        {
            Tasks = [.. view.Case.Tasks.Concat(view.Case.DroppedTasks).Select(task => (task.Key, task.Name))],
        };
        Check = await access.ReadAsync(db => db.TrailChecks.Where(row => row.BodyId == bodyId).OrderByDescending(row => row.CheckedUtc).FirstOrDefaultAsync());
        return Page();
    }

    [HandsOutFile]
    public async Task<IActionResult> OnGetCsvAsync(Guid id, TrailFilter filter)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return await access.ReadAsync(db => TrailCsv.SendAsync(Response, Sight(db), filter));
    }

    /// <summary>For the team also what it typed before it answered; without what is said of suspicions that the reader may not know of, and without ratings, which are private until they are compared.</summary>
    private TrailSight Sight(AuditContext db)
    {
        var (caseId, suspicions, seesDrafts) = (View.Id, View.Suspicions.Select(row => (Guid?)row.Id).ToList(), Policies.SeeDrafts.Allows(View.MyRoles));
        var rows = db.Trail.Where(row => row.AssessmentId == caseId && (seesDrafts || row.Event != StartedAnswers.Event) && !row.Event.StartsWith("rating.") && !row.Event.StartsWith("suggestion.")
            && (row.SuspicionId == null ? !row.Event.StartsWith("suspicion.") : suspicions.Contains(row.SuspicionId)));
        return new(rows, db.Users.Where(user => rows.Select(row => row.UserId).Contains(user.Id))) { ShowsValues = _ => true, SearchesValues = true, Order = TrailOrder.OfCase, InWords = InWords };
    }

    /// <summary>The option of an answer by its label; a record begins with its id.</summary>
    private string InWords(TrailRow row, string value)
    {
        var id = row.Subject[(row.Subject.LastIndexOf('/') + 1)..];
        if (row.Event is not ("answer.saved" or "answer.confirmed") || View.Case.Instrument.Value.AllQuestions.FirstOrDefault(question => question.Id == id) is not { } asked)
        {
            return value;
        }

        var option = value.Split(' ')[0];
        return $"{GivenAnswer.LabelOf(asked, option)}{value[option.Length..]}";
    }
}
