using Audit.Data.Database;
using Audit.Web.Mail;
using Audit.Workflows.Accounts;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Accounts;

/// <summary>Puts e-mails with a link to an account in the outbox; without a mail server, whoever invites hands over the link.</summary>
public sealed class AccountLetters(MailSettings settings)
{
    public bool AreSent => settings.IsOn;

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
