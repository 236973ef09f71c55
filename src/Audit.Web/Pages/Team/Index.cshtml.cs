using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Desk;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Team;

/// <summary>Who takes part in a case; coach and administrator add people.</summary>
[ShowsNoAnswers]
public sealed class IndexModel(TeamAccess access) : PageModel
{
    /// <summary>Most colleagues to choose from at once; a filter finds the others.</summary>
    public const int MostPeople = 20;

    public const string PersonField = "wie";
    public const string RoleField = "rol";

    public TeamView View { get; private set; } = null!;

    /// <summary>Part of a name by which colleagues are found.</summary>
    public string Search { get; private set; } = string.Empty;

    /// <summary>Colleagues of the same body to choose from.</summary>
    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    /// <summary>Whether the filter found more than is shown.</summary>
    public bool HasMore { get; private set; }

    public Guid? Chosen { get; private set; }

    public string? ChosenRole { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? zoek) => await LoadAsync(id, zoek) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string? zoek, string? wie, string? rol)
    {
        if (!await LoadAsync(id, zoek) || !View.MayChange)
        {
            return NotFound();
        }

        (Chosen, ChosenRole) = (Guid.TryParse(wie, out var person) ? person : null, rol);
        if (Chosen is null)
        {
            ModelState.AddModelError(PersonField, Tr($"Kies een collega."));
        }

        if (!CaseTeam.RolesInCases.Contains(rol))
        {
            ModelState.AddModelError(RoleField, Tr($"Kies een rol uit de lijst."));
        }

        return ModelState.IsValid ? await AddAsync(new(Chosen!.Value, rol!)) : Page();
    }

    private async Task<IActionResult> AddAsync(CaseMember member)
    {
        if (await access.ChangeAsync(View.Case.Id, (db, view) => CaseTeam.AddAsync(db, view.Case, member, access.User.Actor)) is { } refusal)
        {
            ModelState.AddModelError(PersonField, refusal);
            return Page();
        }

        this.Tell(Tr($"{People.FirstOrDefault(person => person.Id == member.UserId).Name ?? Tr($"Uw collega")} doet mee als {RoleTexts.NameOf(member.Role).ToLowerInvariant()}."));
        return Redirect(TeamLinks.Of(View.Case.Id));
    }

    private async Task<bool> LoadAsync(Guid id, string? search)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        Search = search?.Trim() is { } text ? text[..Math.Min(text.Length, 100)] : string.Empty;
        if (view.MayChange)
        {
            var found = await access.ReadAsync(PeopleAsync);
            (People, HasMore) = ([.. found.Take(MostPeople)], found.Count > MostPeople);
        }

        return true;
    }

    private async Task<List<(Guid Id, string Name)>> PeopleAsync(AuditContext db)
    {
        var bodyId = access.User.BodyId;
        var people = await db.Users
            .Where(user => user.BodyId == bodyId)
            .Where(NameSearch.OfPeople(Search))
            .OrderBy(user => user.DisplayName).ThenBy(user => user.Id)
            .Take(MostPeople + 1)
            .Select(user => new { user.Id, user.DisplayName })
            .ToListAsync();
        return [.. people.Select(person => (person.Id, person.DisplayName))];
    }
}
