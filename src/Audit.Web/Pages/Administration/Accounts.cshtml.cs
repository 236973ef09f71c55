using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>An account as an administrator sees it.</summary>
/// <param name="User">The account.</param>
/// <param name="Roles">Its roles in the body.</param>
public sealed record AccountLine(UserRow User, IReadOnlyList<string> Roles)
{
    public string State => AccountChanges.IsLocked(User) ? Tr($"Geblokkeerd")
        : !User.EmailConfirmed ? Tr($"Uitgenodigd")
        : Tr($"In gebruik");

    public string Badge => AccountChanges.IsLocked(User) ? "utrecht-status-badge--error"
        : !User.EmailConfirmed ? "utrecht-status-badge--warning"
        : "utrecht-status-badge--success";
}

/// <summary>The accounts of the body; new people are invited here.</summary>
public sealed class AccountsModel(AdminAccess access, AccountLetters letters) : PageModel
{
    public IReadOnlyList<AccountLine> Accounts { get; private set; } = [];

    public string BodyName => access.User.BodyName;

    public string Name { get; private set; } = string.Empty;

    public string Email { get; private set; } = string.Empty;

    public IReadOnlyCollection<string> Chosen { get; private set; } = [];

    /// <summary>The link to hand over, when no e-mail is sent.</summary>
    public string? Link { get; private set; }

    public string InvitedName { get; private set; } = string.Empty;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(string? naam, string? email, string[]? rollen)
    {
        (Name, Email, Chosen) = (naam ?? string.Empty, email ?? string.Empty, [.. rollen ?? []]);
        var invitation = new Invitation(Email, Name, [.. Chosen]);
        var actor = access.User.Actor;
        var result = Chosen.Contains(Roles.Installation)
            ? new(null, string.Empty, (Invitations.RolesField, Tr($"Kies een rol uit de lijst.")))
            : await access.WriteAsync(async db =>
            {
                var made = await Invitations.InviteAsync(db, access.User.BodyId, invitation, actor);
                if (made.User is { } user && letters.AreSent)
                {
                    await letters.WriteAsync(db, user, (AccountLinkKinds.Invitation, made.Secret), actor.NowUtc);
                }

                return made;
            });
        if (result is null)
        {
            return NotFound();
        }

        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError(refusal.Field, refusal.Text);
            await LoadAsync();
            return Page();
        }

        if (letters.AreSent)
        {
            this.Tell(Tr($"De uitnodiging aan {Email} wordt verstuurd. De link is {AccountLinks.InvitationLife.Days} dagen geldig."));
            return Redirect(AccountPages.Home);
        }

        (Link, InvitedName) = (letters.AddressOf(Request, AccountLinkKinds.Invitation, result.Secret), Name);
        (Name, Email, Chosen) = (string.Empty, string.Empty, []);
        Response.Headers.CacheControl = "no-store";
        await LoadAsync();
        return Page();
    }

    private async Task LoadAsync() => Accounts = await access.ReadAsync(async db =>
    {
        var bodyId = access.User.BodyId;
        var users = await db.Users.Where(row => row.BodyId == bodyId).OrderBy(row => row.DisplayName).ThenBy(row => row.Id).ToListAsync();
        var roles = (await db.BodyRoles.Where(row => row.BodyId == bodyId).ToListAsync()).ToLookup(row => row.UserId, row => row.Role);
        return users.ConvertAll(user => new AccountLine(user, [.. roles[user.Id]]));
    });
}
