using System.Text.Json;
using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>Erases what people wrote in cases whose period is over, and texts of e-mails. What was chosen, decided and scored stays, and so does the chain of the trail.</summary>
public sealed class Retention(AuditDatabase database, RetentionPeriods periods)
{
    /// <summary>Most e-mails in one transaction.</summary>
    private const int MostMails = 500;

    public RetentionPeriods Periods => periods;

    /// <summary>What would go at this moment.</summary>
    /// <param name="nowUtc">The moment.</param>
    /// <param name="bodyId">One body; null for all.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<RetentionItem>> PreviewAsync(DateTime nowUtc, Guid? bodyId = null, CancellationToken cancellation = default)
    {
        await using var db = database.Read();
        var items = new List<RetentionItem>();
        foreach (var row in await periods.CasesOver(db, nowUtc).Where(row => bodyId == null || row.BodyId == bodyId).OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellation))
        {
            items.Add(new(row.BodyId, row.Id, row.Name, await CaseErasure.CountAsync(db, row.Id, cancellation)));
        }

        var mails = await periods.MailsOver(db, nowUtc).Where(row => bodyId == null || row.BodyId == bodyId)
            .GroupBy(row => row.BodyId).Select(group => new { BodyId = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        items.AddRange(mails.Select(group => MailsOf(group.BodyId, group.Count)));
        return items;
    }

    /// <summary>Erases what is over, each case, and each number of e-mails, in a transaction of its own with the record of it.</summary>
    /// <returns>What went.</returns>
    public async Task<IReadOnlyList<RetentionItem>> RunAsync(DateTime nowUtc, CancellationToken cancellation = default)
    {
        var gone = new List<RetentionItem>();
        foreach (var item in await PreviewAsync(nowUtc, null, cancellation))
        {
            var done = item.AssessmentId is { } id
                ? await database.WriteAsync(db => EraseCaseAsync(db, id, nowUtc, cancellation), cancellation)
                : await EraseMailsAsync(item.BodyId, nowUtc, cancellation);
            if (done is not null)
            {
                gone.Add(done);
            }
        }

        return gone;
    }

    private async Task<RetentionItem?> EraseCaseAsync(AuditContext db, Guid id, DateTime nowUtc, CancellationToken cancellation)
    {
        // Whoever was first, another node or somebody who took the case out of the archive, decides.
        if (await periods.CasesOver(db, nowUtc).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return null;
        }

        var counts = await CaseErasure.CountAsync(db, id, cancellation);
        await CaseErasure.RunAsync(db, id, nowUtc, cancellation);
        (row.ErasedUtc, row.WithdrawnReason, row.Version) = (nowUtc, null, Guid.NewGuid());
        Record(db, new RetentionItem(row.BodyId, id, row.Name, counts), nowUtc, $"Bewaartermijn van {periods.CaseDays} dagen is voorbij (Retention:CaseDays).");
        return new(row.BodyId, id, row.Name, counts);
    }

    private async Task<RetentionItem?> EraseMailsAsync(Guid bodyId, DateTime nowUtc, CancellationToken cancellation)
    {
        var (all, some) = (0, 0);
        do
        {
            some = await database.WriteAsync(db => EraseSomeMailsAsync(db, bodyId, nowUtc, cancellation), cancellation);
            all += some;
        }
        while (some == MostMails);

        return all == 0 ? null : MailsOf(bodyId, all);
    }

    private async Task<int> EraseSomeMailsAsync(AuditContext db, Guid bodyId, DateTime nowUtc, CancellationToken cancellation)
    {
        var rows = await periods.MailsOver(db, nowUtc).Where(row => row.BodyId == bodyId).OrderBy(row => row.Id).Take(MostMails).ToListAsync(cancellation);
        if (rows.Count > 0)
        {
            rows.ForEach(CaseErasure.Empty);
            Record(db, MailsOf(bodyId, rows.Count), nowUtc, $"Bewaartermijn van {periods.MailDays} dagen is voorbij (Retention:MailDays).", "mail.erased");
        }

        return rows.Count;
    }

    private static RetentionItem MailsOf(Guid bodyId, int count) => new(bodyId, null, string.Empty, new(0, 0, 0, count, 0, 0));

    private static void Record(AuditContext db, RetentionItem item, DateTime nowUtc, string reason, string happened = TrailErasure.Event) => db.Trail.Add(new TrailRow
    {
        BodyId = item.BodyId,
        AssessmentId = item.AssessmentId,
        AtUtc = nowUtc,
        Event = happened,
        Subject = item.AssessmentId is null ? "mail" : "case",
        After = JsonSerializer.Serialize(item.Counts),
        Reason = reason,
    });
}
