using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Team;

/// <summary>Ends the role of somebody in a case, with a reason.</summary>
[ShowsNoAnswers]
public sealed class RemoveModel(TeamAccess access) : PageModel
{
    public const string ReasonField = "reden";

    public TeamView View { get; private set; } = null!;

    public TeamMember Member { get; private set; } = null!;

    public string Reason { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid userId, string role) => await LoadAsync(id, userId, role) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid userId, string role, string? reden)
    {
        if (!await LoadAsync(id, userId, role))
        {
            return NotFound();
        }

        Reason = reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        var leaving = (new CaseMember(userId, role), Reason);
        if (await access.ChangeAsync(id, (db, view) => CaseTeam.RemoveAsync(db, view.Case, leaving, access.User.Actor)) is { } refusal)
        {
            ModelState.AddModelError(ReasonField, refusal);
            return Page();
        }

        this.Tell(Tr($"{Member.Name} is geen {RoleTexts.NameOf(role).ToLowerInvariant()} meer in deze doorlichting."));
        return Redirect(userId == access.User.Id && !await StaysAsync(id) ? "/doorlichtingen" : TeamLinks.Of(id));
    }

    private async Task<bool> StaysAsync(Guid id) => await access.FindAsync(id) is not null;

    private async Task<bool> LoadAsync(Guid id, Guid userId, string role)
    {
        if (await access.FindAsync(id) is not { MayChange: true } view || view.Members.FirstOrDefault(member => member.UserId == userId && member.Role == role) is not { } member)
        {
            return false;
        }

        (View, Member) = (view, member);
        return true;
    }
}
