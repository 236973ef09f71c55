using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Workflows.Accounts;
using Audit.Workflows.Mail;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Mail;

/// <summary>Sends what waits in the outbox. Every node may do so at once: each e-mail is claimed first, in a transaction.</summary>
/// <remarks>
/// A node that dies after the mail server took an e-mail and before that was written down leaves it claimed; when the lease is
/// over it is sent a second time, with the same message id. SMTP knows no way to prevent that.
/// </remarks>
public sealed class MailSender(AuditDatabase database, MailSettings settings, TimeProvider time)
{
    /// <summary>Most e-mails in one round; the rest follows in the next.</summary>
    private const int MostInARound = 200;

    private DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Sends every e-mail whose moment has come; none while e-mail is switched off.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellation = default)
    {
        if (!settings.IsOn)
        {
            return 0;
        }

        var sent = 0;
        await using var round = new SmtpRound(settings);
        foreach (var id in await DueAsync(cancellation))
        {
            if (await ClaimAsync(id, cancellation) is { } mail)
            {
                var failure = await round.SendAsync(mail, cancellation);
                await RecordAsync(mail, failure);
                sent += failure is null ? 1 : 0;
            }
        }

        await ForgetSecretsAsync(cancellation);
        return sent;
    }

    /// <summary>What was given up is made anew when it is tried again; whoever reads the database finds no link until then.</summary>
    private async Task ForgetSecretsAsync(CancellationToken cancellation)
    {
        var now = NowUtc;
        await using var db = database.Read();
        if (await AccountMail.WithSecret(db.Mails).AnyAsync(MailAttempts.IsGivenUp(now), cancellation))
        {
            await database.WriteAsync(
                async db => (await AccountMail.WithSecret(db.Mails).Where(MailAttempts.IsGivenUp(now)).ToListAsync(cancellation)).ForEach(row => (row.Text, row.Version) = (string.Empty, Guid.NewGuid())),
                cancellation);
        }
    }

    private async Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        await using var db = database.Read();
        return await db.Mails.Where(MailAttempts.IsDue(NowUtc)).OrderBy(row => row.DueUtc).ThenBy(row => row.Id).Select(row => row.Id).Take(MostInARound).ToListAsync(cancellation);
    }

    /// <summary>Takes one e-mail for this node; null when another node was first, which its version or its later moment shows.</summary>
    private Task<MailRow?> ClaimAsync(Guid id, CancellationToken cancellation) => database.WriteAsync(
        async db =>
        {
            var now = NowUtc;
            var row = await db.Mails.Where(MailAttempts.IsDue(now)).SingleOrDefaultAsync(candidate => candidate.Id == id, cancellation);
            if (row is not null)
            {
                row.Attempts++;
                row.DueUtc = now + MailAttempts.Lease;
                row.Failure = null;
                row.Version = Guid.NewGuid();
            }

            return row;
        },
        cancellation);

    /// <summary>Writes down what became of it, also while the program is being stopped: the mail server has decided by now.</summary>
    private Task RecordAsync(MailRow claimed, MailFailure? failure) => database.WriteAsync(async db =>
    {
        var row = await db.Mails.SingleAsync(candidate => candidate.Id == claimed.Id);
        if (row.SentUtc is not null || (failure is not null && row.Version != claimed.Version))
        {
            return;
        }

        row.Version = Guid.NewGuid();
        row.Failure = failure is null ? null : SentenceJson.Stored(failure.Text);
        if (failure is null)
        {
            row.SentUtc = NowUtc;
            row.Attachment = null;
            row.Text = AccountMail.HoldsSecret(row) ? string.Empty : row.Text;
            return;
        }

        row.Attempts = failure.IsFinal ? MailAttempts.Most : row.Attempts;
        row.DueUtc = NowUtc + MailAttempts.WaitAfter(row.Attempts);
    });
}
