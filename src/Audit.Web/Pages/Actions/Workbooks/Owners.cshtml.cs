using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Results;
using Audit.Workflows.Actions.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Actions.Workbooks;

/// <summary>A workbook that was sent to somebody.</summary>
public sealed record SentLine(string To, string By, DateTime ExportedUtc);

/// <summary>The owners of the actions, each of whom can get a workbook with the own rows.</summary>
[ShowsAnswers]
public sealed class OwnersModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseReading Reading { get; private set; } = null!;

    public bool MaySend { get; private set; }

    public IReadOnlyList<OwnRows> Owners { get; private set; } = [];

    public IReadOnlyList<SentLine> Sent { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await CaseReading.FindAsync(access, contents, id) is not { Report.Plan: not null } reading)
        {
            return NotFound();
        }

        Reading = reading;
        MaySend = StatusChange.MayChange(reading.View.MyRoles);
        Owners = await access.ReadAsync(db => OwnRows.OfAsync(db, reading.Report));
        Sent = MaySend ? await access.ReadAsync(db => SentAsync(db, id)) : [];
        return Page();
    }

    private static Task<List<SentLine>> SentAsync(AuditContext db, Guid id) => (
        from row in db.WorkbookExports
        join user in db.Users on row.UserId equals user.Id
        where row.AssessmentId == id && row.SentTo != null
        orderby row.ExportedUtc descending
        select new SentLine(row.SentTo!, user.DisplayName, row.ExportedUtc)).ToListAsync();
}
