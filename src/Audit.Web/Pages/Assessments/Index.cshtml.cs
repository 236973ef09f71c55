using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Desk;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>The cases of which the user is a member, page by page.</summary>
public sealed class IndexModel(CaseAccess access, ContentStore contents) : PageModel
{
    public CaseFilter Filter { get; private set; } = new();

    public IReadOnlyList<CaseLine> Cases { get; private set; } = [];

    /// <summary>How many cases fit.</summary>
    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + CaseFilter.PageSize - 1) / CaseFilter.PageSize);

    /// <summary>Page that is shown, from 1.</summary>
    public int PageNumber => Math.Min(Filter.Page, Pages);

    /// <summary>Whether the user may begin a case.</summary>
    public bool MayStart { get; private set; }

    public async Task OnGetAsync(CaseFilter filter)
    {
        Filter = filter;
        MayStart = await access.ReadAsync(db => StartRights.MayStartAsync(db, access.User));
        Cases = await access.ReadAsync(CasesAsync);
    }

    private async Task<IReadOnlyList<CaseLine>> CasesAsync(AuditContext db)
    {
        var found = Filter.Of(MyCases.All(db, access.User));
        Count = await found.CountAsync();
        var rows = await found.OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id)
            .Skip((PageNumber - 1) * CaseFilter.PageSize).Take(CaseFilter.PageSize).ToListAsync();
        var steps = (await new DeskSteps(db, contents, access.User).OfAsync([.. rows.Select(row => row.Id)])).ToLookup(step => step.CaseId, step => step.Name);
        return [.. rows.Select(row => new CaseLine(row, [.. steps[row.Id].Distinct()]))];
    }

    public sealed record CaseLine(AssessmentRow Row, IReadOnlyList<string> MySteps);
}
