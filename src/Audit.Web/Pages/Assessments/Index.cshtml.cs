using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>The cases of which the user is a member.</summary>
public sealed class IndexModel(CaseAccess access, SuspicionAccess suspicions) : PageModel
{
    /// <summary>The suspicions of which the user may know and that are not settled.</summary>
    public IReadOnlyList<SuspicionView> Suspicions { get; private set; } = [];

    /// <summary>Own actions that ask for attention.</summary>
    public IReadOnlyList<ReminderLine> Reminders { get; private set; } = [];

    public IReadOnlyList<CaseLine> Cases { get; private set; } = [];

    /// <summary>Whether the user may begin a case.</summary>
    public bool MayStart { get; private set; }

    public async Task OnGetAsync()
    {
        var user = access.User;
        MayStart = await access.ReadAsync(db => StartRights.MayStartAsync(db, user));
        var ids = await access.ReadAsync(db => (
            from row in db.Assessments
            where row.BodyId == user.BodyId && db.Members.Any(member => member.AssessmentId == row.Id && member.UserId == user.Id)
            orderby row.CreatedUtc descending
            select row.Id).ToListAsync());
        var cases = new List<CaseLine>(ids.Count);
        foreach (var id in ids)
        {
            if (await access.FindAsync(id) is { } view)
            {
                cases.Add(LineOf(view));
            }
        }

        Cases = cases;
        Reminders = await access.ReadAsync(db => PersonalReminders.OfAsync(db, user));
        Suspicions = [.. (await suspicions.MineAsync()).Where(view => view.Step is not null)];
    }

    private static CaseLine LineOf(CaseView view)
    {
        var steps = view.MySteps.Select(step => StepTexts.NameOf(step.Activity, step.StepKey, view.Case.Instrument.Value)).Distinct();
        return new(view.Id, view.Case.Row.Name, view.Case.Row.Status, [.. steps]);
    }

    public sealed record CaseLine(Guid Id, string Name, AssessmentStatus Status, IReadOnlyList<string> MySteps);
}
