using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Research;

/// <summary>Somebody who takes part in the case.</summary>
public sealed record MemberName(Guid Id, string Name);

/// <summary>What the pages of the research plan have in common.</summary>
[ShowsAnswers]
public abstract class ResearchPage(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>Everybody who may have a research question on their plate, by name.</summary>
    public IReadOnlyList<MemberName> Members { get; private set; } = [];

    public bool MayEdit => MayEditIn(View);

    protected CaseAccess Access => access;

    /// <summary>The team and its coach, as long as the outcome has not been adopted.</summary>
    protected static bool MayEditIn(CaseView view) =>
        view.Case.Row is { Status: AssessmentStatus.Running, AdoptedUtc: null }
        && Policies.PlanResearch.Allows(view.MyRoles);

    protected async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        Members = await access.ReadAsync(db => MembersAsync(db, id));
        return true;
    }

    /// <summary>Changes the plan in one transaction, if the person may.</summary>
    /// <returns>Why it was refused, in Dutch; null when it was made.</returns>
    protected Task<string?> ChangeAsync(Func<AuditContext, CaseView, Task<string?>> change) =>
        access.ChangeAsync(View.Id, (db, view) => MayEditIn(view) ? change(db, view) : Task.FromResult<string?>(ResearchTexts.Closed));

    private static async Task<IReadOnlyList<MemberName>> MembersAsync(AuditContext db, Guid id)
    {
        var people = await (
            from user in db.Users
            where db.Members.Any(member => member.AssessmentId == id && member.UserId == user.Id)
            select new { user.Id, user.DisplayName }).ToListAsync();
        return [.. people.OrderBy(person => person.DisplayName, StringComparer.CurrentCulture).ThenBy(person => person.Id).Select(person => new MemberName(person.Id, person.DisplayName))];
    }
}
