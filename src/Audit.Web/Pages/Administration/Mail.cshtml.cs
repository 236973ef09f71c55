using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Web.Mail;
using Audit.Workflows.Accounts;
using Audit.Workflows.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration;

/// <summary>The outbox of the body: what waits, what was sent, what was given up and why. Texts of e-mails are not shown.</summary>
public sealed class MailModel(AdminAccess access, MailSettings settings, AccountLetters letters) : PageModel
{
    /// <summary>Most e-mails of a kind on the page.</summary>
    public const int Most = 50;

    public bool IsOn => settings.IsOn;

    public string Sender => settings.From.Address;

    public MailList GivenUp { get; private set; } = MailList.Empty;

    public MailList Waiting { get; private set; } = MailList.Empty;

    public MailList Sent { get; private set; } = MailList.Empty;

    /// <summary>Made when the form is shown, so that a form that is sent twice writes one e-mail.</summary>
    public Guid SubmissionId { get; } = Guid.CreateVersion7();

    public Task OnGetAsync() => LoadAsync();

    /// <param name="mail">One e-mail; null for all that were given up.</param>
    public async Task<IActionResult> OnPostResendAsync(Guid? mail)
    {
        var (bodyId, now) = (access.User.BodyId, access.User.NowUtc);
        var tried = await access.WriteAsync<string>(async db =>
        {
            var rows = await db.Mails.AsTracking().Where(row => row.BodyId == bodyId && (mail == null || row.Id == mail)).Where(MailAttempts.IsGivenUp(now)).ToListAsync();
            if (!settings.IsOn && rows.RemoveAll(AccountMail.IsForgotten) > 0 && rows.Count == 0)
            {
                return Tr($"E-mail staat uit. Een link naar een account wordt opnieuw gemaakt zodra e-mail aanstaat en u het dan opnieuw probeert.");
            }

            if (rows.Count == 0)
            {
                return Tr($"Deze e-mail wacht al, of is al verzonden.");
            }

            await letters.RenewAsync(db, rows.FindAll(AccountMail.IsForgotten), access.User.Actor);
            rows.FindAll(row => !AccountMail.IsForgotten(row)).ForEach(row => Outbox.TryAgain(row, now));
            Record(db, bodyId, "mail.resent", rows.Count == 1 ? $"mail {rows[0].Id}" : $"{rows.Count} mails");
            return (rows.Count == 1 ? Tr($"De e-mail wordt opnieuw verzonden") : Tr($"{rows.Count} e-mails worden opnieuw verzonden")) + (settings.IsOn ? "." : Tr($", zodra e-mail aanstaat."));
        });
        return tried is null ? NotFound() : GoBack(tried);
    }

    /// <param name="inzending">Id of the form.</param>
    public async Task<IActionResult> OnPostTestAsync(Guid inzending)
    {
        if (!settings.IsOn)
        {
            ModelState.AddModelError(string.Empty, Tr($"E-mail staat uit. Er is geen testbericht gemaakt."));
            await LoadAsync();
            return Page();
        }

        var user = access.User;
        var written = await access.WriteAsync<string>(async db =>
        {
            var address = await db.Users.Where(row => row.Id == user.Id).Select(row => row.Email).SingleAsync();
            var mail = new OutgoingMail(user.BodyId, $"test/{inzending:N}", address!, DigestText.SubjectOf(user.BodyName, Tr($"testbericht")), Tr($"Dit is een testbericht. E-mail werkt.") + "\n");
            Record(db, user.BodyId, "mail.tested", "mail");
            return await Outbox.WriteAsync(db, mail, user.NowUtc) ? Tr($"Er gaat een testbericht naar {address}. Ververs deze pagina na een minuut.") : Tr($"Dit testbericht is al gemaakt.");
        });
        return written is null ? NotFound() : GoBack(written);
    }

    private RedirectResult GoBack(string message)
    {
        this.Tell(message);
        return Redirect(AdminLinks.Mail);
    }

    private void Record(AuditContext db, Guid bodyId, string happened, string subject) => db.Trail.Add(new()
    {
        BodyId = bodyId,
        UserId = access.User.Id,
        AtUtc = access.User.NowUtc,
        Event = happened,
        Subject = subject,
    });

    private async Task LoadAsync()
    {
        var now = access.User.NowUtc;
        GivenUp = await ListAsync(rows => rows.Where(MailAttempts.IsGivenUp(now)));
        Waiting = await ListAsync(rows => rows.Where(MailAttempts.IsWaiting(now)));
        Sent = await ListAsync(rows => rows.Where(row => row.SentUtc != null));
    }

    private Task<MailList> ListAsync(Func<IQueryable<MailRow>, IQueryable<MailRow>> part) => access.ReadAsync(async db =>
    {
        var bodyId = access.User.BodyId;
        var rows = part(db.Mails.Where(row => row.BodyId == bodyId));
        var lines = await rows.OrderByDescending(row => row.SentUtc ?? row.MadeUtc).ThenBy(row => row.Id).Take(Most)
            .Select(row => new MailLine(row.Id, row.Recipient, row.Subject) { Attempts = row.Attempts, MadeUtc = row.MadeUtc, DueUtc = row.DueUtc, SentUtc = row.SentUtc, Failure = row.Failure })
            .ToListAsync();
        return new MailList(lines, await rows.CountAsync());
    });
}

/// <summary>Some e-mails, and how many there are.</summary>
public sealed record MailList(IReadOnlyList<MailLine> Lines, int Count)
{
    public static MailList Empty { get; } = new([], 0);
}

/// <summary>An e-mail as an administrator sees it: without its text.</summary>
public sealed record MailLine(Guid Id, string Recipient, string Subject)
{
    public int Attempts { get; init; }

    public DateTime MadeUtc { get; init; }

    public DateTime DueUtc { get; init; }

    public DateTime? SentUtc { get; init; }

    public string? Failure { get; init; }
}
