using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database.Copy;

/// <summary>What a table holds in two databases.</summary>
/// <param name="Name">The table.</param>
/// <param name="Source">In the source.</param>
/// <param name="Target">In the target.</param>
public sealed record TableComparison(string Name, Fingerprint Source, Fingerprint Target)
{
    public bool AreEqual => Source == Target;
}

/// <summary>Moves an installation to another database, in batches that can be resumed. Nobody may write to either meanwhile.</summary>
public sealed class DatabaseCopy(AuditDatabase source, AuditDatabase target)
{
    /// <summary>Rows per transaction.</summary>
    public int BatchSize { get; init; } = 500;

    /// <summary>Copies every row that the target does not have yet.</summary>
    /// <exception cref="DatabaseRefusedException">Source or target is not fit for it, or a row does not fit in the target.</exception>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        await RefuseUnfitSourceAsync(cancellation);
        await target.MigrateAsync(cancellation);
        var beginnings = new List<(EntityTable Table, int Rows)>();
        foreach (var table in Tables())
        {
            beginnings.Add((table, await BeginningAsync(table, cancellation)));
        }

        foreach (var (table, rows) in beginnings)
        {
            await CopyAsync(table, rows, cancellation);
        }
    }

    /// <summary>Counts and compares every table of both databases.</summary>
    public async IAsyncEnumerable<TableComparison> CompareAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var table in Tables())
        {
            yield return new(table.Name, await FingerprintAsync(source, table, int.MaxValue, cancellation), await FingerprintAsync(target, table, int.MaxValue, cancellation));
        }
    }

    private static async Task<Fingerprint> FingerprintAsync(AuditDatabase database, EntityTable table, int rows, CancellationToken cancellation)
    {
        await using var db = database.Read();
        return await table.FingerprintAsync(db, rows, cancellation);
    }

    private IReadOnlyList<EntityTable> Tables()
    {
        using var db = source.Read();
        return TableOrder.Of(db.Model);
    }

    private async Task RefuseUnfitSourceAsync(CancellationToken cancellation)
    {
        if (DatabasePlace.AreSame(source.Settings, target.Settings))
        {
            throw new DatabaseRefusedException("Bron en doel zijn dezelfde database.");
        }

        await using var db = source.Read();
        if (!await db.Database.CanConnectAsync(cancellation))
        {
            throw new DatabaseRefusedException("De brondatabase bestaat niet of is niet bereikbaar.");
        }

        await SchemaAge.RefuseNewerAsync(db, cancellation);
        if (!await SchemaAge.IsNewestAsync(db, cancellation))
        {
            throw new DatabaseRefusedException("De brondatabase heeft niet het nieuwste schema. Draai er eerst 'audit migrate' op.");
        }
    }

    /// <summary>How many rows an earlier run left in the target.</summary>
    private async Task<int> BeginningAsync(EntityTable table, CancellationToken cancellation)
    {
        var there = await FingerprintAsync(target, table, int.MaxValue, cancellation);
        if (there != await FingerprintAsync(source, table, there.Rows, cancellation))
        {
            throw new DatabaseRefusedException($"De doeldatabase bevat in {table.Name} andere gegevens dan het begin van de bron. Kies een lege doeldatabase; er is niets gekopieerd.");
        }

        return there.Rows;
    }

    private async Task CopyAsync(EntityTable table, int done, CancellationToken cancellation)
    {
        for (var copied = BatchSize; copied == BatchSize; done += copied)
        {
            copied = await CopyBatchAsync(table, new(done, BatchSize), cancellation);
        }
    }

    private async Task<int> CopyBatchAsync(EntityTable table, Page page, CancellationToken cancellation)
    {
        try
        {
            return await target.WriteAsync(
                async db =>
                {
                    await using var from = source.Read();
                    return await table.CopyAsync(from, db, page, cancellation);
                },
                cancellation);
        }
        catch (DbUpdateException failure)
        {
            throw new DatabaseRefusedException($"{table.Name}: een van de rijen {page.After + 1} tot en met {page.After + page.Size} past niet in de doeldatabase ({failure.InnerException?.Message ?? failure.Message})", failure);
        }
    }
}
