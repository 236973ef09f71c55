using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Team;

/// <summary>Somebody who stands in for a colleague.</summary>
/// <param name="Row">Which role, and until when.</param>
/// <param name="From">Name of the colleague.</param>
/// <param name="To">Name of who stands in.</param>
public sealed record StandInLine(DelegationRow Row, string From, string To);

/// <summary>Hands over a role in a case until a date, and ends that.</summary>
[ShowsNoAnswers]
public sealed class StandInModel(CaseAccess access) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<StandInLine> Lasting { get; private set; } = [];

    /// <summary>Own roles that can be handed over.</summary>
    public IReadOnlyList<string> Roles { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public string? Role { get; private set; }

    public Guid? Person { get; private set; }

    public string Day { get; private set; } = string.Empty;

    public string Reason { get; private set; } = string.Empty;

    /// <summary>Both may end it, and who looks after the team.</summary>
    public bool MayEnd(DelegationRow row) => MayEnd(row, View);

    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? rol, string? wie, string? datum, string? reden)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        (Role, Person, Day, Reason) = (rol, Guid.TryParse(wie, out var person) ? person : null, datum?.Trim() ?? string.Empty, reden?.Trim() ?? string.Empty);
        var day = TypedText.Day(Day);
        if (Person is null)
        {
            ModelState.AddModelError("wie", Tr($"Kies een collega."));
        }

        if (day is null)
        {
            ModelState.AddModelError("datum", Tr($"Vul een datum in als dag-maand-jaar, zoals 22-11-2026."));
        }

        if (ModelState.IsValid)
        {
            var draft = new DelegationDraft(access.User.Id, Person!.Value, rol ?? string.Empty, EndOf(day!.Value), Reason);
            if (await access.ChangeAsync(id, (db, view) => Delegations.BeginAsync(db, view.Case.Row, draft, access.User.Actor)) is not { } refusal)
            {
                this.Tell(Tr($"De rol is overgedragen."));
                return RedirectToPage();
            }

            ModelState.AddModelError(Reason.Length == 0 ? "reden" : "wie", refusal);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid vervanging)
    {
        var refusal = await access.ChangeAsync(id, async (db, view) =>
        {
            if (await Delegations.Lasting(db, id).AsTracking().SingleOrDefaultAsync(row => row.Id == vervanging) is { } row && MayEnd(row, view))
            {
                await Delegations.EndAsync(db, row, access.User.Actor);
            }

            return null;
        });
        if (refusal is not null)
        {
            return NotFound();
        }

        this.Tell(Tr($"De vervanging is beëindigd."));
        return await access.FindAsync(id) is null ? Redirect("/doorlichtingen") : RedirectToPage();
    }

    private static DateTime EndOf(DateOnly day) => Dates.StartOf(day < DateOnly.MaxValue ? day.AddDays(1) : day);

    private bool MayEnd(DelegationRow row, CaseView view) =>
        row.FromUserId == access.User.Id || row.ToUserId == access.User.Id || Policies.EndStandIn.Allows(view.MyRoles);

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        var (me, bodyId) = (access.User.Id, access.User.BodyId);
        var people = await access.ReadAsync(db => db.Users.Where(user => user.BodyId == bodyId).OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Select(user => new { user.Id, user.DisplayName }).ToListAsync());
        var names = people.ToDictionary(user => user.Id, user => user.DisplayName);
        Lasting = [.. (await access.ReadAsync(db => Delegations.Lasting(db, id).OrderBy(row => row.UntilUtc).ToListAsync())).Select(row => new StandInLine(row, names[row.FromUserId], names[row.ToUserId]))];
        Roles = view.IsReadOnly ? [] : [.. view.MyRoles.Where(role => !Lasting.Any(line => line.Row.Role == role && (line.Row.ToUserId == me || line.Row.FromUserId == me)))];
        People = [.. people.Where(user => user.Id != me).Select(user => (user.Id, user.DisplayName))];
        return true;
    }
}
