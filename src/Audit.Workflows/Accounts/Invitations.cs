using System.Net.Mail;
using Audit.Data.Database;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Accounts;

/// <summary>Who is invited.</summary>
/// <param name="Email">Their address, which is also the name with which they sign in.</param>
/// <param name="Name">Their name as screens show it.</param>
/// <param name="Roles">Their roles in the body.</param>
public sealed record Invitation(string Email, string Name, IReadOnlyCollection<string> Roles);

/// <summary>What became of an invitation.</summary>
/// <param name="User">The account; null when it was refused.</param>
/// <param name="Secret">The secret of the link.</param>
/// <param name="Refusal">Why not, with the field that it is about.</param>
public sealed record InvitationResult(UserRow? User, string Secret, (string Field, string Text)? Refusal);

/// <summary>Makes accounts that only the invited person can take into use. Every method works inside the caller's transaction.</summary>
public static class Invitations
{
    public const string EmailField = "email";
    public const string NameField = "naam";
    public const string RolesField = "rollen";

    /// <summary>Longest name and address.</summary>
    public const int MostCharacters = 200;

    /// <summary>Makes an account without a password, and the link with which it is taken into use.</summary>
    public static async Task<InvitationResult> InviteAsync(AuditContext db, Guid bodyId, Invitation invitation, Actor actor)
    {
        var (email, name) = (invitation.Email.Trim(), invitation.Name.Trim());
        var normalized = email.ToUpperInvariant();
        if (await RefusalAsync(db, (email, normalized), name, invitation.Roles) is { } refusal)
        {
            return new(null, string.Empty, refusal);
        }

        var user = new UserRow
        {
            Id = Guid.CreateVersion7(),
            BodyId = bodyId,
            DisplayName = name,
            UserName = email,
            NormalizedUserName = normalized,
            Email = email,
            NormalizedEmail = normalized,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            ConcurrencyStamp = Guid.NewGuid().ToString(),
        };
        db.Users.Add(user);
        db.BodyRoles.AddRange(invitation.Roles.Distinct().Select(role => new BodyRoleRow { BodyId = bodyId, UserId = user.Id, Role = role }));
        AccountTrail.Add(db, user, actor, AccountTrail.Invited, (null, $"{email}: {Names(invitation.Roles)}"));
        return new(user, await AccountLinks.MakeAsync(db, user.Id, AccountLinkKinds.Invitation, actor.NowUtc), null);
    }

    /// <summary>Makes a new link for somebody who did not use the first one.</summary>
    /// <returns>The secret; null when the account is in use already.</returns>
    public static async Task<string?> AgainAsync(AuditContext db, UserRow user, Actor actor)
    {
        if (user.EmailConfirmed)
        {
            return null;
        }

        AccountTrail.Add(db, user, actor, AccountTrail.Invited, (null, user.Email));
        return await AccountLinks.MakeAsync(db, user.Id, AccountLinkKinds.Invitation, actor.NowUtc);
    }

    /// <summary>Roles as the trail names them.</summary>
    public static string Names(IEnumerable<string> roles) => string.Join(", ", roles.Distinct().Order(StringComparer.Ordinal).Select(RoleNames.Dutch));

    private static async Task<(string, string)?> RefusalAsync(AuditContext db, (string Given, string Normalized) email, string name, IReadOnlyCollection<string> roles) =>
        email.Given.Length == 0 ? (EmailField, Tr($"Vul een e-mailadres in."))
        : email.Given.Length > MostCharacters || !IsAddress(email.Given) ? (EmailField, Tr($"Dit is geen e-mailadres. Gebruik de vorm naam@organisatie.nl."))
        : await db.Users.AnyAsync(row => row.NormalizedUserName == email.Normalized || row.NormalizedEmail == email.Normalized) ? (EmailField, Tr($"Er is al een account met dit e-mailadres."))
        : name.Length == 0 ? (NameField, Tr($"Vul een naam in."))
        : name.Length > MostCharacters ? (NameField, Tr($"Maak de naam korter: hooguit {MostCharacters} tekens."))
        : roles.Count == 0 ? (RolesField, Tr($"Kies minstens één rol."))
        : roles.Any(role => role != Roles.Installation && !Roles.All.Contains(role)) ? (RolesField, Tr($"Kies een rol uit de lijst."))
        : null;

    private static bool IsAddress(string text) => !text.Any(char.IsWhiteSpace) && MailAddress.TryCreate(text, out var address) && address.Address == text;
}
