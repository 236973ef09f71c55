using Audit.Data.Database;
using Audit.Web.Mail;
using Audit.Workflows.Accounts;
using Audit.Workflows.Cases;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Accounts;

/// <summary>Puts e-mails with a link to an account in the outbox; without a mail server, whoever invites hands over the link.</summary>
public sealed class AccountLetters(MailSettings settings)
{
    public bool AreSent => settings.IsOn;

    /// <summary>Makes a new link, with which somebody takes the account into use or chooses a password, and its e-mail when those are sent.</summary>
    public async Task<(string Kind, string Secret)> RenewAsync(AuditContext db, UserRow user, Actor actor)
    {
        var kind = user.EmailConfirmed ? AccountLinkKinds.Password : AccountLinkKinds.Invitation;
        var secret = await Invitations.AgainAsync(db, user, actor) ?? await AccountLinks.MakeAsync(db, user.Id, kind, actor.NowUtc);
        if (kind == AccountLinkKinds.Password)
        {
            AccountTrail.Add(db, user, actor, AccountTrail.PasswordAsked);
        }

        if (AreSent)
        {
            await WriteAsync(db, user, (kind, secret), actor.NowUtc);
        }

        return (kind, secret);
    }

    /// <summary>Makes those anew that were given up and whose text is gone.</summary>
    public async Task RenewAsync(AuditContext db, IReadOnlyCollection<MailRow> mails, Actor actor)
    {
        db.Mails.RemoveRange(mails);
        var (bodies, addresses) = (mails.Select(mail => mail.BodyId).ToList(), mails.Select(mail => mail.Recipient.ToUpperInvariant()).ToList());
        foreach (var user in await db.Users.AsTracking().Where(row => bodies.Contains(row.BodyId) && addresses.Contains(row.NormalizedEmail!)).ToListAsync())
        {
            if (!AccountChanges.IsLocked(user))
            {
                await RenewAsync(db, user, actor);
            }
        }
    }

    /// <summary>Puts the e-mail in the outbox of the transaction.</summary>
    public async Task WriteAsync(AuditContext db, UserRow user, (string Kind, string Secret) link, DateTime nowUtc)
    {
        var name = await db.Bodies.Where(body => body.Id == user.BodyId).Select(body => body.Name).SingleAsync();
        var mail = new AccountMail(name, settings.PublicAddress);
        await Outbox.WriteAsync(db, link.Kind == AccountLinkKinds.Invitation ? mail.Invitation(user, link.Secret) : mail.NewPassword(user, link.Secret), nowUtc);
    }

    /// <summary>The whole address, for handing over.</summary>
    public string AddressOf(HttpRequest request, string kind, string secret) =>
        (settings.PublicAddress.Length > 0 ? settings.PublicAddress : $"{request.Scheme}://{request.Host}") + AccountLinks.PathOf(kind, secret);
}
