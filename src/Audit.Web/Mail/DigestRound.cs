using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Mail;
using Audit.Workflows.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Mail;

/// <summary>Writes once per working day, from seven o'clock on, one e-mail for everybody who has something to be reminded of.</summary>
/// <remarks>
/// E-mail and trail are written together: the key of the e-mail keeps two nodes and two runs apart, the trail keeps the days
/// apart. While e-mail is switched off nothing is written, so that no old reminders go out later.
/// </remarks>
public sealed class DigestRound(AuditDatabase database, DigestReader reader, MailSettings settings)
{
    private const int FirstHour = 7;

    /// <summary>The last day for which this node wrote everything; a new node finds out by the keys.</summary>
    private DateOnly? written;

    /// <summary>Writes what is to be written at this moment.</summary>
    /// <returns>How many e-mails were written.</returns>
    public async Task<int> RunAsync(DateTime nowUtc, CancellationToken cancellation = default)
    {
        var local = DutchTime.Of(nowUtc);
        var today = DateOnly.FromDateTime(local);
        if (!settings.IsOn || local.Hour < FirstHour || !Workdays.Includes(today) || written == today)
        {
            return 0;
        }

        var count = 0;
        foreach (var (digest, mail) in await ComposeAsync(nowUtc))
        {
            cancellation.ThrowIfCancellationRequested();
            count += await WriteAsync(digest, mail, nowUtc) ? 1 : 0;
        }

        written = today;
        return count;
    }

    private async Task<IReadOnlyList<(Digest, OutgoingMail)>> ComposeAsync(DateTime nowUtc)
    {
        await using var db = database.Read();
        var digests = await reader.ReadAsync(db, nowUtc);
        if (digests.Count == 0)
        {
            return [];
        }

        var names = await db.Bodies.ToDictionaryAsync(body => body.Id, body => body.Name);
        var members = await MemberBook.OfAsync(db, db.Assessments.Where(row => row.AdoptedUtc != null));
        DigestPlace PlaceOf(Digest digest) => new(names[digest.Person.BodyId], settings.PublicAddress, of => [.. members.With(of.Id, Roles.Coach)]);
        return [.. digests.Select(digest => (digest, DigestText.Write(digest, PlaceOf(digest), DutchTime.DayOf(nowUtc))))];
    }

    private Task<bool> WriteAsync(Digest digest, OutgoingMail mail, DateTime nowUtc) => database.For(BodyScope.Of(mail.BodyId)).WriteAsync(async db =>
    {
        if (!await Outbox.WriteAsync(db, mail, nowUtc))
        {
            return false;
        }

        var program = new Actor(null, string.Empty, nowUtc);
        foreach (var line in digest.Lines)
        {
            new CaseTrail(line.Case.BodyId, line.Case.Id, line.SuspicionId).Add(db, program, DigestMark.Event, line.Mark.Subject, line.Mark.Key);
        }

        return true;
    });
}
