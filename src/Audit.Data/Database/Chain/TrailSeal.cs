using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Audit.Data.Database.Chain;

/// <summary>Seals every new trail record onto the chain of its body, in the save that writes it, and lets nobody change or delete a sealed one.</summary>
/// <remarks>
/// The head of the chain is read and moved in the same transaction; its sequence is its concurrency token, so that of two writers at once one has to decide again.
/// </remarks>
public sealed class TrailSeal(TrailKeys? keys) : SaveChangesInterceptor
{
    private static readonly string[] Values = [nameof(TrailRow.Before), nameof(TrailRow.After), nameof(TrailRow.Reason)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        if (eventData.Context is AuditContext db)
        {
            var added = Added(db);
            foreach (var body in BodiesOf(added))
            {
                var head = db.TrailHeads.Find(body);
                Seal(added, body, head ?? Begin(db, body, OldRecords(db, body).Any()));
            }
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is AuditContext db)
        {
            var added = Added(db);
            foreach (var body in BodiesOf(added))
            {
                var head = await db.TrailHeads.FindAsync([body], cancellationToken);
                Seal(added, body, head ?? Begin(db, body, await OldRecords(db, body).AnyAsync(cancellationToken)));
            }
        }

        return result;
    }

    /// <summary>Puts one record on top of a chain.</summary>
    internal static void Put(TrailRow row, TrailHeadRow head, TrailKey key)
    {
        row.Sequence = head.Sequence + 1;
        row.KeyId = key.Id;
        (row.BeforeHash, row.AfterHash, row.ReasonHash) = TrailHasher.ValuesOf(key, row);
        row.Seal = TrailHasher.SealOf(key, head.Seal, row);
        head.Sequence = row.Sequence.Value;
        head.Seal = row.Seal;
        head.KeyId = key.Id;
    }

    /// <summary>The head of a chain without records.</summary>
    internal static TrailHeadRow Begin(AuditContext db, Guid body)
    {
        var head = new TrailHeadRow { BodyId = body, Sequence = 0, Seal = TrailHasher.Beginning, KeyId = string.Empty };
        db.TrailHeads.Add(head);
        return head;
    }

    private static TrailHeadRow Begin(AuditContext db, Guid body, bool hasOldRecords) => hasOldRecords
        ? throw new DatabaseRefusedException("De database is van vóór de keten van het spoor. Draai 'audit migrate' met de sleutel van het spoor (Trail__Key), of start de webtoepassing ermee.")
        : Begin(db, body);

    /// <summary>Records of a version without a chain.</summary>
    internal static IQueryable<TrailRow> OldRecords(AuditContext db, Guid body) => db.Trail.Where(row => row.BodyId == body && row.Sequence == null);

    private static List<TrailRow> Added(AuditContext db)
    {
        db.ChangeTracker.DetectChanges();
        var added = new List<TrailRow>();
        foreach (var entry in db.ChangeTracker.Entries<TrailRow>())
        {
            RefuseChange(entry);
            // A copy of a database brings records that were sealed where they come from.
            if (entry is { State: EntityState.Added, Entity.Sequence: null })
            {
                added.Add(entry.Entity);
            }
        }

        return added;
    }

    private static List<Guid> BodiesOf(List<TrailRow> added) => [.. added.Select(row => row.BodyId).Distinct()];

    private static void RefuseChange(EntityEntry<TrailRow> entry)
    {
        var wasSealed = entry.State is EntityState.Modified or EntityState.Deleted && entry.OriginalValues.GetValue<long?>(nameof(TrailRow.Sequence)) is not null;
        if (wasSealed && (entry.State == EntityState.Deleted || !IsErasure(entry)))
        {
            throw new InvalidOperationException($"trail record {entry.Entity.Sequence} of body {entry.Entity.BodyId} is sealed: it can be neither changed nor deleted");
        }
    }

    /// <summary>The one change that is allowed: values go, and the record says when.</summary>
    private static bool IsErasure(EntityEntry<TrailRow> entry) => entry.Entity.ErasedUtc is not null
        && entry.Properties.Where(property => property.IsModified)
            .All(property => property.Metadata.Name == nameof(TrailRow.ErasedUtc) || (Array.IndexOf(Values, property.Metadata.Name) >= 0 && property.CurrentValue is null));

    private void Seal(List<TrailRow> added, Guid body, TrailHeadRow head)
    {
        var current = keys ?? TrailKeys.Demo;
        if (head.Sequence > 0 && current.Find(head.KeyId) is null)
        {
            throw new DatabaseRefusedException(
                $"Het spoor van deze database is verzegeld met sleutel {head.KeyId}, en die is niet opgegeven. Geef dezelfde sleutel als de webtoepassing (Trail__Key), of zet bij een nieuwe sleutel de vorige in Trail__OldKeys.");
        }

        foreach (var row in added.Where(row => row.BodyId == body))
        {
            Put(row, head, current.Current);
        }
    }
}
