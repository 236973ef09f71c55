using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Desk;
using Audit.Web.Pages.Assessments;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages;

/// <summary>What is on somebody's plate, over all cases; the order follows the role.</summary>
public sealed class IndexModel(CaseAccess access, ContentStore contents, SuspicionAccess suspicions) : PageModel
{
    public DeskFocus Focus { get; private set; }

    public DeskPart<DeskStep> Steps { get; private set; } = new();

    public int Overdue { get; private set; }

    public DeskPart<DeskQuestion> Questions { get; private set; } = new();

    public DeskPart<DeskQuestion> Mentions { get; private set; } = new();

    public DeskPart<DeskReview> Reviews { get; private set; } = new();

    /// <summary>Gates about which a jurist can decide, per case.</summary>
    public IReadOnlyList<DeskGates> Gates { get; private set; } = [];

    /// <summary>Own actions that ask for attention.</summary>
    public IReadOnlyList<ReminderLine> Reminders { get; private set; } = [];

    /// <summary>The suspicions of which the user may know and that are not settled.</summary>
    public IReadOnlyList<SuspicionView> Suspicions { get; private set; } = [];

    public DeskPart<DeskCase> Cases { get; private set; } = new();

    /// <summary>What waits for administrators; null for who is none.</summary>
    public DeskAdministration? Administration { get; private set; }

    public bool ShowsGuide { get; private set; }

    public bool MayStart { get; private set; }

    public string UserName => access.User.Name;

    /// <summary>The parts of the page in the order of the role.</summary>
    public IReadOnlyList<string> Parts => Focus switch
    {
        DeskFocus.Manager => ["_Actions", "_Steps", "_Gates", "_Reviews", "_Mentions", "_Suspicions", "_Cases", "_Administration"],
        DeskFocus.Judge => ["_Steps", "_Gates", "_Reviews", "_Mentions", "_Actions", "_Suspicions", "_Cases", "_Administration"],
        DeskFocus.Administrator => ["_Administration", "_Steps", "_Gates", "_Actions", "_Mentions", "_Suspicions", "_Cases"],
        DeskFocus.Team or DeskFocus.Sponsor or DeskFocus.Coordinator =>
            ["_Steps", "_Questions", "_Gates", "_Reviews", "_Mentions", "_Actions", "_Suspicions", "_Cases", "_Administration"],
    };

    public string StepsTitle => Focus switch
    {
        DeskFocus.Judge => Tr($"Te beoordelen"),
        DeskFocus.Sponsor => Tr($"Besluiten en stappen voor u"),
        DeskFocus.Team or DeskFocus.Manager or DeskFocus.Administrator or DeskFocus.Coordinator => Tr($"Stappen voor u"),
    };

    /// <summary>How much there is to do, in one sentence.</summary>
    public string Summary
    {
        get
        {
            string?[] parts =
            [
                Steps.Count switch { 0 => null, 1 => Tr($"1 stap"), _ => Tr($"{Steps.Count} stappen") },
                Questions.Count switch { 0 => null, 1 => Tr($"1 vraag"), _ => Tr($"{Questions.Count} vragen") },
                Reviews.Count switch { 0 => null, 1 => Tr($"1 punt uit de beoordeling"), _ => Tr($"{Reviews.Count} punten uit de beoordeling") },
                Gates.Sum(gates => gates.Count) switch { 0 => null, 1 => Tr($"1 drempelregel"), var gates => Tr($"{gates} drempelregels") },
                Mentions.Count switch { 0 => null, 1 => Tr($"1 opmerking waarin u genoemd bent"), _ => Tr($"{Mentions.Count} opmerkingen waarin u genoemd bent") },
                Reminders.Count switch { 0 => null, 1 => Tr($"1 actie"), _ => Tr($"{Reminders.Count} acties") },
                Administration?.Total switch { null or 0 => null, 1 => Tr($"1 punt voor de beheerder"), var total => Tr($"{total} punten voor de beheerder") },
            ];
            var found = parts.OfType<string>().ToList();
            return found.Count == 0 ? Tr($"Er ligt nu niets voor u.") : Tr($"Voor u: {string.Join(", ", found)}.");
        }
    }

    public async Task OnGetAsync()
    {
        await access.ReadAsync(LoadAsync);
        Cases = await DeskCases.ReadAsync(access);
        Gates = await DeskGates.ReadAsync(access, contents);
        Suspicions = [.. (await suspicions.MineAsync()).Where(view => view.Step is not null)];
    }

    private async Task<bool> LoadAsync(AuditContext db)
    {
        var user = access.User;
        var userId = user.Id;
        Focus = await DeskFocuses.OfAsync(db, user);
        (Steps, Overdue) = await new DeskSteps(db, contents, user).FirstAsync();
        Questions = await DeskQuestions.AssignedAsync(db, contents, user);
        Mentions = await DeskQuestions.MentionsAsync(db, contents, user);
        Reviews = await DeskReviews.ReadAsync(db, user);
        Reminders = await PersonalReminders.OfAsync(db, user);
        Administration = await DeskAdministration.ReadAsync(db, user);
        MayStart = await StartRights.MayStartAsync(db, user);
        return ShowsGuide = await db.Users.AnyAsync(row => row.Id == userId && row.GuideClosedUtc == null);
    }
}
