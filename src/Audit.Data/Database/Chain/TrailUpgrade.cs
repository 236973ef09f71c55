using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Chain;

/// <summary>Seals the records of a version without a chain, once per body; afterwards a record without a seal is a problem.</summary>
internal static class TrailUpgrade
{
    /// <summary>The record that says how many records before it were sealed afterwards.</summary>
    public const string Event = "trail.sealed";

    private const int BatchSize = 500;

    public static async Task RunAsync(AuditDatabase database, TrailKeys keys, CancellationToken cancellation)
    {
        await using var db = database.Read();
        var bodies = await db.Trail
            .Where(row => row.Sequence == null && !db.TrailHeads.Any(head => head.BodyId == row.BodyId))
            .Select(row => row.BodyId).Distinct().ToListAsync(cancellation);
        if ((await db.TrailHeads.Where(head => head.Sequence > 0).Select(head => head.KeyId).Distinct().ToListAsync(cancellation)).Find(id => keys.Find(id) is null) is { } unknown)
        {
            throw new DatabaseRefusedException(unknown == TrailKeys.Demo.Current.Id
                ? "Het spoor van deze database is begonnen met de demosleutel, die niets beschermt. Begin met een lege database, en geef ook de opdrachten van 'audit' de sleutel (Trail__Key)."
                : $"Het spoor van deze database is verzegeld met sleutel {unknown}, en die is niet opgegeven. Zet bij een nieuwe sleutel de vorige in Trail:OldKeys.");
        }

        foreach (var body in bodies)
        {
            await database.WriteAsync(context => SealAsync(context, body, keys.Current, cancellation), cancellation);
        }
    }

    /// <summary>The whole chain in one transaction: a start that is killed leaves nothing half sealed.</summary>
    private static async Task SealAsync(AuditContext db, Guid body, TrailKey key, CancellationToken cancellation)
    {
        if (await db.TrailHeads.AnyAsync(head => head.BodyId == body, cancellation))
        {
            return;
        }

        TrailSeal.Begin(db, body);
        await db.SaveChangesAsync(cancellation);
        var count = 0;
        for (var after = 0L; ;)
        {
            db.ChangeTracker.Clear();
            var rows = await TrailSeal.OldRecords(db, body).Where(row => row.Id > after).OrderBy(row => row.Id).Take(BatchSize).ToListAsync(cancellation);
            if (rows.Count == 0)
            {
                break;
            }

            var head = await db.TrailHeads.SingleAsync(row => row.BodyId == body, cancellation);
            rows.ForEach(row => TrailSeal.Put(row, head, key));
            await db.SaveChangesAsync(cancellation);
            (after, count) = (rows[^1].Id, count + rows.Count);
        }

        db.Trail.Add(new TrailRow { BodyId = body, AtUtc = DateTime.UtcNow, Event = Event, Subject = "trail", After = $"{count}" });
    }
}
