using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Trails;
using Audit.Web.Trails;
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
        List = await access.ReadAsync(db => TrailList.ReadAsync(db, Seen(db), filter, ShowsValues, searchesValues: false));
        Check = await access.ReadAsync(db => db.TrailChecks.Where(row => row.BodyId == bodyId).OrderByDescending(row => row.CheckedUtc).FirstOrDefaultAsync());
    }

    public async Task<IActionResult> OnGetCsvAsync(TrailFilter filter) =>
        File(await access.ReadAsync(db => TrailList.CsvAsync(db, Seen(db), filter, ShowsValues, searchesValues: false)), "text/csv; charset=utf-8", "spoor.csv");

    /// <summary>The end of the chain of this body, to be kept elsewhere.</summary>
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

    private IQueryable<TrailRow> Seen(AuditContext db)
    {
        var bodyId = access.User.BodyId;
        return db.Trail.Where(row => row.BodyId == bodyId && row.SuspicionId == null && !row.Event.StartsWith("suspicion."));
    }

    private static bool ShowsValues(TrailRow row) => row.AssessmentId is null || row.Event == TrailErasure.Event;
}
