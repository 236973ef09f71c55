using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Trails;
using Audit.Web.StartUp;
using Audit.Web.Trails;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>The trail of the body: what happened in cases without what was written there, nothing of suspicions, and whether the chain verifies.</summary>
public sealed class TrailModel(AdminAccess access, TrailRound round) : PageModel
{
    public TrailList List { get; private set; } = null!;

    public TrailCheckRow? Check { get; private set; }

    public async Task OnGetAsync(TrailFilter filter)
    {
        var bodyId = access.User.BodyId;
        List = await access.ReadAsync(db => TrailList.ReadAsync(Sight(db), filter));
        Check = await access.ReadAsync(db => db.TrailChecks.Where(row => row.BodyId == bodyId).OrderByDescending(row => row.CheckedUtc).FirstOrDefaultAsync());
    }

    [HandsOutFile]
    public Task<IActionResult> OnGetCsvAsync(TrailFilter filter) => access.ReadAsync(db => TrailCsv.SendAsync(Response, Sight(db), filter));

    /// <summary>The end of the chain of this body, to be kept elsewhere.</summary>
    [HandsOutFile]
    public async Task<IActionResult> OnGetAnchorAsync()
    {
        var anchor = await access.ReadAsync(db => TrailAnchor.TakeAsync(db, access.User.NowUtc, access.User.BodyId));
        return File(System.Text.Encoding.UTF8.GetBytes(anchor.ToJson()), "application/json", $"anker-{access.User.NowUtc:yyyy-MM-dd}.json");
    }

    public async Task<IActionResult> OnPostVerifyAsync()
    {
        var verdict = await round.RunAsync(access.User.BodyId);
        this.Tell(verdict.Verifies ? Tr($"Het spoor klopt: {verdict.Records} records nagegaan.") : Tr($"Het spoor klopt niet: {verdict.Findings.Count} problemen."));
        return Redirect(AdminLinks.Trail);
    }

    private TrailSight Sight(AuditContext db)
    {
        var bodyId = access.User.BodyId;
        // Numbers that are missing must not tell of suspicions: what else is private to people of a case is left out as well.
        var rows = db.Trail.Where(row => row.BodyId == bodyId && row.SuspicionId == null && !row.Event.StartsWith("suspicion.")
            && !row.Event.StartsWith("rating.") && !row.Event.StartsWith("suggestion.") && row.Event != StartedAnswers.Event);
        return new(rows, db.Users.Where(user => user.BodyId == bodyId)) { ShowsValues = ShowsValues, Order = TrailOrder.OfBody };
    }

    private static bool ShowsValues(TrailRow row) => row.AssessmentId is null || row.Event == TrailErasure.Event;
}
