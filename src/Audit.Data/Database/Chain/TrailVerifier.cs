using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Chain;

/// <summary>Recalculates chains and says what is wrong with them.</summary>
/// <remarks>People may go on working meanwhile: what is added after it began is left for the next time.</remarks>
public sealed class TrailVerifier(AuditDatabase database, TrailKeys keys)
{
    /// <summary>Anchors kept outside the database, which the chains must reach.</summary>
    public IReadOnlyList<TrailAnchor> Anchors { get; init; } = [];

    /// <summary>Verifies every chain.</summary>
    public async Task<IReadOnlyList<TrailVerdict>> RunAsync(CancellationToken cancellation = default)
    {
        await using var db = database.Read();
        var heads = await db.TrailHeads.Select(head => head.BodyId).ToListAsync(cancellation);
        var bodies = heads.Union(await db.Trail.Select(row => row.BodyId).Distinct().ToListAsync(cancellation))
            .Union(Anchors.SelectMany(anchor => anchor.Chains).Select(chain => chain.BodyId)).Order().ToList();
        var verdicts = new List<TrailVerdict>();
        foreach (var body in bodies)
        {
            verdicts.Add(await RunAsync(db, body, cancellation));
        }

        return verdicts;
    }

    /// <summary>Verifies the chain of one body.</summary>
    public async Task<TrailVerdict> RunAsync(Guid body, CancellationToken cancellation = default)
    {
        await using var db = database.Read();
        return await RunAsync(db, body, cancellation);
    }

    private async Task<TrailVerdict> RunAsync(AuditContext db, Guid body, CancellationToken cancellation)
    {
        var head = await db.TrailHeads.SingleOrDefaultAsync(row => row.BodyId == body, cancellation);
        var walk = new ChainWalk(keys, Anchors, body);
        // In pages, so that nobody who writes has to wait for the whole of it.
        for (var more = true; more;)
        {
            var last = walk.Last;
            var rows = await db.Trail.Where(row => row.BodyId == body && row.Sequence > last).OrderBy(row => row.Sequence).Take(ChainWalk.PageSize).ToListAsync(cancellation);
            rows.RemoveAll(row => head is not null && row.Sequence > head.Sequence);
            rows.ForEach(walk.Take);
            more = rows.Count == ChainWalk.PageSize;
        }

        walk.End(head, await BeyondAsync(db, body, cancellation));
        var unsealed = await db.Trail.Where(row => row.BodyId == body && row.Sequence == null).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation);
        if (unsealed.Count > 0)
        {
            walk.Findings.Add(new(TrailFault.Unsealed, unsealed[0], unsealed.Count));
        }

        return new(body, head?.Sequence ?? 0, walk.Records, walk.Erased, walk.Findings);
    }

    /// <summary>Whether there are records that the head does not know of. The records are asked for first, so that one that is added now does no harm.</summary>
    private static async Task<bool> BeyondAsync(AuditContext db, Guid body, CancellationToken cancellation)
    {
        var last = await db.Trail.Where(row => row.BodyId == body).MaxAsync(row => row.Sequence, cancellation) ?? 0;
        var head = await db.TrailHeads.Where(row => row.BodyId == body).Select(row => (long?)row.Sequence).SingleOrDefaultAsync(cancellation) ?? 0;
        return last > head;
    }
}
